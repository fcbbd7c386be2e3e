/** Which of two teams is the higher one, read from their names: helpdesks do not say. */

const specialist =
  /escalat|engineer|develop|specialist|expert|incident|major|problem|operations|\bops\b|\bsre\b|devops|back.?office/i;

const front = '(?:tier|level|line|lvl)';
const digits = '[1-4]|i{1,3}|iv|one|two|three|four';
/** "Tier 2", "Level-2", "L2", "T3", "EMEA_L2". */
const after = new RegExp(
  String.raw`(?:^|[^a-z0-9])(?:${front}[\s_-]?(${digits})|[lt][\s_-]?([1-4]))(?![a-z0-9])`,
  'i',
);
/** "2nd level", "second-line". */
const before = new RegExp(
  String.raw`(?:^|[^a-z0-9])(1st|2nd|3rd|4th|first|second|third|fourth)[\s_-]${front}(?![a-z])`,
  'i',
);

const numbers: Record<string, number> = {
  ...{ i: 1, one: 1, '1st': 1, first: 1 },
  ...{ ii: 2, two: 2, '2nd': 2, second: 2 },
  ...{ iii: 3, three: 3, '3rd': 3, third: 3 },
  ...{ iv: 4, four: 4, '4th': 4, fourth: 4 },
};

/** A higher tier number; a second or later tier after a team without one; or specialists after a general team. */
export function isHigherTeam(from: string, to: string): boolean {
  const lower = tierOf(from);
  const upper = tierOf(to);
  if (lower !== undefined && upper !== undefined) return upper > lower;
  if (isSpecialistTeam(from)) return false;
  return isSpecialistTeam(to) || (lower === undefined && upper !== undefined && upper > 1);
}

export function isSpecialistTeam(label: string): boolean {
  return specialist.test(label);
}

export function tierOf(label: string): number | undefined {
  const found = after.exec(label) ?? before.exec(label);
  const text = found?.[1] ?? found?.[2];
  if (text === undefined) return undefined;
  return numbers[text.toLowerCase()] ?? Number(text);
}
