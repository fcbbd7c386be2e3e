/** The words that would make a figure right, in the form the writer chose. */
import { formatStamp, formatTime } from '../../language/dates';
import { formatDuration } from '../../language/duration';
import type { Iso } from '../../ticket/basics';
import { times } from '../facts-in-words';
import type { CountFigure, InstantFigure } from './figure';

/** "17:31", "5:31 pm", "17 Nov 17:31 UTC", "2026-11-17 17:31". */
export function instantLike(figure: InstantFigure, at: Iso): string {
  const zone = figure.isUtc ? ' UTC' : '';
  const clock = figure.time ? `${clockLike(figure, at)}${zone}` : '';
  if (!figure.day) return clock;
  const day = dayLike(figure, at);
  if (clock === '') return day;
  return `${day}${/\bat\b/.test(figure.text) ? ' at' : ''} ${clock}`;
}

function dayLike({ text, day }: InstantFigure, at: Iso): string {
  if (/\d{4}-\d\d-\d\d/.test(text)) return at.slice(0, 10);
  const date = formatStamp(at).replace(/ \d\d:\d\d$/, '');
  return day?.year === undefined ? date : `${date} ${at.slice(0, 4)}`;
}

function clockLike({ text }: InstantFigure, at: Iso): string {
  if (!/[ap]\.?m/i.test(text)) return formatTime(at);
  const hour = Number(at.slice(11, 13));
  return `${hour % 12 || 12}:${at.slice(14, 16)} ${hour < 12 ? 'am' : 'pm'}`;
}

export function lengthWords(ms: number): string {
  return formatDuration(ms);
}

/** "9 internal notes" for "8 internal notes", "twice" for "once". */
export function countLike({ text, value }: CountFigure, right: number): string {
  if (/^(?:once|twice|thrice)$|times$/i.test(text)) return times(right);
  const noun = text.replace(
    /^.*?(?=(?:internal|private|public|human|customer|SLA|missed|broken|\p{L}+$))/iu,
    '',
  );
  const rest = /\s(\D+)$/.exec(text)?.[1] ?? noun;
  const isOpening = /^\p{Lu}/u.test(text) && right < 10;
  const number = isOpening ? (openers[right] ?? String(right)) : String(right);
  return `${number} ${numbered(rest, value, right)}`;
}

const openers = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine'];

function numbered(noun: string, from: number, to: number): string {
  if ((from === 1) === (to === 1)) return noun;
  if (to === 1)
    return noun
      .replace(/ies$/, 'y')
      .replace(/(?<=ch)es$/, '')
      .replace(/s$/, '');
  return noun
    .replace(/(?<=[^aeo])y$/, 'ie')
    .replace(/(?<=ch)$/, 'e')
    .concat('s');
}
