import {
  millisecondsInDay as DAY,
  millisecondsInHour as HOUR,
  millisecondsInMinute as MINUTE,
  millisecondsInSecond as SECOND,
} from 'date-fns/constants';

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
  if (length < DAYS_FROM) return hoursAndMinutes(length);
  const hours = Math.floor((length % DAY) / HOUR);
  return `${Math.floor(length / DAY)} d${hours ? ` ${hours} h` : ''}`;
}

/** Minutes beside hours keep two digits, so that "5 h 02 min" lines up with, and is not mistaken for, "5 h 20 min". */
function hoursAndMinutes(ms: number): string {
  const minutes = Math.floor((ms % HOUR) / MINUTE);
  return `${Math.floor(ms / HOUR)} h${minutes ? ` ${String(minutes).padStart(2, '0')} min` : ''}`;
}

const units: Readonly<Record<string, number>> = { d: DAY, h: HOUR, m: MINUTE, s: SECOND };
const duration =
  /^(\d+(?:[.,]\d+)?)\s*(d|days?|h|hrs?|hours?|m|mins?|minutes?|s|secs?|seconds?)(?:\s+|(?=\d)|$)/i;

/** Reads what `formatDuration` writes, and what people type for it: "90 min", "4h", "1 h 30 min", "2 days". */
export function parseDuration(text: string): number | undefined {
  let rest = text.trim();
  let ms = 0;
  if (rest === '') return undefined;
  while (rest !== '') {
    const [found, amount, unit] = duration.exec(rest) ?? [];
    if (found === undefined || amount === undefined || unit === undefined) return undefined;
    ms += Number(amount.replace(',', '.')) * (units[unit.charAt(0).toLowerCase()] ?? 0);
    rest = rest.slice(found.length).trimStart();
  }
  return Math.round(ms);
}
