import { useEffect, useState } from 'react';
import { formatDuration } from '../../lib/language/duration';
import type { Iso } from '../../lib/ticket/basics';

const MINUTE = 60_000;

/** "2 min ago", kept right while the panel stands open. */
export function Ago({ at }: { at: Iso }) {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), MINUTE);
    return () => clearInterval(timer);
  }, []);
  const ms = Math.max(0, now - Date.parse(at));
  return <time dateTime={at}>{ms < MINUTE ? 'just now' : `${formatDuration(ms)} ago`}</time>;
}
