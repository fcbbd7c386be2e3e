/**
 * Reading 5,000 words for blame, beside two linters of prose. They look for other things, and less of them; what they
 * share with ours is that they read the same text from end to end.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { retext } from 'retext';
import retextEnglish from 'retext-english';
import retextEquality from 'retext-equality';
// @ts-expect-error: it comes without types
import writeGood from 'write-good';
import { findBlame } from '../../lib/language/blame';
import { findVague } from '../../lib/language/vague';
import { root } from '../../scripts/lib/paths';
import { interleaved, median, p95 } from './measure';
import { count, ms, type Report, times } from './report';

const WORDS = 5_000;
const ROUNDS = 20;

export async function measureWording(): Promise<Report> {
  const text = prose();
  const actions = lines('actions');
  const equality = retext().use(retextEnglish).use(retextEquality);
  const spent = interleaved(
    {
      ours: () => findBlame(text),
      equality: () => {
        const tree = equality.parse(text);
        return equality.runSync(tree);
      },
      'write-good': () => writeGood(text),
      actions: () => actions.map((action) => findVague({ text: action })),
    },
    ROUNDS,
  );
  return {
    tables: [
      {
        title: `Reading ${count(WORDS)} words, milliseconds`,
        head: [
          'rounds',
          'blame',
          'p95',
          'retext-equality',
          'p95',
          'write-good',
          'p95',
          'equality/ours',
          'write-good/ours',
        ],
        rows: [
          [
            count(ROUNDS),
            ...[spent.ours, spent.equality, spent['write-good']].flatMap((rounds) => [
              ms(median(rounds)),
              ms(p95(rounds)),
            ]),
            times(median(spent.equality) / median(spent.ours)),
            times(median(spent['write-good']) / median(spent.ours)),
          ],
        ],
      },
      {
        title: 'Reading actions, milliseconds',
        head: ['actions', 'ours', 'p95'],
        rows: [[count(actions.length), ms(median(spent.actions)), ms(p95(spent.actions))]],
      },
    ],
    rounds: spent,
  };
}

/** Paragraphs of the labelled sentences, half of them blaming: more to find than a real postmortem has. */
function prose(): string {
  const sentences = lines('blame');
  const text: string[] = [];
  let words = 0;
  for (let index = 0; words < WORDS; index++) {
    const sentence = sentences[index % sentences.length] ?? '';
    text.push(sentence, index % 6 === 5 ? '\n\n' : ' ');
    words += sentence.split(' ').length;
  }
  return text.join('');
}

function lines(name: string): string[] {
  return readFileSync(join(root, `tests/fixtures/language/${name}.jsonl`), 'utf8')
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { text: string }).text); // our own fixture
}
