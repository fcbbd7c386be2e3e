/**
 * What keeps an action from being a commitment: no checkable change, nobody's name, no day. Each problem is a question
 * made from the action's own words. English, from rules.
 */
import type { Iso } from '../ticket/basics';
import { isTeamName } from './blame/people';
import { dayFrom } from './relative-day';
import { isVague, opening } from './vague/change';

export type ActionProblemKind =
  | 'vague-verb'
  | 'no-measure'
  | 'person-fix'
  | 'investigate-only'
  | 'missing-owner'
  | 'team-owner'
  | 'missing-due'
  | 'soft-due'
  | 'past-due';

/** `start` and `end` are UTF-16 offsets into the field. */
export interface ActionProblem {
  kind: ActionProblemKind;
  field: 'text' | 'owner' | 'due' | 'doneWhen';
  start?: number;
  end?: number;
  question: string;
}

export interface DraftAction {
  text: string;
  owner?: string;
  due?: string;
  doneWhen?: string;
}

interface Options {
  now?: Iso;
  /** Teams of this helpdesk: none of them is one person. */
  teams?: readonly string[];
}

/** What is written first, what to ask next: words, then owner, then day. Never throws. */
export function findVague(action: DraftAction, options: Options = {}): ActionProblem[] {
  return [...inWords(action), ...inOwner(action, options.teams ?? []), ...inDue(action, options.now)];
}

function inWords({ text, doneWhen = '' }: DraftAction): ActionProblem[] {
  const said = text.trim();
  if (said === '')
    return [
      { kind: 'no-measure', field: 'text', question: 'What will be different, and how would you see it?' },
    ];
  const found = isVague(said, doneWhen);
  if (!found) return [];
  const { verb, object } = opening(said);
  const start = text.indexOf(verb);
  const place = start < 0 || verb === '' ? {} : { start, end: start + verb.length };
  const about = object === '' ? '' : ` about ${object}`;
  const problems: ActionProblem[] = [];
  if (found === 'person-fix')
    problems.push({ kind: 'person-fix', field: 'text', ...place, question: withoutPeople(said) });
  else {
    const question =
      found === 'bare'
        ? `What will be done${about}, and where?`
        : `${quoted(verb || said)}: what exactly changes${about}?`;
    problems.push({ kind: 'vague-verb', field: 'text', ...place, question });
  }
  if (found === 'investigate')
    problems.push({
      kind: 'investigate-only',
      field: 'text',
      ...place,
      question: `Once that is known${about}, what is decided, and where is it written down?`,
    });
  problems.push({
    kind: 'no-measure',
    field: 'text',
    question: `How will you see that ${quoted(said)} is done?`,
  });
  return problems;
}

function withoutPeople(said: string): string {
  const to = /\b(?:to|about|on|of|in)\s+(.{4,70})$/i.exec(said)?.[1];
  return to === undefined
    ? `Which check, field or alert would make ${quoted(said)} unnecessary?`
    : `What would see to it that this works without anybody having to remember: ${short(to)}?`;
}

function quoted(said: string): string {
  return `“${short(said)}”`;
}

const LONGEST = 70;

function short(said: string): string {
  const line = said.replace(/\s+/g, ' ').replace(/[.!?]+$/, '');
  return line.length <= LONGEST ? line : `${line.slice(0, line.lastIndexOf(' ', LONGEST))}…`;
}

const nobodyYet =
  /^(?:tbd|tba|tbc|n\/a|none|-+|\?+|unassigned|unknown|open|nobody|no one|someone|somebody|anyone|whoever|to be (?:defined|decided|confirmed|announced|determined))$/i;

function inOwner({ text, owner = '' }: DraftAction, teams: readonly string[]): ActionProblem[] {
  const named = owner.trim();
  if (named === '' || nobodyYet.test(named)) {
    if (named === '' && ownerIn(text)) return [];
    return [
      {
        kind: 'missing-owner',
        field: 'owner',
        question: text.trim() === '' ? 'Who does it?' : `Which one person does ${quoted(text.trim())}?`,
      },
    ];
  }
  if (!isTeam(named, teams)) return [];
  const question = /^(?:we|us|all|everyone|everybody)$/i.test(named)
    ? 'Which one of you sees it through?'
    : `Who in ${short(named).replace(/^the /i, 'the ')} sees it through?`;
  return [{ kind: 'team-owner', field: 'owner', start: 0, end: owner.length, question }];
}

function isTeam(owner: string, teams: readonly string[]): boolean {
  const low = owner.toLowerCase();
  if (teams.some((team) => team.toLowerCase() === low)) return true;
  if (/^(?:we|us|all|all of us|everyone|everybody|both|agents?|anybody|y'all|each)$/.test(low)) return true;
  if (/\s(?:and|or)\s|\s?[&/+,;]\s?/.test(low) && !/\((?:.*[&/,].*)\)$/.test(low)) return true;
  return isTeamName(owner);
}

/** "Bo to add …", "@jon rotate …", "Kim will …", "(Ann)", "Owner: Ann". */
const ownersInText =
  /^@\w+|(?:^|\s)@\w+\s|^(?!(?:We|I|It|They|The|All|Everyone|Agents|Team|Support|Engineering|Sales|Need|Going|This|That|Someone|Somebody|Nobody|Back|How|Try|Due|Want|Next|Things|Access|Reply|Talk|Speak|Listen|Move|Respond|Adhere|Stick|Commit|Get|Have|Managers?|Leads?)\b)\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}*\.?)?(?: (?:to|will|is going to|should) [a-z]|: )|\bowner: ?\p{Lu}|\((?:owner: )?\p{Lu}\p{Ll}+\)\s*[.,;]?(?:\s|$)|\b(?:owned|done) by \p{Lu}\p{Ll}+\b|[—–-] ?\p{Lu}\p{Ll}+$/u;

function ownerIn(text: string): boolean {
  const found = ownersInText.exec(text);
  return (
    found !== null &&
    !isTeamName(
      found[0].replace(/(?: (?:to|will|is going to|should) [a-z]|: )$/, '').replace(/[^\p{L}\s-]/gu, ''),
    )
  );
}

const softDue =
  /\b(?:asap|soon|later|shortly|ongoing|continuous(?:ly)?|eventually|whenever|tb[dac]|in due course|at some point|when(?:ever)? possible|if time (?:allows|permits)|next (?:week|month|quarter|year|sprint|release|cycle|iteration)|this (?:week|month|quarter|year|sprint)|(?:coming|following|next few|next couple of|near|nearest|foreseeable) (?:days|weeks|months|quarter|sprint|future|term)|end of (?:the )?(?:week|month|quarter|year|sprint)|as soon as|immediately|right away|no rush|in (?:the )?(?:summer|autumn|spring|winter|fall|new year|long run|future)|q[1-4]|h[12]|mid-?(?:\w+)|early (?:next|in|q|\w+)|late (?:next|in|q|\w+)|before long|urgent(?:ly)?|backlog|some ?time)\b/i;
const dated =
  /\b\d{4}-\d\d-\d\d\b|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b|\b\d{1,2}(?:st|nd|rd|th)?(?: of)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2}(?:st|nd|rd|th)?\b(?!:)/i;
const weekdayDue =
  /\b(?:by|until|before|due|till|on|no later than)\s+(?:the )?(?:next |this |coming )?(?:mon|tues?|wed(?:nes)?|thurs?|fri|satur|sun)day\b|\b(?:by|until|before|due) (?:tomorrow|tonight|noon)\b/i;
const softInText =
  /\b(?:asap|as soon as possible|by (?:the )?(?:end of|next|q[1-4])[^.;]*|next (?:sprint|quarter|month|week)$|soon$|in due course|at some point|when(?:ever)? possible)\b/i;

function inDue({ text, due = '' }: DraftAction, now: Iso | undefined): ActionProblem[] {
  const given = due.trim();
  if (given === '') {
    if (dated.test(text) || weekdayDue.test(text)) return [];
    const soft = softInText.exec(text)?.[0];
    if (soft === undefined)
      return [{ kind: 'missing-due', field: 'due', question: 'By which day is it done?' }];
    return [{ kind: 'soft-due', field: 'due', question: `“${soft}”: which day is that?` }];
  }
  const day = dated.test(given) && now !== undefined ? dayFrom(given, now.slice(0, 10))?.day : undefined;
  if (day !== undefined && now !== undefined && day < now.slice(0, 10))
    return [
      {
        kind: 'past-due',
        field: 'due',
        start: 0,
        end: due.length,
        question: `${given} has passed: which day is it now?`,
      },
    ];
  if (dated.test(given) && !softDue.test(given.replace(dated, ''))) return [];
  return [
    { kind: 'soft-due', field: 'due', start: 0, end: due.length, question: `“${given}”: which day is that?` },
  ];
}
