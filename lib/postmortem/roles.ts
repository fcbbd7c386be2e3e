/**
 * Colleagues by their roles, "Agent A, Tier 1": so that a postmortem can be shared without anybody being held up by
 * name. The letters are those that redaction uses, in the order in which people came to the ticket; the way back is
 * in `entries` and never leaves the browser.
 */
import { NameFinder } from '../language/redact/names';
import { type Known, knownNames, masked, type TokenMap, tokenMap } from '../language/redact/tokens';
import type { Capture } from '../ticket/schema';

/** A stretch of text that names a colleague; offsets count UTF-16 code units, the end is exclusive. */
export interface ColleagueSpan {
  start: number;
  end: number;
  /** "Agent A". */
  letter: string;
}

type Evidence = Pick<Capture, 'ticket'>;

/** Every colleague on the ticket becomes a role; the team stands behind the letter where the sentence has room. */
export function roleNames(capture: Evidence): TokenMap {
  const find = findColleagues(capture);
  const teams = teamsByLetter(capture, find);
  const role = (letter: string) => [letter, teams.get(letter)].filter(Boolean).join(', ');
  const entries = colleaguesOn(capture).map(({ name, token }) => ({
    token: role(token),
    kind: 'person' as const,
    value: name,
  }));
  return tokenMap(entries, (text, keep = new Set()) =>
    find(text).flatMap(({ start, end, letter }) => {
      const value = text.slice(start, end);
      if ([value, letter, role(letter)].some((name) => keep.has(name))) return [];
      const rest = text.slice(end);
      const token = hasRoom(rest, teams.get(letter)) ? role(letter) : letter;
      return [{ start, end, kind: 'person', token, value }];
    }),
  );
}

/**
 * Where a text names colleagues, their mail addresses included. A surname that a customer has too is the customer's,
 * unless `strict`: then whoever may be a colleague is one.
 */
export function findColleagues(
  capture: Evidence,
  { strict = false } = {},
): (text: string) => ColleagueSpan[] {
  const mine = colleaguesOn(capture);
  const others = knownNames(capture).filter((name) => !isColleague(name));
  const known = strict ? [...mine, ...others] : knownNames(capture);
  const finder = new NameFinder(known);
  return (text) => {
    const spans: ColleagueSpan[] = [];
    for (const { start, end, known: index } of finder.find(masked(text)).sort((a, b) => a.start - b.start)) {
      const name = known[index ?? -1];
      if (!name || !isColleague(name) || start < (spans.at(-1)?.end ?? 0)) continue;
      spans.push({ ...wholeAddress(text, start, end), letter: name.token });
    }
    return spans;
  };
}

function colleaguesOn(capture: Evidence): Known[] {
  return knownNames(capture).filter(isColleague);
}

function isColleague({ kind, token }: Known): boolean {
  return kind !== 'company' && kind !== 'site' && token.startsWith('Agent ');
}

/** A team that is called after somebody would name them again. */
function teamsByLetter(
  { ticket }: Evidence,
  find: (text: string) => ColleagueSpan[],
): ReadonlyMap<string, string> {
  const teams = new Map<string, string>();
  for (const person of ticket.people) {
    const team = person.team?.replace(/\s+/g, ' ').trim() ?? '';
    const [named] = find(person.name);
    if (team !== '' && named && !teams.has(named.letter) && find(team).length === 0)
      teams.set(named.letter, team);
  }
  return teams;
}

/** At the end of a phrase; "Tom, Tier 2" has the team already, and in mid-sentence it would need a second comma. */
function hasRoom(rest: string, team: string | undefined): boolean {
  if (team === undefined || rest.trimStart().startsWith(`, ${team}`)) return false;
  return /^\s*(?:$|[.;:)\]!?\n”"])/.test(rest);
}

/** Half an address tells as much as the whole. */
function wholeAddress(text: string, start: number, end: number): { start: number; end: number } {
  const behind = /^[\w.+-]*@[\w.-]*\w/.exec(text.slice(end, end + 120))?.[0];
  if (behind === undefined) return { start, end };
  const before = /[\w.+-]*$/.exec(text.slice(Math.max(0, start - 64), start))?.[0] ?? '';
  return { start: start - before.length, end: end + behind.length };
}
