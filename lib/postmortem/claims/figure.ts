/** A time, a length of time or a number as it stands in a sentence. */

interface Place {
  /** UTF-16 offsets into the text it was read from, the end exclusive. */
  start: number;
  end: number;
  text: string;
  /** "about", "almost", "at least": how near the fact has to be. */
  near: Nearness;
}

/** `exact` still allows for rounding to the smallest unit that is written; `within` is that or shorter. */
export type Nearness = 'exact' | 'about' | 'below' | 'above' | 'within';

export interface InstantFigure extends Place {
  kind: 'instant';
  day?: { year?: number; month: number; day: number };
  time?: { hour: number; minute: number; isHourOnly: boolean };
  isUtc: boolean;
}

export interface DurationFigure extends Place {
  kind: 'duration';
  ms: number;
  /** The smallest unit that is written, in milliseconds. */
  unitMs: number;
}

export interface CountFigure extends Place {
  kind: 'count';
  value: number;
  /** What is counted, where a ticket can count it. */
  noun: CountNoun;
}

/** A number of something that no ticket counts: only words somebody wrote can bear it out. */
export interface QuantityFigure extends Place {
  kind: 'quantity';
  value: number;
  /** The words after it, lower case; empty for a bare number. */
  words: string[];
}

export type Figure = InstantFigure | DurationFigure | CountFigure | QuantityFigure;

export type CountNoun =
  | 'note'
  | 'reply'
  | 'message'
  | 'customer_message'
  | 'chaser'
  | 'handoff'
  | 'escalation'
  | 'reopening'
  | 'target'
  | 'promise'
  | 'team'
  | 'assignee';
