import { useState } from 'react';
import type { Finding } from '../../lib/analysis/findings/finding';
import type { Analysis } from '../../lib/analysis/types';
import { openOptionsPage } from '../../lib/platform/options-page';
import { Button } from '../ui/Button';
import { EvidenceChips } from '../ui/Evidence';
import { Glyph, type GlyphName } from '../ui/Glyph';
import { Section } from '../ui/Section';
import { ShowAll } from '../ui/ShowAll';
import styles from './Rows.module.css';

const MOST_SHOWN = 5;

const looks: Record<Finding['weight'], { glyph: GlyphName; word: string }> = {
  serious: { glyph: 'serious', word: 'Serious: ' },
  worth_a_look: { glyph: 'doubt', word: 'Worth a look: ' },
  noted: { glyph: 'noted', word: 'Noted: ' },
};

/** What went wrong between the company and the customer, worst first, each with the entries that show it. */
export function Findings({ analysis }: { analysis: Analysis }) {
  const { findings } = analysis;
  const [all, setAll] = useState(false);
  if (findings.length === 0) {
    return (
      <Section title="Findings" aside="none">
        <p className="soft">
          No long silence, lost hand-off, broken promise or late update was found on this ticket.
        </p>
        <WhatCounts />
      </Section>
    );
  }
  const shown = all ? findings : findings.slice(0, MOST_SHOWN);
  return (
    <Section title="Findings, worst first" aside={String(findings.length)}>
      <ol className={styles.rows}>
        {shown.map((finding) => (
          <li key={`${finding.kind} ${finding.events.join(' ')}`}>
            <Glyph name={looks[finding.weight].glyph} />
            <div>
              <p>
                <span className="hidden-text">{looks[finding.weight].word}</span>
                <b>{finding.title}</b>
              </p>
              <p className="data soft">{finding.detail}</p>
              <EvidenceChips ids={finding.events} />
            </div>
          </li>
        ))}
      </ol>
      <ShowAll hidden={findings.length - shown.length} of="findings" onShow={() => setAll(true)} />
      <WhatCounts />
    </Section>
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
