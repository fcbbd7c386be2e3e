/** What no words for a time go without: most sentences have none of it, and looking costs little. */
export const namesATime =
  /\d|\b(?:to(?:day|night|morrow)|now|noon|lunch|mid-?day|midnight|morning|afternoon|evening|over ?night|night|weekend|eo[dbw]|cob|close of|end of|first thing|half past|quarter|(?:second|sec|minute|min|hour|hr|day|week|month|year)s?|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|satur|sat|sun)(?:day)?|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)\w*)\b/i;

/** "Since Monday", "from last night": when something began, not when it is due. */
export function isBehind(text: string, index: number): boolean {
  return /\b(?:since|from|of|after|last|yesterday|every|sent|dated)\s*$/i.test(text.slice(0, index));
}
