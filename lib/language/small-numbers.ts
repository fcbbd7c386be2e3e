/** Numbers as people write them out, by value: `smallNumbers[3]` is "three". */
export const smallNumbers: readonly string[] =
  'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');
