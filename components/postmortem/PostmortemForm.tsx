import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Analysis } from '../../lib/analysis/types';
import type { Check } from '../../lib/postmortem/check';
import { confirmSection, editSection, takeOffer } from '../../lib/postmortem/edit';
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
import { useChecks } from './use-checks';
import { useKeptInStep } from './use-kept-in-step';

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
  const { change } = session;
  const attach = useAttach(session);
  const report = useChecks(postmortem, capture, analysis);
  const [areChecksOpen, setChecksOpen] = useState(false);
  const kind = kindOf(postmortem);
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
  const go = (check: Check) => goToPart(partAnchor(check.section), check.target);
  const open = report?.checks.filter(({ level }) => level !== 'info').length ?? 0;
  const field = (name: TextSectionName): FieldProps => ({
    name,
    section: postmortem.sections[name],
    offer: session.offers.find((offer) => offer.section === name),
    onText: (text) => change((current, now) => editSection(current, name, text, now)),
    onOffer: (offer) => change((current, now) => takeOffer(current, offer, now)),
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

/** Where a link to a part goes: the parts of one section carry its name. */
function partAnchor(section: PartId | 'document'): string {
  if (section === 'document') return 'summary';
  if (section === 'messages') return 'externalMessages';
  if (section === 'went') return 'wentWell';
  return section;
}
