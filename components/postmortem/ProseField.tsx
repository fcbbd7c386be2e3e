import { useId, useMemo } from 'react';
import type { Finding } from '../../lib/language/blame';
import { Button } from '../ui/Button';
import { Glyph } from '../ui/Glyph';
import { TextArea } from '../ui/TextArea';
import styles from './ProseField.module.css';
import { replaceIn } from './replace-in';
import { useLanguage, useSettled } from './use-language';

interface ProseFieldProps extends React.ComponentProps<typeof TextArea> {
  /** What of the text its writer answers for, each word in its place; without it is all of it. */
  ownIn?: (text: string) => string;
}

/** A text field that reads along: where it blames, it says so below and offers other words. */
export function ProseField({ ownIn, ...props }: ProseFieldProps) {
  const ownId = useId();
  const fieldId = props.id ?? ownId;
  const remarksId = useId();
  const { value, onText } = props;
  const language = useLanguage();
  const settled = useSettled(value);
  const findings = useMemo(() => {
    const read = ownIn ? ownIn(settled) : settled;
    return language && read.trim() !== '' ? language.findBlame(read) : [];
  }, [language, settled, ownIn]);
  // Places count in the text they were found in; while somebody types on, the text is another one.
  const isCurrent = settled === value;
  return (
    <>
      <TextArea {...props} id={fieldId} aria-describedby={findings.length > 0 ? remarksId : undefined} />
      <p className="hidden-text" role="status">
        {findings.length > 0 &&
          (findings.length === 1 ? '1 remark on wording' : `${findings.length} remarks on wording`)}
      </p>
      {findings.length > 0 && (
        <ul id={remarksId} className={styles.remarks} aria-label={`Wording: ${props['aria-label'] ?? ''}`}>
          {findings.map((finding) => (
            <Remark
              key={finding.start}
              text={settled}
              finding={finding}
              onUse={isCurrent ? () => reword(fieldId, value, finding, onText) : undefined}
            />
          ))}
        </ul>
      )}
    </>
  );
}

function Remark({
  text,
  finding,
  onUse,
}: {
  text: string;
  finding: Finding;
  onUse: (() => void) | undefined;
}) {
  const { start, end, message } = finding;
  return (
    <li className={styles.remark}>
      <Glyph name="noted" size={10} />
      <div>
        <p>
          <q>{text.slice(start, end)}</q> {message}
        </p>
        {finding.rewrite !== undefined && (
          <p className={styles.other}>
            <span>{rewrittenSentence(text, finding)}</span>
            <Button variant="small" disabled={!onUse} onClick={onUse}>
              Use this
            </Button>
          </p>
        )}
      </div>
    </li>
  );
}

/** The sentence as it would stand, so that nobody has to put it together in the head. */
function rewrittenSentence(
  text: string,
  { rewrite = '', rewriteRange: [from, to] = [0, 0] }: Finding,
): string {
  const before = /(?:[^.!?\n]|[.!?](?!\s))*$/.exec(text.slice(0, from))?.[0].trimStart() ?? '';
  const after = /^(?:[^.!?\n]|[.!?](?!\s|$))*[.!?]?/.exec(text.slice(to))?.[0] ?? '';
  return `${before}${rewrite}${after}`;
}

function reword(
  id: string,
  text: string,
  { rewrite, rewriteRange }: Finding,
  onText: (text: string) => void,
): void {
  if (rewrite !== undefined && rewriteRange) replaceIn(id, text, rewriteRange, rewrite, onText);
}
