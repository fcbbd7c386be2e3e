import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Analysis } from '../../lib/analysis/types';
import type { Check } from '../../lib/postmortem/check';
import { kindOf, type PartId } from '../../lib/postmortem/kinds';
import type { PostmortemPreferences } from '../../lib/postmortem/preferences';
import type { Postmortem, TextSectionName } from '../../lib/postmortem/schema';
import type { Capture } from '../../lib/ticket/schema';
import { HistorySection } from '../history/HistorySection';
import { UndoButtons } from '../history/UndoButtons';
import type { Corrections } from '../panel/use-corrections';
import type { PostmortemSession } from '../panel/use-postmortem';
import { Button } from '../ui/Button';
import { Foot } from '../ui/Foot';
import { Section } from '../ui/Section';
import { AttachSaid, PictureCatcher } from './Attaching';
import { DocumentHead } from './DocumentHead';
import { OpenChecks } from './OpenChecks';
import { Outline } from './Outline';
import { OwnEvidence } from './OwnEvidence';
import { goToPart, type Place } from './Part';
import { PartOf } from './PartOf';
import { FieldBody, type FieldProps, StateMark } from './TextSectionField';
import { useAttach } from './use-attach';
import { useEditing } from './use-editing';
import { useKeptInStep } from './use-kept-in-step';
import { useLate, useReport } from './use-reading';

interface FormProps {
  postmortem: Postmortem;
  session: PostmortemSession;
  capture: Capture;
  analysis: Analysis;
  /** What the user decided for every postmortem. */
  preferences: PostmortemPreferences;
  /** Absent where the evidence cannot be corrected. */
  corrections: Corrections | undefined;
  /** Where to go once it stands. */
  place: React.RefObject<Place | undefined> | undefined;
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
  place,
  onShare,
}: FormProps) {
  const { change, decline, undo, redo, inTheWay, takeBack, bringAgain } = session;
  const editing = useEditing(session, postmortem.id);
  const attach = useAttach(editing);
  const late = useLate();
  const report = useReport();
  const [areChecksOpen, setChecksOpen] = useState(false);
  useKeptInStep(postmortem, capture, analysis, session.follow);
  useEffect(() => {
    if (!place?.current) return;
    goToPart(place.current.part, place.current.target);
    place.current = undefined;
  }, [place]);

  const review = useCallback(() => {
    setChecksOpen(true);
    requestAnimationFrame(() => goToPart('checks'));
  }, []);
  const closeChecks = useCallback(() => setChecksOpen(false), []);
  const open = report?.checks.filter(({ level }) => level !== 'info').length ?? 0;
  const field = (name: TextSectionName): FieldProps => ({
    name,
    section: postmortem.sections[name],
    offer: session.offers.find((offer) => offer.section === name),
    isDeclined: session.declined.includes(name),
    onChange: change,
    onDecline: decline,
  });
  const questions = useMemo(() => questionsFrom(report?.checks ?? []), [report]);
  const props = { postmortem, capture, analysis, editing, corrections, attach, field, questions };
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
      <Outline postmortem={late} />
      {areChecksOpen && report && <OpenChecks checks={report.checks} onGo={goTo} onClose={closeChecks} />}
      <Section id="title" title="Title" aside={<StateMark state={postmortem.sections.title.state} />}>
        <FieldBody {...field('title')} label="Title" single />
      </Section>
      {kindOf(postmortem).parts.map((id) => (
        <PartOf key={id} id={id} {...props} />
      ))}
      <OwnEvidence
        attachments={postmortem.attachments}
        linked={postmortem.linked}
        editing={editing}
        attach={attach}
      />
      <HistorySection
        store={session.store}
        postmortem={late}
        savedAt={session.saveState.kind === 'saved' ? session.saveState.at : undefined}
        onRestore={session.restore}
      />
      <Foot>
        <AttachSaid attach={attach} />
        <UndoButtons {...{ undo, redo, inTheWay, takeBack, bringAgain }} />
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

function goTo(check: Check): void {
  goToPart(partAnchor(check.section), check.target);
}

/** What the claim check could not settle is for those who were there. */
function questionsFrom(checks: readonly Check[]): string[] {
  return checks.filter(({ id }) => id.startsWith('claims:')).map(({ message }) => message);
}

/** Where a link to a part goes: the parts of one section carry its name. */
function partAnchor(section: PartId | 'document'): string {
  if (section === 'document') return 'summary';
  if (section === 'messages') return 'externalMessages';
  if (section === 'went') return 'wentWell';
  return section;
}
