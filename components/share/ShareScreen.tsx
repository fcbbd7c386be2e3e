import { useMemo, useState } from 'react';
import type { Analysis } from '../../lib/analysis/types';
import { markdownFileName } from '../../lib/export/file-name';
import { toHtmlText } from '../../lib/export/html';
import { toMarkdownText } from '../../lib/export/markdown';
import { postmortemDocument } from '../../lib/export/postmortem-document';
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
import styles from './Share.module.css';

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
  const [view, setView] = useState<View>('rendered');
  const tree = useMemo(
    () => (postmortem ? postmortemDocument({ postmortem, capture, analysis }) : undefined),
    [postmortem, capture, analysis],
  );
  const markdown = useMemo(() => (tree ? toMarkdownText(tree) : ''), [tree]);
  if (!postmortem || !tree) {
    return (
      <StatusPanel
        glyph="empty"
        title="Nothing to share yet"
        text="Start the postmortem first. The SLA summary can be copied from What happened at any time."
        buttons={<Button onClick={onStart}>Go to the postmortem</Button>}
      />
    );
  }
  const fileName = markdownFileName(postmortem);
  return (
    <>
      <Section title="SLA breach summary" aside="for chat, mail, documents">
        <div className={styles.row}>
          <CopyButton label="Copy SLA summary" onCopy={() => copyRich(slaSummary({ capture, analysis }))} />
          <CopyButton
            label="As Markdown"
            onCopy={() => copyText(slaSummary({ capture, analysis }).markdown)}
          />
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
            This is the internal version: it holds internal notes and the customer’s words. Read it before you
            send it outside.
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
