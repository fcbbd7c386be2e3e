import { useState } from 'react';
import type { Capture } from '../../lib/ticket/schema';

/** The ticket as it was first seen here, most often from the store; undefined while nothing newer is on screen. */
export function useEarlierCapture(capture: Capture | undefined): Capture | undefined {
  const [first, setFirst] = useState<Readonly<Record<string, Capture>>>({});
  const id = capture?.ticket.id;
  const seen = id === undefined ? undefined : first[id];
  if (capture && id !== undefined && !seen) setFirst({ ...first, [id]: capture });
  return seen === capture ? undefined : seen;
}
