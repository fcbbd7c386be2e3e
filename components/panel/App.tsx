import { lazy, memo, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { throughOverlay } from '../../lib/analysis/overlay';
import { optionsFor } from '../../lib/analysis/preferences';
import { goToEvidence } from '../../lib/platform/evidence';
import type { Store } from '../../lib/storage/store';
import type { TicketEvent } from '../../lib/ticket/events';
import type { Place } from '../postmortem/Part';
import { SaveAnonymised } from '../report/SaveAnonymised';
import { WhatHappened } from '../what-happened/WhatHappened';
import { CoverageNote } from './CoverageNote';
import { NotOnPage, OtherPage } from './Notices';
import { PanelHeader, type Step } from './PanelHeader';
import { PullAgain, Pulling, PullProblem } from './PullStates';
import { useAnalysis } from './use-analysis';
import { useCorrections } from './use-corrections';
import { useEarlierCapture } from './use-earlier-capture';
import { usePostmortem } from './use-postmortem';
import { usePreferences } from './use-preferences';
import { useShownMark } from './use-shown-mark';
import { useTicketSession } from './use-ticket-session';

// The first screen is what people wait for; the others load when it stands.
const PostmortemList = lazy(() =>
  import('../library/PostmortemList').then((module) => ({ default: module.PostmortemList })),
);
const PostmortemScreen = lazy(() =>
  import('../postmortem/PostmortemScreen').then((module) => ({ default: module.PostmortemScreen })),
);
const NoTicket = lazy(() => import('./NoTicket').then((module) => ({ default: module.NoTicket })));
const AllowSite = lazy(() => import('./AllowSite').then((module) => ({ default: module.AllowSite })));
const ShareScreen = lazy(() =>
  import('../share/ShareScreen').then((module) => ({ default: module.ShareScreen })),
);
const SolvedNotice = lazy(() =>
  import('./SolvedNotice').then((module) => ({ default: module.SolvedNotice })),
);
const CustomerFront = lazy(() =>
  import('./CustomerFront').then((module) => ({ default: module.CustomerFront })),
);

/** Not drawn anew for every page of a pull that goes on above it. */
const StillWhatHappened = memo(WhatHappened);
/** Nor the head for every key in the document below it. */
const StillHeader = memo(PanelHeader);

/** The side panel: one ticket in three steps, or the list of earlier postmortems. */
export function App({ store }: { store: Store }) {
  const session = useTicketSession(store);
  const [steps, setSteps] = useState<Record<string, Step>>({});
  const [listOpen, setListOpen] = useState(false);
  const [missing, setMissing] = useState(false);
  const { shown, pull } = session;
  const corrections = useCorrections(store, session.capture?.ticket.id);
  const { overlay } = corrections;
  // Everything that is shown and drafted sees the ticket through a person's corrections.
  const capture = useMemo(
    () => session.capture && throughOverlay(session.capture, overlay),
    [session.capture, overlay],
  );
  const { preferences, change: prefer } = usePreferences(store);
  const options = useMemo(
    () => session.capture && optionsFor(session.capture, overlay, preferences),
    [session.capture, overlay, preferences],
  );
  const analysis = useAnalysis(session.capture, options);
  useShownMark(capture);
  const earlier = useEarlierCapture(session.capture);
  const label = shown?.label;
  const evidence = useMemo(
    () =>
      capture && analysis && label ? { ticketId: capture.ticket.id, label, capture, analysis } : undefined,
    [capture, analysis, label],
  );
  // Of several postmortems of one ticket, the one that was opened from the list.
  const [chosen, setChosen] = useState<Record<string, string>>({});
  const postmortem = usePostmortem(store, evidence, {
    preferences,
    chosen: evidence && chosen[evidence.ticketId],
  });
  // Where on the second screen somebody wants to go; that screen takes it up once.
  const place = useRef<Place>(undefined);
  const step = (shown && steps[shown.id]) ?? 'happened';
  const shownId = shown?.id;

  // biome-ignore lint/correctness/useExhaustiveDependencies: another ticket or step starts at its top
  useEffect(() => {
    window.scrollTo(0, 0);
  }, [shownId, step, listOpen]);

  // A click on the icon asks for its ticket, whatever was open before.
  const { clicks } = session;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each click counts
  useEffect(() => setListOpen(false), [clicks]);

  const toStep = useCallback(
    (next: Step) => {
      setListOpen(false);
      if (shownId !== undefined) setSteps((all) => ({ ...all, [shownId]: next }));
    },
    [shownId],
  );
  const showEvidence = useCallback(
    async (event?: TicketEvent) => {
      if (!shown) return;
      setMissing(false);
      const found = await goToEvidence(shown.tabId, capture?.ticket ?? shown.ref, event);
      setMissing(found === 'not_on_page');
    },
    [shown, capture],
  );
  const showTicket = useCallback(() => void showEvidence(), [showEvidence]);
  const openList = useCallback(() => setListOpen(true), []);
  const { start } = postmortem;
  const startPostmortem = useCallback(() => {
    start();
    toStep('postmortem');
  }, [start, toStep]);
  const offered = shown?.tabId === undefined ? undefined : shown.ref.url;
  const offer = useMemo(
    () =>
      offered !== undefined && (
        <Suspense>
          <AllowSite url={offered} />
        </Suspense>
      ),
    [offered],
  );

  if (listOpen) {
    return (
      <Suspense>
        <PostmortemList
          store={store}
          onBack={() => setListOpen(false)}
          onOpen={(opened) => {
            session.showStored(opened.ticket, opened.capture);
            setSteps((all) => ({ ...all, [opened.ticket.id]: 'postmortem' }));
            setChosen((all) => ({ ...all, [opened.ticket.id]: opened.postmortemId }));
            setListOpen(false);
          }}
        />
      </Suspense>
    );
  }
  if (!session.looked) return null;
  if (!shown) {
    return (
      <Suspense>
        {session.customer ? (
          <main>
            <CustomerFront front={session.customer} onList={openList} />
          </main>
        ) : (
          <NoTicket front={session.front} store={store} onList={openList} />
        )}
      </Suspense>
    );
  }

  const again = (
    <PullAgain isOpen={shown.tabId !== undefined} onPull={session.pullAgain} onOpen={showTicket} />
  );
  return (
    <>
      <StillHeader
        shown={shown}
        capture={capture}
        pull={pull}
        saveState={step === 'postmortem' && postmortem.postmortem ? postmortem.saveState : undefined}
        step={step}
        steps={evidence !== undefined}
        onStep={toStep}
        onPull={session.pullAgain}
        onList={openList}
        onTicket={showTicket}
      >
        {evidence && postmortem.postmortem === null && !evidence.analysis.span.open && (
          <Suspense>
            <SolvedNotice {...evidence} earlier={earlier} onStart={startPostmortem} />
          </Suspense>
        )}
      </StillHeader>
      <main>
        {(session.front === 'hidden_page' || session.front === 'out_of_sight') && (
          <OtherPage isOwn={session.front === 'out_of_sight'} />
        )}
        {session.customer && (
          <Suspense>
            <CustomerFront front={session.customer} />
          </Suspense>
        )}
        {pull.status === 'failed' && pull.problem && (
          <PullProblem problem={pull.problem} kept={capture} again={again} />
        )}
        {pull.status === 'pulling' && (
          <Pulling pull={pull} label={shown.label} small={capture !== undefined} onCancel={session.cancel} />
        )}
        {pull.status === 'idle' && !capture && (
          <Pulling pull={pull} label={shown.label} small={false} again={again} />
        )}
        {evidence && step === 'happened' && (
          <>
            <CoverageNote coverage={evidence.capture.coverage}>
              <SaveAnonymised capture={evidence.capture} />
            </CoverageNote>
            <StillWhatHappened
              {...evidence}
              read={session.capture ?? evidence.capture}
              options={options}
              corrections={corrections}
              postmortem={postmortem.postmortem}
              onEvidence={showEvidence}
              onStart={startPostmortem}
              offer={offer}
            />
          </>
        )}
        <Suspense>
          {evidence && step === 'postmortem' && (
            <PostmortemScreen
              {...evidence}
              session={postmortem}
              preferences={preferences}
              corrections={corrections}
              onEvidence={showEvidence}
              place={place}
              onShare={() => toStep('share')}
            />
          )}
          {evidence && step === 'share' && (
            <ShareScreen
              {...evidence}
              postmortem={postmortem.postmortem}
              origin={{ ...(session.capture ? { pulled: session.capture } : {}), overlay, preferences }}
              onStart={() => toStep('postmortem')}
              onChange={postmortem.change}
              onPrefer={prefer}
              onPlace={(part, target) => {
                place.current = { part, target };
                toStep('postmortem');
              }}
            />
          )}
        </Suspense>
      </main>
      {missing && <NotOnPage onDismiss={() => setMissing(false)} />}
    </>
  );
}
