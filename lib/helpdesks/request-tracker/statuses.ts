/**
 * What a status means. RT's own are known by name; a site names others in lifecycles of its own (etc/RT_Config.pm,
 * %Lifecycles), and REST2 tells neither these nor whether a status is initial, active or inactive. Two things do:
 * the words, and RT's date `Resolved`, which is set whenever a ticket goes into an inactive status, whatever its
 * name (RT::Ticket::_SetStatus).
 */
import type { CommonStatus, Value } from '../../ticket/basics';
import { cleanLine } from '../../ticket/clean-text';
import type { Capture } from '../../ticket/schema';
import { instant } from './dates';
import type { Transaction } from './history';
import { type Fields, text } from './shape';

export interface Statuses {
  value(name: string): NonNullable<Value>;
  /** The ticket needs nothing more: RT calls that inactive. */
  isOver(name: string): boolean;
  map(): Capture['statusMap'];
}

/** `changes` are those of the ticket's own status, in order. */
export function statusesOf(ticket: Fields, changes: readonly Transaction[]): Statuses {
  const present = text(ticket.Status);
  const names = new Set([...changes.flatMap((one) => [one.oldValue, one.newValue]), present].filter(Boolean));
  const found = new Map<string, CommonStatus>();
  const common = (name: string) => own.get(name) ?? found.get(name) ?? byWords(name) ?? 'unknown';
  const first = changes[0]?.oldValue ?? present;
  if (!own.has(first) && common(first) === 'unknown') found.set(first, 'new');
  if (!own.has(present)) found.set(present, agreed(isInactive(ticket, changes), common(present)));
  return {
    value: (name) => ({ id: name, label: cleanLine(name), status: common(name) }),
    isOver: (name) => overs.has(common(name)),
    map: () =>
      [...names].map((name) => ({
        label: cleanLine(name),
        common: common(name),
        from: own.has(name) ? 'helpdesk' : 'heuristic',
      })),
  };
}

// The default lifecycle of RT 5, and of its approvals (etc/RT_Config.pm).
const own = new Map<string, CommonStatus>([
  ['new', 'new'],
  ['open', 'open'],
  ['stalled', 'pending'],
  ['resolved', 'solved'],
  ['rejected', 'closed'],
  ['deleted', 'deleted'],
]);

const overs = new Set<CommonStatus>(['solved', 'closed', 'deleted', 'spam']);

// English and German, the languages the tests know. The first that fits counts.
const words: readonly [RegExp, CommonStatus][] = [
  [word('deleted|trash(?:ed)?|gelöscht|papierkorb'), 'deleted'],
  [word('spam'), 'spam'],
  [word("closed|rejected|declined|denied|cancell?ed|abandoned|invalid|duplicate|won'?t fix"), 'closed'],
  [word('geschlossen|abgelehnt|abgebrochen|storniert|duplikat'), 'closed'],
  [word('resolved|solved|fixed|done|completed?|finished|approved|refunded|shipped'), 'solved'],
  [word('gelöst|erledigt|behoben|abgeschlossen|fertig|genehmigt|erstattet'), 'solved'],
  [word('on[ -]?hold|paused|vendor|supplier|manufacturer|third[ -]party|parts'), 'hold'],
  [word('zurückgestellt|lieferant|hersteller|ersatzteile?|extern'), 'hold'],
  [word('stalled|pending|wait(?:s|ing)?|awaiting|needs? info|wartend|wartet|warten|rückfrage'), 'pending'],
  [word('new|untouched|submitted|received|arrived|neu|eingegangen'), 'new'],
  [word('open(?:ed)?|reopened|active|assigned|accepted|progress|processing|working'), 'open'],
  [word('offen|wiedereröffnet|bearbeitung|zugewiesen|angenommen|aktiv'), 'open'],
];
const denial = word('not|no|never|un|nicht|kein\\p{L}*');

function word(alternatives: string): RegExp {
  return new RegExp(`(?<!\\p{L})(?:${alternatives})(?!\\p{L})`, 'u');
}

function byWords(name: string): CommonStatus | undefined {
  const plain = name.normalize('NFC').toLowerCase().replaceAll('_', ' ');
  return denial.test(plain) ? undefined : words.find(([pattern]) => pattern.test(plain))?.[1];
}

/** Whether the present status is one of the inactive ones; undefined where RT has no sign of it. */
function isInactive(ticket: Fields, changes: readonly Transaction[]): boolean | undefined {
  const last = changes.at(-1);
  if (!last) return undefined;
  const resolved = instant(text(ticket.Resolved));
  return (
    resolved !== undefined && Math.abs(Date.parse(last.at) - Date.parse(resolved)) <= WRITTEN_TOGETHER_MS
  );
}

// The date is taken a moment before the transaction is written.
const WRITTEN_TOGETHER_MS = 2_000;

/** RT's own sign goes before the words. */
function agreed(inactive: boolean | undefined, told: CommonStatus): CommonStatus {
  if (inactive === undefined) return told;
  if (inactive) return overs.has(told) ? told : 'solved';
  return overs.has(told) || told === 'unknown' ? 'open' : told;
}
