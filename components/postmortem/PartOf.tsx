import { useMemo } from 'react';
import type { Analysis } from '../../lib/analysis/types';
import { kindOf, type PartId, sectionsOfPart } from '../../lib/postmortem/kinds';
import type { Postmortem, TextSectionName } from '../../lib/postmortem/schema';
import type { Capture } from '../../lib/ticket/schema';
import type { Corrections } from '../panel/use-corrections';
import { Actions } from './Actions';
import { Cause } from './Cause';
import { CauseCategory } from './CauseCategory';
import { FirstUpdates } from './FirstUpdates';
import { FollowUps } from './FollowUps';
import { ImpactFields } from './ImpactFields';
import { MeetingPart } from './MeetingPart';
import { Part } from './Part';
import styles from './Postmortem.module.css';
import { SummaryCheck } from './SummaryCheck';
import { combinedState } from './section-state';
import { FieldBody, type FieldProps, StateMark, TextSectionField } from './TextSectionField';
import { TimelineEditor } from './TimelineEditor';
import type { Attach } from './use-attach';
import type { Editing } from './use-editing';

interface PartProps {
  id: PartId;
  postmortem: Postmortem;
  capture: Capture;
  analysis: Analysis;
  editing: Editing;
  corrections: Corrections | undefined;
  attach: Attach;
  field: (name: TextSectionName) => FieldProps;
  /** What the claim check left open, for the meeting. */
  questions: readonly string[];
}

/** One part of the document, with what its kind asks of it. Each gets what it shows and no more: a key draws one. */
export function PartOf({
  id,
  postmortem,
  capture,
  analysis,
  editing,
  corrections,
  attach,
  field,
  questions,
}: PartProps) {
  const { change: onChange } = editing;
  const prompt = kindOf(postmortem).prompts[id];
  const teams = useMemo(() => teamsOf(capture), [capture]);
  switch (id) {
    case 'summary':
      return (
        <TextSectionField {...field('summary')} title="Summary">
          <SummaryCheck analysis={analysis} />
        </TextSectionField>
      );
    case 'impact':
      return (
        <TextSectionField {...field('impact')} title="Impact" hint="One fact a line.">
          <ImpactFields facts={postmortem.facts} onChange={onChange} />
        </TextSectionField>
      );
    case 'levels':
      return null;
    case 'delays':
    case 'answers':
      return (
        <TextSectionField
          {...field(id)}
          title={id === 'delays' ? 'Delays' : 'Wrong and right answers'}
          prompt={prompt}
          hint="One fact a line."
        />
      );
    case 'timeline':
      return (
        <TimelineEditor
          timeline={postmortem.timeline}
          attachments={postmortem.attachments}
          {...{ editing, attach, corrections }}
        />
      );
    case 'messages':
      return (
        <>
          <TextSectionField
            {...field('externalMessages')}
            title="What reached the customer"
            prompt={prompt}
            hint="One fact a line."
          >
            <FirstUpdates
              severity={postmortem.severity}
              targets={postmortem.firstUpdateTargets}
              analysis={analysis}
            />
          </TextSectionField>
          <TextSectionField
            {...field('internalMessages')}
            title="What stayed inside"
            hint="One fact a line."
          />
        </>
      );
    case 'cause':
      return (
        <Cause
          whys={postmortem.whys}
          symptom={field('symptom')}
          cause={field('cause')}
          systemic={field('systemic')}
          factors={field('factors')}
          prompt={prompt}
          onChange={onChange}
        >
          <CauseCategory postmortem={postmortem} analysis={analysis} onChange={onChange} />
        </Cause>
      );
    case 'went':
      return (
        <>
          <TextSectionField {...field('wentWell')} title="What went well" hint="One thing a line." />
          <TextSectionField {...field('wentBadly')} title="What went badly" hint="One thing a line." />
          <Folded id="lucky" title="Where we got lucky" fields={[field('lucky')]} />
        </>
      );
    case 'resolution':
    case 'learnings':
    case 'notes':
      return (
        <Folded id={id} title={foldedTitles[id]} fields={sectionsOfPart[id].map(field)} prompt={prompt} />
      );
    case 'actions':
      return (
        <Actions
          actions={postmortem.actions}
          causes={postmortem.causes.details}
          teams={teams}
          onChange={onChange}
        />
      );
    case 'followUps':
      return (
        <FollowUps
          checkpoints={postmortem.checkpoints}
          actions={postmortem.actions}
          isTracked={postmortem.status === 'tracked'}
          analysis={analysis}
          onChange={onChange}
        />
      );
    case 'meeting':
      return (
        <MeetingPart
          meeting={postmortem.meeting}
          analysis={analysis}
          questions={questions}
          onChange={onChange}
        />
      );
  }
}

const foldedTitles = {
  resolution: 'How it was resolved',
  learnings: 'Learnings and risks',
  notes: 'Other notes',
} as const;

const fieldTitles: { [name in TextSectionName]?: string } = {
  resolution: 'How it was resolved',
  learnings: 'Learnings',
  risks: 'Risks',
  dependencies: 'Knowledge dependencies',
  lucky: 'Where we got lucky',
  notes: 'Other notes',
};

/** Parts that are read after the rest: one line until somebody looks. */
function Folded({
  id,
  title,
  fields,
  prompt,
}: {
  id: string;
  title: string;
  fields: readonly FieldProps[];
  prompt?: string | undefined;
}) {
  const state = combinedState(fields.map(({ section }) => section.state));
  return (
    <Part id={id} title={title} aside={<StateMark state={state} />} open={false}>
      {prompt && <p className="data soft">{prompt}</p>}
      {fields.map((field) => (
        <div key={field.name}>
          {fields.length > 1 && (
            <div className={styles.subheading}>
              <h3>{fieldTitles[field.name]}</h3>
            </div>
          )}
          <FieldBody {...field} label={fieldTitles[field.name] ?? title} />
        </div>
      ))}
    </Part>
  );
}

function teamsOf({ ticket }: Capture): string[] {
  return [...new Set(ticket.people.map((person) => person.team ?? '').filter((team) => team !== ''))];
}
