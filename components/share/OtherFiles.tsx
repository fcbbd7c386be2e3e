import { useState } from 'react';
import { clockSvg } from '../../lib/export/formats/clock-picture';
import { frontMatter } from '../../lib/export/formats/front-matter';
import type { Record } from '../../lib/export/record';
import type { Origin } from '../../lib/export/reopen/reopen';
import { downloadText } from '../../lib/platform/download';
import { Button } from '../ui/Button';
import { FoldedSection } from '../ui/FoldedSection';
import styles from './Share.module.css';
import type { Extension, Share } from './use-share';

interface OtherFilesProps {
  share: Share;
  record: Record;
  /** The Markdown on screen. */
  markdown: string;
  /** What the record was made from: a file that opens again carries it along. */
  origin: Origin;
}

/**
 * Formats for other programs, made when asked for; replaced in them is what is replaced in the document. They hold the
 * whole ticket, notes and all, so they stand beside versions for inside only.
 */
export function OtherFiles({ share, record, markdown, origin }: OtherFilesProps) {
  const [problem, setProblem] = useState<string>();
  const canOpenAgain = share.version === 'internal' && !share.on;
  const save = async (extension: Extension, type: string, make: () => Promise<string>) => {
    try {
      downloadText(share.fileName(extension), await make(), type);
      setProblem(undefined);
    } catch {
      setProblem('The file could not be made. Reload the panel and try again; nothing was changed.');
    }
  };
  return (
    <FoldedSection title="Other files" aside="for tables, calendars, programs">
      <div className={styles.files}>
        <File
          label="Timeline, .csv"
          says="Every event of the ticket, for a spreadsheet."
          onSave={() =>
            save('csv', 'text/csv', async () => {
              const { toCsv } = await import('../../lib/export/formats/csv');
              return toCsv(record, { ...share.redact, events: 'all', bom: true });
            })
          }
        />
        <File
          label="Dates, .ics"
          says="Meeting, due actions and the checks after 30, 60 and 90 days, for a calendar."
          onSave={() =>
            save('ics', 'text/calendar', async () => {
              const { toIcs } = await import('../../lib/export/formats/ics');
              return toIcs(record, share.redact);
            })
          }
        />
        <File
          label="Clocks, .svg"
          disabled={record.analysis.slas.length === 0}
          says="The picture of the SLA clocks, without any word of the ticket."
          onSave={() => save('svg', 'image/svg+xml', async () => clockSvg(record) ?? '')}
        />
        <File
          label="Record, .json"
          says="Postmortem, clocks and timeline, for a program."
          onSave={() =>
            save('json', 'application/json', async () => {
              const { toJson } = await import('../../lib/export/formats/json');
              return toJson(record, share.redact);
            })
          }
        />
        <File
          label="Opens again, .md"
          says={
            canOpenAgain
              ? 'With front matter and the whole ticket inside, for a colleague who opens it under All postmortems.'
              : 'Only the full version without redaction can hold the ticket.'
          }
          disabled={!canOpenAgain}
          onSave={() =>
            save('md', 'text/markdown', async () => {
              const { withDataBlock } = await import('../../lib/export/reopen/reopen');
              return withDataBlock(`${frontMatter(record)}\n${markdown}`, record, origin);
            })
          }
        />
      </div>
      {problem && (
        <p role="alert" className="warn">
          {problem}
        </p>
      )}
    </FoldedSection>
  );
}

function File({
  label,
  says,
  disabled = false,
  onSave,
}: {
  label: string;
  says: string;
  disabled?: boolean;
  onSave: () => void;
}) {
  return (
    <div className={styles.otherFile}>
      <Button icon="save" disabled={disabled} onClick={onSave}>
        {label}
      </Button>
      <p className="data soft">{says}</p>
    </div>
  );
}
