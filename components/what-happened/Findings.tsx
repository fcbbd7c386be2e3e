import type { Finding } from '../../lib/analysis/findings/finding';
import { groupFindings } from '../../lib/analysis/findings/group-findings';
import type { Analysis } from '../../lib/analysis/types';
import { unbroken } from '../../lib/language/unbroken';
import { openOptionsPage } from '../../lib/platform/options-page';
import { Button } from '../ui/Button';
import { EvidenceChips } from '../ui/Evidence';
import { Glyph, type GlyphName } from '../ui/Glyph';
import { Section } from '../ui/Section';
import { ShowAll, useRowLimit } from '../ui/ShowAll';
import { Fold } from './Fold';
import styles from './Rows.module.css';

/** Kinds of findings, and findings of one kind that are folded under the worst of them. */
const MOST_SHOWN = 5;
const MOST_ALIKE = 20;

const looks: Record<Finding['weight'], { glyph: GlyphName; word: string }> = {
  serious: { glyph: 'serious', word: 'Serious: ' },
  worth_a_look: { glyph: 'doubt', word: 'Worth a look: ' },
  noted: { glyph: 'noted', word: 'Noted: ' },
};

/** What went wrong between the company and the customer: each kind by its worst, with the entries that show it. */
export function Findings({ analysis }: { analysis: Analysis }) {
  const { findings, counts } = analysis;
  const [limit, showMore] = useRowLimit(MOST_SHOWN);
  const noCustomer = counts.customerMessages === 0 && (
    <p className="soft">
      No message of the customer is on this ticket, so nobody is known to have waited: silences, answers and
      updates are not judged.
    </p>
  );
  if (findings.length === 0) {
    return (
      <Section title="Findings" aside="none">
        {noCustomer || (
          <p className="soft">
            No long silence, lost hand-off, broken promise or late update was found on this ticket.
          </p>
        )}
        <WhatCounts />
      </Section>
    );
  }
  const groups = groupFindings(findings);
  const shown = groups.slice(0, limit);
  return (
    <Section title="Findings, worst first" aside={String(findings.length)}>
      {noCustomer}
      <ol className={styles.rows}>
        {shown.map(({ worst, more, moreWords }) => (
          <Row key={worst.kind} finding={worst}>
            {more.length > 0 && (
              <div className={styles.alike}>
                <Fold summary={<span>{unbroken(moreWords)}</span>}>
                  <Alike findings={more} />
                </Fold>
              </div>
            )}
          </Row>
        ))}
      </ol>
      <ShowAll hidden={groups.length - shown.length} of="kinds" onShow={showMore} />
      <WhatCounts />
    </Section>
  );
}

function Row({ finding, children }: { finding: Finding; children?: React.ReactNode }) {
  const { glyph, word } = looks[finding.weight];
  return (
    <li>
      <Glyph name={glyph} />
      <div>
        <p>
          <span className="hidden-text">{word}</span>
          <b>{unbroken(finding.title)}</b>
        </p>
        <p className="data soft">{unbroken(finding.detail)}</p>
        <EvidenceChips ids={finding.events} />
        {children}
      </div>
    </li>
  );
}

function Alike({ findings }: { findings: readonly Finding[] }) {
  const [limit, showMore] = useRowLimit(MOST_ALIKE);
  const shown = findings.slice(0, limit);
  return (
    <>
      <ol className={styles.rows}>
        {shown.map((finding) => (
          <Row key={finding.events.join(' ')} finding={finding} />
        ))}
      </ol>
      <ShowAll hidden={findings.length - shown.length} of="like these" onShow={showMore} />
    </>
  );
}

function WhatCounts() {
  return (
    <p className={styles.whatCounts}>
      <Button variant="quiet" onClick={openOptionsPage}>
        What counts as a finding
      </Button>
    </p>
  );
}
