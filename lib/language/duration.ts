const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** From here on hours are counted in days: "47 h 10 min", then "2 d 3 h". */
const DAYS_FROM = 48 * HOUR;

/**
 * A length of time as an agent would say it: "40 s", "24 min", "9 h 12 min", "2 d 18 h". At most two units,
 * rounded down, so that a clock one second short of its target never reads as the target.
 */
export function formatDuration(ms: number): string {
  const length = Math.abs(ms);
  if (length < MINUTE) return length < SECOND ? '0 min' : `${Math.floor(length / SECOND)} s`;
  if (length < HOUR) return `${Math.floor(length / MINUTE)} min`;
  if (length < DAYS_FROM) return pair(length, HOUR, 'h', MINUTE, 'min');
  return pair(length, DAY, 'd', HOUR, 'h');
}

function pair(ms: number, large: number, largeName: string, small: number, smallName: string): string {
  const rest = Math.floor((ms % large) / small);
  return `${Math.floor(ms / large)} ${largeName}${rest ? ` ${rest} ${smallName}` : ''}`;
}
