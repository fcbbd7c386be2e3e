import { lengthText } from '../../lib/analysis/length-text';
import type { Analysis } from '../../lib/analysis/types';
import { formatDuration } from '../../lib/language/duration';
import { unbroken } from '../../lib/language/unbroken';
import type { EventId } from '../../lib/ticket/events';
import { EvidenceChip, EvidenceChips } from '../ui/Evidence';
import { Section } from '../ui/Section';
import styles from './Numbers.module.css';

interface NumberCard {
  id: string;
  label: string;
  value: string;
  more: string;
  rows: { label: string; ids?: readonly EventId[]; text?: string }[];
  /** How it is counted, in a sentence. */
  rule: string;
}

/** The numbers, each with how it was computed and the events it rests on. */
export function Numbers({ analysis }: { analysis: Analysis }) {
  const cards = cardsOf(analysis);
  if (cards.length === 0) return null;
  return (
    <Section title="Numbers">
      <div className={styles.numbers}>
        {cards.map((card) => (
          <details key={card.id}>
            <summary>
              <span className={styles.label}>{card.label}</span>
              <span className={styles.value}>{unbroken(card.value)}</span>
              <span className={styles.more}>{unbroken(card.more)}</span>
            </summary>
            <div className={styles.how}>
              <table>
                <caption className="hidden-text">How {card.label.toLowerCase()} was computed</caption>
                <tbody>
                  {card.rows.map((row) => (
                    <tr key={row.label}>
                      <th scope="row">{unbroken(row.label)}</th>
                      <td>
                        {row.text}
                        {row.ids?.length === 1 && row.ids[0] !== undefined && (
                          <EvidenceChip id={row.ids[0]} dated />
                        )}
                        {row.ids && row.ids.length > 1 && <EvidenceChips ids={row.ids} dated />}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
              <p>{card.rule}</p>
            </div>
          </details>
        ))}
      </div>
    </Section>
  );
}

function cardsOf(analysis: Analysis): NumberCard[] {
  return [
    firstReplyCard(analysis),
    waitCard(analysis),
    silenceCard(analysis),
    escalationCard(analysis),
    handoffCard(analysis),
    ownerCard(analysis),
  ].filter((card) => card !== undefined);
}

function firstReplyCard({ firstReply }: Analysis): NumberCard | undefined {
  if (!firstReply) return undefined;
  const [first, reply] = firstReply.events;
  return {
    id: 'first-reply',
    label: 'First reply',
    value: lengthText(firstReply),
    more: firstReply.to === undefined ? 'no person has replied yet' : 'by a person, seen by the customer',
    rows: [
      { label: 'First customer message', ids: present(first) },
      reply === undefined
        ? { label: 'First human reply', text: 'none yet' }
        : { label: 'First human reply', ids: [reply] },
    ],
    rule: 'From the first customer message to the first public reply by a person. Automatic answers, notes and bounced mail do not count.',
  };
}

function waitCard({ longestWait }: Analysis): NumberCard | undefined {
  if (!longestWait) return undefined;
  const chasers = longestWait.customerMessages.slice(1);
  const end = longestWait.events[1];
  return {
    id: 'longest-wait',
    label: 'Longest wait',
    value: lengthText(longestWait),
    more:
      chasers.length === 0
        ? 'for an answer'
        : `asked again ${chasers.length === 1 ? 'once' : `${chasers.length} times`}`,
    rows: [
      { label: 'Wait begins', ids: present(longestWait.events[0]) },
      ...(chasers.length > 0 ? [{ label: 'Asked again', ids: chasers }] : []),
      end === undefined
        ? { label: 'Answer', text: 'none yet' }
        : { label: longestWait.end === 'solved' ? 'Solved without one' : 'Answer', ids: [end] },
    ],
    rule: 'From the first unanswered customer message to the next public reply by a person. Asking again does not restart it.',
  };
}

function silenceCard({ longestSilence }: Analysis): NumberCard | undefined {
  if (!longestSilence) return undefined;
  const notes = longestSilence.notes.length;
  return {
    id: 'longest-silence',
    label: 'Longest silence',
    value: lengthText(longestSilence),
    more:
      notes === 0
        ? 'no internal note meanwhile'
        : `${notes} internal ${notes === 1 ? 'note' : 'notes'} meanwhile`,
    rows: [
      { label: 'From and to', ids: longestSilence.events },
      ...(notes > 0 ? [{ label: 'Notes meanwhile', ids: longestSilence.notes }] : []),
    ],
    rule: 'The longest stretch without a customer-visible message from a person while it was our turn and the ticket was unsolved.',
  };
}

function escalationCard({ escalations }: Analysis): NumberCard | undefined {
  if (escalations.length === 0) return undefined;
  const worst = escalations.reduce((a, b) => (b.firstUpdate.ms > a.firstUpdate.ms ? b : a));
  return {
    id: 'first-update',
    label: 'First update after escalation',
    value: lengthText(worst.firstUpdate),
    more: escalations.length === 1 ? worst.label : `the slowest of ${escalations.length}`,
    rows: slowest(escalations).map((escalation) => ({
      label: `${escalations.length > 1 ? `${escalations.indexOf(escalation) + 1}. ` : ''}${escalation.label}: ${lengthText(escalation.firstUpdate)}`,
      ids: escalation.firstUpdate.events,
    })),
    rule: 'From each escalation to the first message that the customer could see. Sending is counted; receipt cannot be seen.',
  };
}

const MOST_ESCALATIONS = 8;

/** In the order they happened; of very many, those after which the customer waited longest. */
function slowest(escalations: Analysis['escalations']): Analysis['escalations'] {
  const chosen = [...escalations]
    .sort((a, b) => b.firstUpdate.ms - a.firstUpdate.ms)
    .slice(0, MOST_ESCALATIONS);
  return escalations.filter((escalation) => chosen.includes(escalation));
}

function handoffCard({ handoffs }: Analysis): NumberCard | undefined {
  if (handoffs.length === 0) return undefined;
  const worst = handoffs.reduce((a, b) => (b.gap.ms > a.gap.ms ? b : a));
  return {
    id: 'handoff',
    label: 'Hand-off untouched',
    value: lengthText(worst.gap),
    more: worst.unassignedMs > 0 ? `${formatDuration(worst.unassignedMs)} without an owner` : 'with an owner',
    rows: [
      { label: 'Handed over', ids: [worst.event] },
      ...(worst.gap.events[1]
        ? [{ label: 'Next action', ids: [worst.gap.events[1]] }]
        : [{ label: 'Next action', text: 'none yet' }]),
      { label: 'Hand-offs in all', text: String(handoffs.length) },
    ],
    rule: 'From the change of group or assignee to the first action by the new side. The longest one is shown.',
  };
}

function ownerCard({ unassigned }: Analysis): NumberCard | undefined {
  if (unassigned.ms < 60_000) return undefined;
  return {
    id: 'unassigned',
    label: 'Without an owner',
    value: lengthText(unassigned),
    more: 'in all, while unsolved',
    rows: [{ label: 'Changes of owner', ids: unassigned.events }],
    rule: 'Time with no assignee while the ticket was not solved.',
  };
}

function present(id: EventId | undefined): EventId[] {
  return id === undefined ? [] : [id];
}
