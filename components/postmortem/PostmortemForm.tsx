import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Analysis } from '../../lib/analysis/types';
import type { Check } from '../../lib/postmortem/check';
import { confirmSection, editSection } from '../../lib/postmortem/edit';
import { kindOf, type PartId, sectionsOfPart } from '../../lib/postmortem/kinds';
import type { PostmortemPreferences } from '../../lib/postmortem/preferences';
import { redraft } from '../../lib/postmortem/redraft';
import type { Postmortem, SectionState, TextSectionName } from '../../lib/postmortem/schema';
import type { Capture } from '../../lib/ticket/schema';
import { HistorySection } from '../history/HistorySection';
import { UndoButtons } from '../history/UndoButtons';
import type { Corrections } from '../panel/use-corrections';
import type { PostmortemSession } from '../panel/use-postmortem';
import { Button } from '../ui/Button';
import { Foot } from '../ui/Foot';
import { Section } from '../ui/Section';
import { Actions } from './Actions';
import { AttachSaid, PictureCatcher } from './Attaching';
import { Cause } from './Cause';
import { CauseCategory } from './CauseCategory';
import { DocumentHead } from './DocumentHead';
import { FirstUpdates } from './FirstUpdates';
import { FollowUps } from './FollowUps';
import { ImpactFields } from './ImpactFields';
import { MeetingPart } from './MeetingPart';
import { OpenChecks } from './OpenChecks';
import { Outline } from './Outline';
import { OwnEvidence } from './OwnEvidence';
import { goToPart, Part } from './Part';
import styles from './Postmortem.module.css';
import { SummaryCheck } from './SummaryCheck';
import { combinedState } from './section-state';
import { FieldBody, type FieldProps, StateMark, TextSectionField } from './TextSectionField';
import { TimelineEditor } from './TimelineEditor';
import { type Attach, useAttach } from './use-attach';
import { useChecks } from './use-checks';

interface FormProps {
  postmortem: Postmortem;
  session: PostmortemSession;
  capture: Capture;
  analysis: Analysis;
  /** What the user decided for every postmortem. */
  preferences: PostmortemPreferences;
  /** Absent where the evidence cannot be corrected. */
  corrections: Corrections | undefined;
  onShare: () => void;
}

/** Every part of the document in the order of its kind, with what is missing above and the way on below. */
export function PostmortemForm({
  postmortem,
  session,
  capture,
  analysis,
  preferences,
  corrections,
  onShare,
}: FormProps) {
  const { change } = session;
  const attach = useAttach(session);
  const report = useChecks(postmortem, capture, analysis);
  const [areChecksOpen, setChecksOpen] = useState(false);
  const kind = kindOf(postmortem);
  useKeptInStep(postmortem, capture, analysis, session.follow);

  const review = useCallback(() => {
    setChecksOpen(true);
    requestAnimationFrame(() => goToPart('checks'));
  }, []);
  const go = (check: Check) => goToPart(partAnchor(check.section), check.target);
  const open = report?.checks.filter(({ level }) => level !== 'info').length ?? 0;
  const field = (name: TextSectionName): FieldProps => ({
    name,
    section: postmortem.sections[name],
    offer: session.offers.find((offer) => offer.section === name),
    onText: (text) => change((current, now) => editSection(current, name, text, now)),
    onConfirm: () => change((current, now) => confirmSection(current, name, now)),
    isDeclined: session.declined.includes(name),
    onDecline: (isDeclined) => session.decline(name, isDeclined),
  });
  const questions = useMemo(() => questionsFrom(report?.checks ?? []), [report]);
  const props = { postmortem, session, capture, analysis, corrections, attach, field, questions };
  return (
    <PictureCatcher attach={attach}>
      <DocumentHead
        postmortem={postmortem}
        analysis={analysis}
        report={report}
        preferences={preferences}
        onChange={change}
        onReview={review}
      />
      <Outline postmortem={postmortem} parts={kind.parts} />
      {areChecksOpen && report && (
        <OpenChecks checks={report.checks} onGo={go} onClose={() => setChecksOpen(false)} />
      )}
      <Section id="title" title="Title" aside={<StateMark state={postmortem.sections.title.state} />}>
        <FieldBody {...field('title')} label="Title" single />
      </Section>
      {kind.parts.map((id) => (
        <PartOf key={id} id={id} {...props} />
      ))}
      <OwnEvidence postmortem={postmortem} session={session} attach={attach} />
      <HistorySection store={session.store} postmortem={postmortem} onRestore={session.restore} />
      <Foot>
        <AttachSaid attach={attach} />
        <UndoButtons session={session} />
        {open > 0 && (
          <Button key="review" variant="primary" onClick={review}>
            {open === 1 ? 'Review 1 open check' : `Review ${open} open checks`}
          </Button>
        )}
        <Button key="share" variant={report && open === 0 ? 'primary' : 'plain'} onClick={onShare}>
          Share
        </Button>
      </Foot>
    </PictureCatcher>
  );
}

/** What the claim check could not settle is for those who were there. */
function questionsFrom(checks: readonly Check[]): string[] {
  return checks.filter(({ id }) => id.startsWith('claims:')).map(({ message }) => message);
}

/** What nobody has touched follows what people fill in: facts, whys, kind and severity. */
function useKeptInStep(
  postmortem: Postmortem,
  capture: Capture,
  analysis: Analysis,
  follow: PostmortemSession['follow'],
): void {
  const { facts, whys, kind, customKind, severity, causes } = postmortem;
  const answers = whys.map(({ answer }) => answer);
  const entered = JSON.stringify([facts, answers, kind, customKind, severity, causes]);
  const seen = useRef(entered);
  useEffect(() => {
    if (seen.current === entered) return;
    // Half a word makes no sentence: the draft follows once nobody has typed for a moment.
    const timer = setTimeout(() => {
      seen.current = entered;
      follow((current) => redraft(current, capture, analysis).next);
    }, FOLLOW_MS);
    return () => clearTimeout(timer);
  }, [entered, capture, analysis, follow]);
}

const FOLLOW_MS = 600;

/** Where a link to a part goes: the parts of one section carry its name. */
export function partAnchor(section: PartId | 'document'): string {
  if (section === 'document') return 'summary';
  if (section === 'messages') return 'externalMessages';
  if (section === 'went') return 'wentWell';
  return section;
}

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

function PartOf({
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
