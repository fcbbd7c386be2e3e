import type { Clock, ClockSegment } from '../../lib/analysis/clocks/types';
import { clockCountings } from '../../lib/analysis/how-counted';
import { formatStamp } from '../../lib/language/dates';
import { formatDuration } from '../../lib/language/duration';
import { unbroken } from '../../lib/language/unbroken';
import { EvidenceChips } from '../ui/Evidence';
import { ShowAll, useRowLimit } from '../ui/ShowAll';
import styles from './Clocks.module.css';
import { captionOf } from './clock-words';

const MOST_CLOCKS = 5;
const MOST_SEGMENTS = 12;

const stateWords: Record<ClockSegment['state'], string> = {
  running: 'running',
  paused: 'paused',
  outside: 'outside hours',
  uncertain: 'state not known',
};

/** How a number came about: each stretch with its state and the events that began and ended it. */
export function ClockDetail({ clocks }: { clocks: readonly Clock[] }) {
  const [limit, showMore] = useRowLimit(MOST_CLOCKS);
  const longest = [...clocks].sort((a, b) => b.valueMs - a.valueMs);
  const shown = longest.slice(0, limit);
  return (
    <>
      {shown.map((clock) => (
        <Stretches key={clock.instance} clock={clock} />
      ))}
      <ShowAll hidden={longest.length - shown.length} of="turns" onShow={showMore} />
      {longest[0] && <p className={styles.rule}>{clockCountings[longest[0].metric].how}</p>}
    </>
  );
}

function Stretches({ clock }: { clock: Clock }) {
  const [limit, showMore] = useRowLimit(MOST_SEGMENTS);
  const shown = clock.segments.slice(0, limit);
  return (
    <>
      <table className={styles.table}>
        <caption>{unbroken(captionOf(clock))}</caption>
        <tbody>
          {shown.map((segment, index) => (
            <tr key={segment.from}>
              <th scope="row">
                <time dateTime={segment.from}>{formatStamp(segment.from)}</time> to{' '}
                <time dateTime={segment.to}>{formatStamp(segment.to)}</time>
              </th>
              <td>
                {stateWords[segment.state]},{' '}
                {unbroken(formatDuration(Date.parse(segment.to) - Date.parse(segment.from)))}
                <EvidenceChips ids={newEvents(segment, clock.segments[index - 1])} dated />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <ShowAll hidden={clock.segments.length - shown.length} of="stretches" onShow={showMore} />
    </>
  );
}

/** At the edge of the hours nothing happened; what began the clock was named before. */
function newEvents(segment: ClockSegment, before: ClockSegment | undefined): string[] {
  const isKnown = before?.opened === segment.opened || before?.closed === segment.opened;
  return [...(isKnown ? [] : [segment.opened]), ...(segment.closed === undefined ? [] : [segment.closed])];
}
