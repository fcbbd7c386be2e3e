/** What is remarked on whoever is meant, named or not: how plain it was to see, how little it would have taken. */
import { byWord } from './by-word';
import { type Hit, isDenied, sentenceEnd, sentenceStart } from './hit';
import { lateness } from './remarks/lateness';
import { littleEffort } from './remarks/little-effort';
import { plainToSee } from './remarks/plain-to-see';
import type { Sentence } from './sentences';

const likely = byWord([...lateness, ...littleEffort, ...plainToSee]);

export function remarks(sentence: Sentence): Hit[] {
  const { low } = sentence;
  const hits: Hit[] = [];
  for (const { pattern, words, only } of likely(sentence)) {
    if (only && !only.test(low)) continue;
    for (const match of low.matchAll(pattern)) {
      const start = sentence.start + match.index;
      if (isDenied(sentence, start)) continue;
      hits.push({
        start,
        end: start + match[0].length,
        kind: 'counterfactual',
        rewrite: { from: sentenceStart(sentence), to: sentenceEnd(sentence), words },
      });
    }
  }
  return hits;
}
