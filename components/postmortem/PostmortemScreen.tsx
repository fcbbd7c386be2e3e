import { useMemo } from 'react';
import type { Analysis } from '../../lib/analysis/types';
import { confirmSection, editSection } from '../../lib/postmortem/edit';
import type { Postmortem, TextSectionName } from '../../lib/postmortem/schema';
import type { TicketEvent } from '../../lib/ticket/events';
import type { Capture } from '../../lib/ticket/schema';
import type { PostmortemSession } from '../panel/use-postmortem';
import { Button } from '../ui/Button';
import { EvidenceProvider } from '../ui/Evidence';
import { Foot } from '../ui/Foot';
import { StatusPanel } from '../ui/StatusPanel';
import { Actions } from './Actions';
import { Cause } from './Cause';
import { Outline } from './Outline';
import { SaveProblem } from './SaveProblem';
import { SummaryCheck } from './SummaryCheck';
import { TextSectionField } from './TextSectionField';
import { TimelineEditor } from './TimelineEditor';
import { ClaimsProvider } from './use-claims';

interface PostmortemScreenProps {
  capture: Capture;
  analysis: Analysis;
  session: PostmortemSession;
  onEvidence: (event: TicketEvent) => void;
  onShare: () => void;
}

/** The second screen: the draft, every part of it editable, saved while one types. */
export function PostmortemScreen({ capture, analysis, session, onEvidence, onShare }: PostmortemScreenProps) {
  const { postmortem } = session;
  if (session.problem) {
    return (
      <StatusPanel role="alert" glyph="serious" title={session.problem.message} text={session.problem.next} />
    );
  }
  if (postmortem === undefined) return <p className="hidden-text">Looking for an earlier draft</p>;
  if (postmortem === null) {
    return (
      <StatusPanel
        glyph="empty"
        title="No postmortem for this ticket yet"
        text="The draft arrives filled in from the ticket. Everything in it can be changed, and it is saved in this browser while you type."
        buttons={
          <Button variant="primary" onClick={session.start}>
            Start postmortem
          </Button>
        }
      />
    );
  }
  return (
    <EvidenceProvider ticket={capture.ticket} onGo={onEvidence}>
      <SaveProblem session={session} />
      <ClaimsProvider postmortem={postmortem} capture={capture} analysis={analysis} onChange={session.change}>
        <Form postmortem={postmortem} session={session} capture={capture} />
      </ClaimsProvider>
      <Foot>
        <Button variant="primary" onClick={onShare}>
          Share
        </Button>
      </Foot>
    </EvidenceProvider>
  );
}

function Form({
  postmortem,
  session,
  capture,
}: {
  postmortem: Postmortem;
  session: PostmortemSession;
  capture: Capture;
}) {
  const teams = useMemo(() => teamsOf(capture), [capture]);
  const field = (name: TextSectionName) => ({
    name,
    section: postmortem.sections[name],
    offer: session.offers.find((offer) => offer.section === name),
    onText: (text: string) => session.change((current, now) => editSection(current, name, text, now)),
    onConfirm: () => session.change((current, now) => confirmSection(current, name, now)),
    onDismissOffer: () => session.dismissOffer(name),
  });
  return (
    <>
      <Outline postmortem={postmortem} />
      <TextSectionField {...field('title')} title="Title" single />
      <TextSectionField {...field('summary')} title="Summary">
        <SummaryCheck text={postmortem.sections.summary.text} cause={postmortem.whys} />
      </TextSectionField>
      <TextSectionField {...field('impact')} title="Impact" hint="One fact a line." />
      <TimelineEditor postmortem={postmortem} onChange={session.change} />
      <TextSectionField
        {...field('externalMessages')}
        title="What reached the customer"
        hint="One fact a line."
      />
      <TextSectionField {...field('internalMessages')} title="What stayed inside" hint="One fact a line." />
      <Cause
        postmortem={postmortem}
        symptom={field('symptom')}
        cause={field('cause')}
        onChange={session.change}
      />
      <TextSectionField {...field('wentWell')} title="What went well" hint="One thing a line." />
      <TextSectionField {...field('wentBadly')} title="What went badly" hint="One thing a line." />
      <Actions postmortem={postmortem} teams={teams} onChange={session.change} />
    </>
  );
}

function teamsOf({ ticket }: Capture): string[] {
  return [...new Set(ticket.people.map((person) => person.team ?? '').filter((team) => team !== ''))];
}
