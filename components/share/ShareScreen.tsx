import { useMemo, useState } from 'react';
import { noPreferences, type Preferences } from '../../lib/analysis/preferences';
import type { Analysis } from '../../lib/analysis/types';
import { toHtmlText } from '../../lib/export/html';
import { toMarkdownText } from '../../lib/export/markdown';
import { markdownFile, takesExtras } from '../../lib/export/markdown-file';
import type { Record } from '../../lib/export/record';
import type { Origin } from '../../lib/export/reopen/reopen';
import { toPlainText } from '../../lib/export/text';
import { docTree } from '../../lib/export/tree';
import { staleExports, withExport } from '../../lib/export/versions/export-log';
import { isOutside } from '../../lib/export/versions/version-document';
import { copyRich, copyText } from '../../lib/platform/clipboard';
import { downloadText } from '../../lib/platform/download';
import { setKeywords } from '../../lib/postmortem/edit-plan';
import { type MarkdownFile, postmortemPreferences, withMarkdownFile } from '../../lib/postmortem/preferences';
import type { Postmortem } from '../../lib/postmortem/schema';
import type { Iso } from '../../lib/ticket/basics';
import type { Capture } from '../../lib/ticket/schema';
import { Button } from '../ui/Button';
import { CopyButton } from '../ui/CopyButton';
import { Filters } from '../ui/Filters';
import { Foot } from '../ui/Foot';
import { Section } from '../ui/Section';
import { StatusPanel } from '../ui/StatusPanel';
import { copySummary, copySummaryAsMarkdown } from './copy-summary';
import { DocumentView } from './DocumentView';
import { JargonSection } from './JargonSection';
import { KeywordsSection } from './KeywordsSection';
import { LeftOutSection } from './LeftOutSection';
import { MarkdownFileSection } from './MarkdownFileSection';
import { type OnPlace, OpenFigures } from './OpenFigures';
import { OtherFiles } from './OtherFiles';
import { RedactionSection } from './RedactionSection';
import styles from './Share.module.css';
import { useShare } from './use-share';
import { VersionSection } from './VersionSection';

type OnPrefer = (edit: (current: Preferences) => Preferences) => void;
type OnChange = (edit: (current: Postmortem, now: Iso) => Postmortem) => void;

interface ShareScreenProps {
  capture: Capture;
  analysis: Analysis;
  postmortem: Postmortem | null | undefined;
  onStart: () => void;
  /** What a file that opens again has to carry along. */
  origin?: Origin;
  /** Something has left, or keywords were chosen: to be kept with the postmortem. */
  onChange: OnChange;
  /** What a user decides for every postmortem is to be kept. */
  onPrefer?: OnPrefer;
  onPlace: OnPlace;
}

/** One and the same, so that nothing is made anew for it. */
const nothingElse: Origin = {};

type View = 'rendered' | 'markdown';

const views: { id: View; label: string }[] = [
  { id: 'rendered', label: 'Rendered' },
  { id: 'markdown', label: 'Markdown' },
];

/** The third screen: what will leave the panel, exactly as it will leave. */
export function ShareScreen({
  capture,
  analysis,
  postmortem,
  origin = nothingElse,
  onStart,
  onChange,
  onPrefer = () => {},
  onPlace,
}: ShareScreenProps) {
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
  const outward = { onChange, onPrefer, onPlace };
  return <Shared key={postmortem.id} {...{ capture, analysis, postmortem, origin }} {...outward} />;
}

function Shared({
  capture,
  analysis,
  postmortem,
  origin,
  onChange,
  onPrefer,
  onPlace,
}: Record & { origin: Origin; onChange: OnChange; onPrefer: OnPrefer; onPlace: OnPlace }) {
  const [view, setView] = useState<View>('rendered');
  const record = useMemo(() => ({ capture, analysis, postmortem }), [capture, analysis, postmortem]);
  const share = useShare(record);
  const { version, action, tree, fileName, redact } = share;
  const stale = useMemo(() => staleExports(record), [record]);
  const markdown = useMemo(() => toMarkdownText(tree), [tree]);
  const { markdownFile: stored } = useMemo(
    () => postmortemPreferences(origin.preferences ?? noPreferences),
    [origin.preferences],
  );
  // The box is ticked before it is stored.
  const [chosen, setChosen] = useState<MarkdownFile>();
  const extras = chosen ?? stored;
  const hasExtras = takesExtras(version);
  const file = useMemo(
    () => (hasExtras ? markdownFile(tree, record, extras, redact) : markdown),
    [hasExtras, tree, record, extras, redact, markdown],
  );
  const exported = () =>
    onChange((current, at) =>
      withExport(
        { ...record, postmortem: current },
        { version, at, ...(version === 'action' && action !== undefined ? { action } : {}) },
      ),
    );
  const copy = async () => {
    const done = await copyRich({ text: markdown, html: toHtmlText(tree, { fragment: true }), markdown });
    if (done) exported();
    return done;
  };
  const save = (text: string, extension: 'md' | 'html', type: string) => {
    downloadText(fileName(extension), text, type);
    exported();
  };
  return (
    <>
      <VersionSection share={share} record={record} stale={stale} />
      {!isOutside(version) && <OpenFigures record={record} onPlace={onPlace} />}
      <RedactionSection {...share} />
      {isOutside(version) && <JargonSection tree={tree} />}
      {version === 'support' && (
        <KeywordsSection
          record={record}
          onChange={(keywords) => onChange((current, now) => setKeywords(current, keywords, now))}
        />
      )}
      {hasExtras && (
        <MarkdownFileSection
          file={extras}
          hasClocks={analysis.slas.length > 0}
          onChange={(next) => {
            setChosen(next);
            onPrefer((current) => withMarkdownFile(current, next));
          }}
        />
      )}
      <Section
        title="Preview"
        aside={<Filters label="Show as" options={views} chosen={view} onChoose={setView} />}
      >
        <div className={styles.preview}>
          {view === 'rendered' ? <DocumentView tree={tree} /> : <pre className={styles.source}>{file}</pre>}
        </div>
        <p className={styles.file}>{fileName('md')}</p>
        {version === 'action' && <TicketFields tree={tree} />}
      </Section>
      <LeftOutSection record={record} version={version} isRedacted={share.on} />
      {!isOutside(version) && (
        <OtherFiles share={share} record={record} markdown={markdown} origin={origin} />
      )}
      <Section title="SLA breach summary" aside="for chat, mail, documents">
        <div className={styles.row}>
          <CopyButton label="Copy SLA summary" onCopy={() => copySummary(record)} />
          <CopyButton label="As Markdown" onCopy={() => copySummaryAsMarkdown(record)} />
        </div>
      </Section>
      <Foot>
        <CopyButton variant="primary" label="Copy" onCopy={copy} />
        <Button icon="save" onClick={() => save(file, 'md', 'text/markdown')}>
          Download .md
        </Button>
        <Button icon="save" onClick={() => save(toHtmlText(tree), 'html', 'text/html')}>
          HTML
        </Button>
      </Foot>
    </>
  );
}

/** Trackers have a field for the title and one for the rest. */
function TicketFields({ tree }: { tree: Parameters<typeof toMarkdownText>[0] }) {
  const [title, ...body] = tree.children;
  if (title?.type !== 'heading') return null;
  return (
    <div className={styles.fields}>
      <CopyButton
        label="Copy title"
        onCopy={() => copyText(toPlainText(docTree({ ...title, depth: 4 })).trim())}
      />
      <CopyButton label="Copy body" onCopy={() => copyText(toMarkdownText(docTree(body)))} />
    </div>
  );
}
