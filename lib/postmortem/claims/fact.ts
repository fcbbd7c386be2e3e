import type { Iso } from '../../ticket/basics';
import type { EventId } from '../../ticket/events';
import type { CountNoun } from './figure';
import type { Topic } from './topics';

interface Known {
  /** The fact up to its figure, as a sentence opens: "The reply was sent". */
  words: string;
  events: readonly EventId[];
}

export interface InstantFact extends Known {
  at: Iso;
  /** The same in milliseconds since 1970: it is compared with every time that somebody writes. */
  ms: number;
  topics: readonly Topic[];
}

export interface DurationFact extends Known {
  ms: number;
  topics: readonly Topic[];
}

export interface CountFact extends Known {
  value: number;
  noun: CountNoun;
  /** Of one person, one day or one stretch: it bears a number out and speaks against none. */
  isPart: boolean;
}

export interface Facts {
  instants: readonly InstantFact[];
  durations: readonly DurationFact[];
  counts: readonly CountFact[];
}
