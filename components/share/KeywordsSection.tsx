import { useState } from 'react';
import type { Record } from '../../lib/export/record';
import { FEWEST, LONGEST, MOST } from '../../lib/export/versions/keywords';
import { keywordsOf } from '../../lib/export/versions/support-document';
import { cleanLine } from '../../lib/ticket/clean-text';
import { Button } from '../ui/Button';
import { Section } from '../ui/Section';
import { TextArea } from '../ui/TextArea';
import styles from './Share.module.css';

interface KeywordsSectionProps {
  record: Record;
  /** Undefined: as the ticket suggests. */
  onChange: (keywords: string[] | undefined) => void;
}

/** What a guide is found by, as the ticket suggests it until somebody writes it. */
export function KeywordsSection({ record, onChange }: KeywordsSectionProps) {
  const own = record.postmortem.keywords;
  const shown = keywordsOf(record);
  const [text, setText] = useState(() => (own ?? shown).join(', '));
  const leftOut = (own ?? []).filter((word) => !shown.includes(word));
  return (
    <Section title="Keywords" aside={own === undefined ? 'suggested' : 'yours'}>
      <div className={styles.keywords}>
        <TextArea
          aria-label="Keywords, separated by commas"
          rows={1}
          value={text}
          onText={(next) => {
            setText(next);
            onChange(wordsIn(next));
          }}
        />
      </div>
      <p className="data soft" role="status">
        {countWords(shown.length)}
        {leftOut.length > 0 && ` Left out, because it tells who it was: “${leftOut.join('”, “')}”.`}
      </p>
      {own !== undefined && (
        <Button
          onClick={() => {
            const { keywords: _own, ...postmortem } = record.postmortem;
            setText(keywordsOf({ ...record, postmortem }).join(', '));
            onChange(undefined);
          }}
        >
          Back to the suggested ones
        </Button>
      )}
    </Section>
  );
}

/** Separated by commas, each once and not more than fit; a comma at the end is no word yet. */
function wordsIn(text: string): string[] {
  const words = text.split(/[,;\n]/).map((word) => cleanLine(word).slice(0, LONGEST).trim());
  const unique = new Map(words.filter((word) => word !== '').map((word) => [word.toLowerCase(), word]));
  return [...unique.values()].slice(0, MOST);
}

function countWords(count: number): string {
  const words = `${count} ${count === 1 ? 'word' : 'words'}, separated by commas.`;
  return count < FEWEST ? `${words} A guide is found best by ${FEWEST} to ${MOST}.` : words;
}
