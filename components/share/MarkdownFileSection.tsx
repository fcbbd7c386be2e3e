import type { MarkdownFile } from '../../lib/postmortem/preferences';
import { FoldedSection } from '../ui/FoldedSection';
import styles from './Version.module.css';

const pictures: readonly { id: MarkdownFile['picture']; label: string; says: string }[] = [
  { id: 'none', label: 'No picture', says: '' },
  {
    id: 'mermaid',
    label: 'Mermaid',
    says: 'GitHub, GitLab and Obsidian draw it; elsewhere it reads as code.',
  },
  {
    id: 'svg',
    label: 'Image in the file',
    says: 'Obsidian and Visual Studio Code show it. GitHub and GitLab leave such images out.',
  },
];

interface MarkdownFileSectionProps {
  file: MarkdownFile;
  hasClocks: boolean;
  onChange: (file: MarkdownFile) => void;
}

/** What the file holds beside the document; copying leaves it out, for a chat has no use for either. */
export function MarkdownFileSection({ file, hasClocks, onChange }: MarkdownFileSectionProps) {
  return (
    <FoldedSection title="In the Markdown file" aside={summary(file, hasClocks)}>
      <label className={styles.names}>
        <input
          type="checkbox"
          checked={file.frontMatter}
          onChange={(event) => onChange({ ...file, frontMatter: event.currentTarget.checked })}
        />
        <span>
          <strong>Front matter</strong>
          <span className={styles.note}>
            Ticket, customer, severity, dates and tags on top, as Obsidian and site generators read them.
          </span>
        </span>
      </label>
      <fieldset className={styles.pictures}>
        <legend>Picture of the SLA clocks</legend>
        {pictures.map(({ id, label, says }) => (
          <label key={id} className={styles.names}>
            <input
              type="radio"
              name="picture"
              checked={id === (hasClocks ? file.picture : 'none')}
              disabled={!hasClocks}
              onChange={() => onChange({ ...file, picture: id })}
            />
            <span>
              {label}
              {says && <span className={styles.note}>{says}</span>}
            </span>
          </label>
        ))}
      </fieldset>
      <p className={styles.note}>
        {hasClocks
          ? 'The picture holds no word of the ticket. Both are in the file only, not in what is copied, and stay chosen for the next postmortem.'
          : 'This ticket has no SLA clock to draw.'}
      </p>
    </FoldedSection>
  );
}

function summary({ frontMatter, picture }: MarkdownFile, hasClocks: boolean): string {
  const shown = hasClocks ? pictureNames[picture] : '';
  return [frontMatter ? 'front matter' : '', shown].filter(Boolean).join(', ') || 'the document alone';
}

const pictureNames: { [form in MarkdownFile['picture']]: string } = {
  none: '',
  mermaid: 'clocks as Mermaid',
  svg: 'clocks as image',
};
