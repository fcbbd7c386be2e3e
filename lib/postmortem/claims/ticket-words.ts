import type { EventId } from '../../ticket/events';
import type { Evidence, TicketText } from './evidence';
import type { Figure, QuantityFigure } from './figure';
import { spellings } from './number-words';

/** The events whose own words have the figure; undefined where none has. Empty: the subject or a name has it. */
export function saidBy(figure: Figure, { texts }: Evidence): EventId[] | undefined {
  // A team that is called "3".
  const isName =
    figure.kind === 'quantity' &&
    texts.some(({ text }) => text.replace(/[^\p{L}\p{N}]/gu, '') === String(figure.value));
  if (isName) return [];
  const expression = figure.kind === 'quantity' ? quantityIn(figure) : wordsIn(figure.text);
  return holding(texts, expression);
}

/** A number in a quotation: where it was quoted from has it too, whatever stands around it. */
export function quotedFrom(figure: Figure, { texts }: Evidence): EventId[] | undefined {
  return holding(texts, wordsIn(figure.text)) ?? holding(texts, new RegExp(digitsOf(figure.text), 'iu'));
}

function holding(texts: readonly TicketText[], expression: RegExp): EventId[] | undefined {
  const found = texts.filter(({ text }) => expression.test(text)).slice(0, MOST_TEXTS);
  return found.length === 0 ? undefined : found.flatMap(({ event }) => event ?? []);
}

const MOST_TEXTS = 3;

/** "40 other accounts" is said by "forty accounts", and not by "40 notes". */
export function quantityIn({ value, words }: QuantityFigure): RegExp {
  const number = `(?<![\\p{L}\\p{N}.,])(?:${spellings(value).join('|')})`;
  const thing = words.at(-1);
  if (thing === undefined) return new RegExp(`${number}(?![\\p{L}\\p{N}]|[.,]\\d)`, 'iu');
  if (thing === '%') return new RegExp(`${number}\\s?(?:%|percent|per cent)`, 'iu');
  const stem = escaped(thing.replace(/(?:ies|es|s|y)$/, ''));
  return new RegExp(`${number}(?:\\s+[\\p{L}’'-]+){0,3}?\\s+${stem}`, 'iu');
}

/** The words in one line or several. */
function wordsIn(text: string): RegExp {
  const words = text.trim().split(/\s+/).map(escaped).join('\\s+');
  return new RegExp(`(?<![\\p{L}\\p{N}])${words}(?![\\p{L}\\p{N}])`, 'iu');
}

function digitsOf(text: string): string {
  return escaped(/\d+/.exec(text)?.[0] ?? text);
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
