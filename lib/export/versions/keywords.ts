import { findSensitive } from '../../language/redact';
import { knownNames } from '../../language/redact/tokens';
import { findColleagues } from '../../postmortem/roles';
import type { Capture } from '../../ticket/schema';
import type { PublicMessage } from './public-lane';

export const MOST = 10;
export const LONGEST = 40;

/** Tags that sort tickets for the team and tell a searcher nothing. */
const sorting =
  /^(?:vip|enterprise|premium|standard|gold|silver|escalat\w*|postmortem|urgent|high|low|normal|priority\w*|new|open|pending|solved|closed|reopen\w*|merged|bot\w*|auto\w*|macro\w*|tier\W?\d|t\d|l\d|level\W?\d|csat\w*|survey\w*|follow\w*up|internal|system\w*|web\w*|email|chat|phone|api|sla\w*)$/i;

const common = new Set(
  `about above after again against alone along already also although always among another answer anybody anyone anything
  around asked asking attached back because become been before began begin behind being below best better between both
  bring brought call called cannot case change changed check checked clear close colleague come could customer day days
  does doing done down during each early either else email enough even ever every everything fact feel fell find first
  found from gave gets give given gives goes going good great hand happen happens hardly have having hear hello help here
  high hold hour hours however into itself just keep kind knew know known last late later least leave left less like
  likely little live long look looking made mail make makes many matter maybe mean means might mine minute minutes more
  most much must name near need needed needs never news next nobody none nothing notice number often once only open
  opened other others ours over part past pass passed patience people perhaps person place please point press quarter
  question quick quite rather read ready real really reason receive reply report right room said same says second see
  seem seen send sent several shall should show shows side since small some somebody someone something sometimes soon
  sorry start starts state still stop stopped such sure take taken tell than thank thanks that their them then there
  these they thing think this those though three through thursday friday monday tuesday wednesday saturday sunday time
  times today together told tomorrow took tried true twice under until update upon used using usually very wait waiting
  want wants week weeks well went were what when where whether which while whole whose will wish with within without
  word words work works would write written wrong wrote year yesterday your yours ticket tickets issue problem team
  support company using agent month support carry posted posting please two four five six seven eight nine ten twenty thirty forty fifty hundred
  missing second third
  confirm confirmed manager escalate escalated heard turned away`.split(/\s+/),
);

export const FEWEST = 5;

/** Five to ten, where the conversation has as many: areas of the product, tags, and the words that the subject and the conversation keep coming back to. */
export function keywords(capture: Capture, subject: string, lane: readonly PublicMessage[]): string[] {
  const { ticket } = capture;
  const colleagues = findColleagues(capture, { strict: true });
  const known = knownNames(capture);
  const isNobody = (text: string) => colleagues(text).length === 0 && findSensitive(text, known).length === 0;
  const found = new Map<string, string>();
  const add = (text: string) => {
    const word = text.replace(/[_\s]+/g, ' ').trim();
    const key = word.toLowerCase();
    const stem = key.replace(/s$/, '');
    const isKnown = [...found.keys()].some((other) =>
      other.split(/\W+/).some((part) => part.replace(/s$/, '') === stem),
    );
    if (word.length < 3 || word.length > LONGEST || isKnown || !isNobody(word) || found.size >= MOST) return;
    found.set(key, word);
  };
  for (const area of ticket.productAreas) add(area);
  for (const tag of ticket.tags) if (!sorting.test(tag) && !/[@:/]|\d{4}/.test(tag)) add(tag);
  for (const { word, count } of frequentTerms(subject, lane)) if (count > 1 || found.size < FEWEST) add(word);
  return [...found.values()];
}

/** From text in which nobody's data is left. The subject's words count three times; a message counts each word once. */
function frequentTerms(subject: string, lane: readonly PublicMessage[]): { word: string; count: number }[] {
  const counts = new Map<string, { word: string; count: number }>();
  const read = (text: string, weight: number) => {
    const words = new Map(termsIn(text).map((word) => [word.toLowerCase(), word]));
    for (const [key, word] of words) {
      const before = counts.get(key);
      counts.set(key, { word: before?.word ?? word, count: (before?.count ?? 0) + weight });
    }
  };
  read(withoutMarks(subject), 3);
  for (const { text } of lane) read(withoutMarks(text), 1);
  return [...counts.values()].sort((a, b) => b.count - a.count);
}

/** What stands in square brackets was put there in place of something; an address is no word. */
function withoutMarks(text: string): string {
  return text.replace(/\[[^\]]*\]|\S+:\/\/\S+|\S+@\S+/g, ' ');
}

function termsIn(text: string): string[] {
  return Array.from(
    text.matchAll(/(?<![\p{L}\p{N}])\p{L}[\p{L}-]{2,23}(?![\p{L}\p{N}])/gu),
    ([word]) => word,
  ).filter((word) => (word.length > 3 || word === word.toUpperCase()) && !common.has(word.toLowerCase()));
}
