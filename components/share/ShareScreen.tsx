import { useMemo, useState } from 'react';
import type { Analysis } from '../../lib/analysis/types';
import { toHtmlText } from '../../lib/export/html';
import { toMarkdownText } from '../../lib/export/markdown';
import type { Record } from '../../lib/export/record';
import { slaSummary } from '../../lib/export/sla-summary';
import { copyRich, copyText } from '../../lib/platform/clipboard';
import { downloadText } from '../../lib/platform/download';
import type { Postmortem } from '../../lib/postmortem/schema';
import type { Capture } from '../../lib/ticket/schema';
import { Button } from '../ui/Button';
import { CopyButton } from '../ui/CopyButton';
import { Filters } from '../ui/Filters';
import { Foot } from '../ui/Foot';
import { Glyph } from '../ui/Glyph';
import { Section } from '../ui/Section';
import { StatusPanel } from '../ui/StatusPanel';
import { DocumentView } from './DocumentView';
import { RedactionSection } from './RedactionSection';
import styles from './Share.module.css';
import { useRedaction } from './use-redaction';

interface ShareScreenProps {
  capture: Capture;
  analysis: Analysis;
  postmortem: Postmortem | null | undefined;
  onStart: () => void;
}

type View = 'rendered' | 'markdown';

const views: { id: View; label: string }[] = [
  { id: 'rendered', label: 'Rendered' },
  { id: 'markdown', label: 'Markdown' },
];

/** The third screen: what will leave the panel, exactly as it will leave. */
export function ShareScreen({ capture, analysis, postmortem, onStart }: ShareScreenProps) {
  if (!postmortem) {
    return (
      <StatusPanel
        glyph="empty"
        title="Nothing to share yet"
        text="Start the postmortem first. The SLA summary can be copied from What happened at any time."
        buttons={<Button onClick={onStart}>Go to the postmortem</Button>}
      />
    );
  }
  return <Shared key={postmortem.id} capture={capture} analysis={analysis} postmortem={postmortem} />;
}

function Shared({ capture, analysis, postmortem }: Record) {
  const [view, setView] = useState<View>('rendered');
  const record = useMemo(() => ({ capture, analysis, postmortem }), [capture, analysis, postmortem]);
  const redaction = useRedaction(record);
  const { on, tokens, kept: keep, tree, fileName } = redaction;
  const markdown = useMemo(() => toMarkdownText(tree), [tree]);
  const summary = () => slaSummary(record, tokens && { tokens, keep });
  return (
    <>
      <RedactionSection {...redaction} />
      <Section title="SLA breach summary" aside="for chat, mail, documents">
        <div className={styles.row}>
          <CopyButton label="Copy SLA summary" onCopy={() => copyRich(summary())} />
          <CopyButton label="As Markdown" onCopy={() => copyText(summary().markdown)} />
        </div>
      </Section>
      <Section
        title="Preview"
        aside={<Filters label="Show as" options={views} chosen={view} onChoose={setView} />}
      >
        <div className={styles.preview}>
          {view === 'rendered' ? (
            <DocumentView tree={tree} />
          ) : (
            <pre className={styles.source}>{markdown}</pre>
          )}
        </div>
        <p className={styles.file}>{fileName}</p>
      </Section>
      <Section title="What is in it">
        <p className={styles.note}>
          <Glyph name="doubt" />
          <span>
            This is the internal version: it holds internal notes and the customer’s words.{' '}
            {on && 'Redaction knows forms and the names on the ticket, not every way to tell who it was. '}
            Read it before you send it outside.
          </span>
        </p>
      </Section>
      <Foot>
        <CopyButton
          variant="primary"
          label="Copy"
          onCopy={() => copyRich({ text: markdown, html: toHtmlText(tree, { fragment: true }) })}
        />
        <Button icon="save" onClick={() => downloadText(fileName, markdown, 'text/markdown')}>
          Download .md
        </Button>
      </Foot>
    </>
  );
}
