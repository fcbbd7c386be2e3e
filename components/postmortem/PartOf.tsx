import { useMemo } from 'react';
import type { Analysis } from '../../lib/analysis/types';
import { kindOf, type PartId, sectionsOfPart } from '../../lib/postmortem/kinds';
import type { Postmortem, SectionState, TextSectionName } from '../../lib/postmortem/schema';
import type { Capture } from '../../lib/ticket/schema';
import type { Corrections } from '../panel/use-corrections';
import type { PostmortemSession } from '../panel/use-postmortem';
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

interface PartProps {
  id: PartId;
  postmortem: Postmortem;
  session: PostmortemSession;
  capture: Capture;
  analysis: Analysis;
  corrections: Corrections | undefined;
  attach: Attach;
  field: (name: TextSectionName) => FieldProps;
  /** What the claim check left open, for the meeting. */
  questions: readonly string[];
}

/** One part of the document, with what its kind asks of it. */
export function PartOf({
  id,
  postmortem,
  session,
  capture,
  analysis,
  corrections,
  attach,
  field,
  questions,
}: PartProps) {
  const { change: onChange } = session;
  const prompt = kindOf(postmortem).prompts[id];
  const teams = useMemo(() => teamsOf(capture), [capture]);
  switch (id) {
    case 'summary':
      return (
        <TextSectionField {...field('summary')} title="Summary">
          <SummaryCheck postmortem={postmortem} analysis={analysis} />
        </TextSectionField>
      );
    case 'impact':
      return (
        <TextSectionField {...field('impact')} title="Impact" hint="One fact a line.">
          <ImpactFields postmortem={postmortem} onChange={onChange} />
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
      return <TimelineEditor {...{ postmortem, session, attach, corrections }} />;
    case 'messages':
      return (
        <>
          <TextSectionField
            {...field('externalMessages')}
            title="What reached the customer"
            prompt={prompt}
            hint="One fact a line."
          >
            <FirstUpdates postmortem={postmortem} analysis={analysis} />
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
          postmortem={postmortem}
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
          <Folded id="lucky" title="Where we got lucky" names={['lucky']} {...{ postmortem, field }} />
        </>
      );
    case 'resolution':
    case 'learnings':
    case 'notes':
      return (
        <Folded
          id={id}
          title={foldedTitles[id]}
          names={sectionsOfPart[id]}
          prompt={prompt}
          {...{ postmortem, field }}
        />
      );
    case 'actions':
      return <Actions postmortem={postmortem} teams={teams} onChange={onChange} />;
    case 'followUps':
      return <FollowUps postmortem={postmortem} analysis={analysis} onChange={onChange} />;
    case 'meeting':
      return (
        <MeetingPart postmortem={postmortem} analysis={analysis} questions={questions} onChange={onChange} />
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
  names,
  prompt,
  postmortem,
  field,
}: {
  id: string;
  title: string;
  names: readonly TextSectionName[];
  prompt?: string | undefined;
  postmortem: Postmortem;
  field: PartProps['field'];
}) {
  const state: SectionState = combinedState(names.map((name) => postmortem.sections[name].state));
  return (
    <Part id={id} title={title} aside={<StateMark state={state} />} open={false}>
      {prompt && <p className="data soft">{prompt}</p>}
      {names.map((name) => (
        <div key={name}>
          {names.length > 1 && (
            <div className={styles.subheading}>
              <h3>{fieldTitles[name]}</h3>
            </div>
          )}
          <FieldBody {...field(name)} label={fieldTitles[name] ?? title} />
        </div>
      ))}
    </Part>
  );
}

function teamsOf({ ticket }: Capture): string[] {
  return [...new Set(ticket.people.map((person) => person.team ?? '').filter((team) => team !== ''))];
}
