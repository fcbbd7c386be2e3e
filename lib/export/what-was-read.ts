import { formatExact } from '../language/dates';
import type { Coverage } from '../ticket/schema';
import type { Record } from './record';
import { type BlockInput, bullets, paragraph } from './tree';

type Part = Coverage['parts'][number];

const missing = new Set<Part['state']>(['partial', 'refused', 'failed']);
const stateNames: { [state in Part['state']]: string } = {
  read: 'read',
  partial: 'read in part',
  refused: 'refused',
  absent: 'not there',
  not_tried: 'not tried',
  failed: 'failed',
};

/** An account of the evidence itself: what the helpdesk gave, what it refused, what could not be known. */
export function whatWasRead({ capture, analysis }: Record): BlockInput {
  const { coverage, capturedAt, id } = capture;
  const parts = coverage.parts.filter((part) => part.state !== 'absent');
  const isWhole = coverage.complete && !parts.some((part) => missing.has(part.state));
  const named = new Set(parts.map((part) => part.part));
  const unknowns = analysis.unknowns.filter((unknown) => !named.has(unknown.what));
  return [
    paragraph(
      isWhole ? 'The whole history was read' : 'Not everything could be read',
      `, on ${formatExact(capturedAt)} UTC. Capture ${id}.`,
    ),
    bullets([
      ...parts.map(partWords),
      ...unknowns.map(({ what, why }) => `${what}: unknown, ${why}`),
      ...coverage.unknownTypes.map(
        ({ type, count }) => `Kept without being understood: ${type}${count === 1 ? '' : `, ${count} times`}`,
      ),
    ]),
  ];
}

/** "Side conversations: refused, 0 of 1", "SLAs: read, 36 (12 metric events without a target left out)". */
function partWords({ part, state, found, expected, note }: Part): string {
  const words = part.replaceAll('_', ' ').trim();
  const name = words === 'slas' ? 'SLAs' : words.charAt(0).toUpperCase() + words.slice(1);
  const count = found === undefined ? '' : `, ${found}${expected === undefined ? '' : ` of ${expected}`}`;
  return `${name}: ${stateNames[state]}${count}${note?.trim() ? ` (${note.trim()})` : ''}`;
}
