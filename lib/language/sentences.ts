const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/** How many sentences a text has, counting only those with a letter or digit in them. */
export function countSentences(text: string): number {
  let count = 0;
  for (const { segment } of segmenter.segment(text)) if (/[\p{L}\p{N}]/u.test(segment)) count += 1;
  return count;
}
