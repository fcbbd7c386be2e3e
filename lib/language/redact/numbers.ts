/** Digits in groups, as people write long numbers: "4012 8888 8888 1881", "(212) 555-0144". */
export interface Group {
  start: number;
  end: number;
  digits: string;
}

const MOST_GROUPS = 8;
const separator = /^(?:[ .\-/(]|\) ?-?|[ -] ?\(|\)\/|-\/| [-/] |\/ | -|\u00b7)$/;

/** All runs of digits in order; what belongs together is for the reader to say. */
export function digitGroups(text: string): Group[] {
  const groups: Group[] = [];
  let start = -1;
  for (let at = 0; at <= text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= 48 && unit <= 57) {
      if (start === -1) start = at;
    } else if (start !== -1) {
      groups.push({ start, end: at, digits: text.slice(start, at) });
      start = -1;
    }
  }
  return groups;
}

/** The group at `index` and those that follow it with no more than a separator between. */
export function joined(text: string, groups: readonly Group[], index: number): Group[] {
  const run: Group[] = [];
  for (let at = index; at < groups.length && run.length < MOST_GROUPS; at++) {
    const group = groups[at];
    const last = run.at(-1);
    if (!group || group.digits.length > 19) break;
    if (last && (group.start - last.end > 3 || !isSeparated(text, last, group))) break;
    run.push(group);
  }
  return run;
}

function isSeparated(text: string, { end }: Group, { start }: Group): boolean {
  const one = text.charCodeAt(end);
  // The four that nearly all are: space, full stop, dash, slash.
  return start - end === 1 && (one === 32 || (one >= 45 && one <= 47))
    ? true
    : separator.test(text.slice(end, start));
}

export function digitsOf(groups: readonly Group[]): string {
  return groups.map((group) => group.digits).join('');
}

/** ISO/IEC 7812-1, Annex B. */
export function isLuhn(digits: string): boolean {
  let sum = 0;
  for (let at = 0; at < digits.length; at++) {
    const digit = Number(digits[digits.length - 1 - at]);
    sum += at % 2 === 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2;
  }
  return sum % 10 === 0;
}
