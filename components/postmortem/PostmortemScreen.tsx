import { useMemo } from 'react';
import { noPreferences, type Preferences } from '../../lib/analysis/preferences';
import type { Analysis } from '../../lib/analysis/types';
import { postmortemPreferences } from '../../lib/postmortem/preferences';
import type { TicketEvent } from '../../lib/ticket/events';
import type { Capture } from '../../lib/ticket/schema';
import type { Corrections } from '../panel/use-corrections';
import type { PostmortemSession } from '../panel/use-postmortem';
import { Button } from '../ui/Button';
import { EvidenceProvider } from '../ui/Evidence';
import { StatusPanel } from '../ui/StatusPanel';
import type { Place } from './Part';
import { PostmortemForm } from './PostmortemForm';
import { SaveProblem } from './SaveProblem';
import { LinkingProvider } from './use-linked';
import { ReadingProvider } from './use-reading';

interface PostmortemScreenProps {
  capture: Capture;
  analysis: Analysis;
  session: PostmortemSession;
  /** Kinds and targets of the user's own. */
  preferences?: Preferences;
  /** Where a decision taken aloud is noted. */
  corrections?: Corrections;
  onEvidence: (event: TicketEvent) => void;
  /** Where to go once it stands; taken up once. */
  place?: React.RefObject<Place | undefined>;
  onShare: () => void;
}

/** The second screen: the draft, every part of it editable, saved while one types. */
export function PostmortemScreen({
  capture,
  analysis,
  session,
  preferences = noPreferences,
  corrections,
  onEvidence,
  place,
  onShare,
}: PostmortemScreenProps) {
  const { postmortem } = session;
  const own = useMemo(() => postmortemPreferences(preferences), [preferences]);
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
      <ReadingProvider
        postmortem={postmortem}
        capture={capture}
        analysis={analysis}
        onChange={session.change}
      >
        <LinkingProvider linked={postmortem.linked} onChange={session.change}>
          <PostmortemForm
            postmortem={postmortem}
            session={session}
            capture={capture}
            analysis={analysis}
            preferences={own}
            corrections={corrections}
            place={place}
            onShare={onShare}
          />
        </LinkingProvider>
      </ReadingProvider>
    </EvidenceProvider>
  );
}
