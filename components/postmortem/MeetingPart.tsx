import { memo, useMemo } from 'react';
import type { Analysis } from '../../lib/analysis/types';
import { agenda } from '../../lib/postmortem/agenda';
import { editMeeting } from '../../lib/postmortem/edit-plan';
import { deadlines } from '../../lib/postmortem/follow-ups';
import type { Postmortem } from '../../lib/postmortem/schema';
import { rulesFor } from '../../lib/postmortem/severity';
import type { PostmortemSession } from '../panel/use-postmortem';
import { AgendaList } from './AgendaList';
import { FacilitatorCard } from './FacilitatorCard';
import { Choice, Line, Lines } from './Field';
import fieldStyles from './Field.module.css';
import { Part } from './Part';
import { useLate } from './use-reading';

const lengths = ['30', '45', '50', '60', '75', '90'] as const;

interface MeetingPartProps {
  meeting: Postmortem['meeting'];
  analysis: Analysis;
  /** What the claim check left open, asked in the meeting. */
  questions: readonly string[];
  onChange: PostmortemSession['change'];
}

/** Who leads it, when, and an agenda that fits; what is said in it lands in the document. */
export const MeetingPart = memo(function MeetingPart(props: MeetingPartProps) {
  const { meeting, analysis, questions, onChange } = props;
  const late = useLate();
  const plan = useMemo(() => agenda(late, analysis, questions), [late, analysis, questions]);
  const due = deadlines(late, analysis);
  const rules = rulesFor(late);
  const set = (change: Parameters<typeof editMeeting>[1]) =>
    onChange((current, now) => editMeeting(current, change, now));
  const options = [...new Set<string>([...lengths, String(meeting.minutes)])].sort((a, b) => +a - +b);
  return (
    <Part id="meeting" title="Meeting" aside={brief(late, rules.meeting)} open={false}>
      {due && (
        <p className={fieldStyles.note}>
          Best held between {local(due.meetingFrom)} and {local(due.meetingTo)} your time: feelings have
          settled, and details are fresh.
        </p>
      )}
      <div className={fieldStyles.pair}>
        <Line
          label="Facilitator"
          value={meeting.facilitator}
          placeholder="Not who handled the ticket"
          onText={(facilitator) => set({ facilitator })}
        />
        <Line
          label="Notetaker"
          value={meeting.notetaker}
          placeholder="Somebody else"
          onText={(notetaker) => set({ notetaker })}
        />
      </div>
      <div className={fieldStyles.pair}>
        <Line
          label="Starts (UTC)"
          type="datetime-local"
          value={meeting.startsAt?.slice(0, 16) ?? ''}
          onText={(text) => set({ startsAt: instant(text) })}
        />
        <Choice
          label="Length"
          value={String(meeting.minutes)}
          options={options.map((minutes) => ({ value: minutes, label: `${minutes} minutes` }))}
          onChoose={(minutes) => set({ minutes: Number(minutes) })}
        />
      </div>
      <AgendaList rows={plan.rows} total={plan.total} onChange={onChange} />
      <FacilitatorCard />
      {plan.note && <p className="data warn">{plan.note}</p>}
      <Lines
        label="Notes"
        value={meeting.notes}
        placeholder="Decisions and what was added; they land in the document"
        onText={(notes) => set({ notes })}
      />
      <div className={fieldStyles.pair}>
        <Line
          label="Held (UTC)"
          type="datetime-local"
          value={meeting.heldAt?.slice(0, 16) ?? ''}
          onText={(text) => set({ heldAt: instant(text) })}
        />
        <Line
          label="Shared with"
          value={meeting.sharedWith}
          placeholder="Teams that were told"
          onText={(sharedWith) => set({ sharedWith })}
        />
      </div>
    </Part>
  );
});

function brief({ meeting, severity }: Postmortem, rule: 'held' | 'optional' | 'none'): string {
  if (meeting.heldAt !== undefined) return `held ${meeting.heldAt.slice(0, 10)}`;
  if (meeting.startsAt !== undefined)
    return `${meeting.startsAt.slice(0, 16).replace('T', ' ')} UTC, ${meeting.minutes} min`;
  return rule === 'held'
    ? `${severity} asks for one`
    : rule === 'optional'
      ? 'optional'
      : `not needed at ${severity}`;
}

function instant(text: string): string | undefined {
  const at = Date.parse(`${text}Z`);
  return Number.isNaN(at) ? undefined : new Date(at).toISOString();
}

function local(at: string): string {
  return new Date(at).toLocaleString([], { weekday: 'short', hour: '2-digit', minute: '2-digit' });
}
