/**
 * Which ticket the panel shows, and the pull that fills it. Pulls are kept by ticket, never by tab, so two
 * tickets open in two tabs cannot be mixed up; a page that is no ticket leaves the one on screen in place.
 */
import { useCallback, useEffect, useMemo, useReducer, useRef } from 'react';
import type { Site, TicketRef } from '../../lib/helpdesks/contract';
import { locateTicket } from '../../lib/helpdesks/sites';
import { pullTicket } from '../../lib/platform/pull';
import { activeTab, type SeenTab, watchTabs } from '../../lib/platform/tabs';
import { StoreFailure } from '../../lib/storage/problems';
import type { Store } from '../../lib/storage/store';
import type { Iso } from '../../lib/ticket/basics';
import type { Problem } from '../../lib/ticket/problem';
import type { Capture } from '../../lib/ticket/schema';

export interface ShownTicket {
  id: string;
  ref: TicketRef;
  label: string;
  /** Absent for a ticket opened from the list, whose page is not open. */
  tabId?: number;
}

export interface PullState {
  status: 'idle' | 'pulling' | 'failed' | 'done';
  progress?: { done: number; total?: number; label?: string };
  /** The helpdesk asked for a pause until then. */
  waitingUntil?: Iso;
  problem?: Problem;
}

interface SessionState {
  looked: boolean;
  /** Counts the clicks on the toolbar icon: each one asks to see its ticket. */
  clicks: number;
  shown?: ShownTicket;
  /** What the page in front is, when it is not the ticket shown. */
  front: 'ticket' | 'other_page' | 'hidden_page';
  pulls: Readonly<Record<string, PullState>>;
  captures: Readonly<Record<string, Capture>>;
}

type Step =
  | { type: 'front'; front: SessionState['front'] }
  | { type: 'show'; ticket: ShownTicket; clicked?: boolean }
  | { type: 'pull'; id: string; pull: PullState }
  | { type: 'capture'; id: string; capture: Capture }
  | { type: 'tab_closed'; tabId: number };

export interface TicketSession extends SessionState {
  capture?: Capture;
  pull: PullState;
  pullAgain(): void;
  cancel(): void;
  /** Shows a stored capture whose page need not be open. */
  showStored(ticket: ShownTicket, capture: Capture): void;
}

const idle: PullState = { status: 'idle' };
const empty: SessionState = { looked: false, clicks: 0, front: 'ticket', pulls: {}, captures: {} };

export function useTicketSession(store: Store): TicketSession {
  const [state, dispatch] = useReducer(reduce, empty);
  const running = useRef(new Map<string, AbortController>());
  const known = useRef(new Set<string>());

  const pull = useCallback(
    (ticket: ShownTicket) => {
      if (ticket.tabId === undefined || running.current.has(ticket.id)) return;
      const cancel = new AbortController();
      running.current.set(ticket.id, cancel);
      const report = (problem: Problem) =>
        dispatch({ type: 'pull', id: ticket.id, pull: { status: 'failed', problem } });
      void runPull(ticket, ticket.tabId, store, dispatch, cancel.signal)
        .catch((error: unknown) => report(stumbled(error)))
        .finally(() => running.current.delete(ticket.id));
    },
    [store],
  );

  const look = useCallback(
    (tab: SeenTab, clicked: boolean) => {
      const found = tab.url === undefined ? undefined : locateTicket(new URL(tab.url));
      if (!found) {
        dispatch({ type: 'front', front: tab.url === undefined ? 'hidden_page' : 'other_page' });
        return;
      }
      const ticket = shownTicket(found, tab.tabId);
      dispatch({ type: 'show', ticket, clicked });
      if (clicked || !known.current.has(ticket.id)) pull(ticket);
      known.current.add(ticket.id);
    },
    [pull],
  );

  useEffect(() => {
    void activeTab().then((tab) => {
      if (tab) look(tab, false);
      else dispatch({ type: 'front', front: 'hidden_page' });
    });
    return watchTabs({
      onLook: (tab) => look(tab, false),
      onClick: (tab) => look(tab, true),
      onClosed: (tabId) => dispatch({ type: 'tab_closed', tabId }),
    });
  }, [look]);

  const { shown } = state;
  return useMemo(
    () => ({
      ...state,
      ...(shown && state.captures[shown.id] ? { capture: state.captures[shown.id] } : {}),
      pull: (shown && state.pulls[shown.id]) ?? idle,
      pullAgain: () => shown && pull(shown),
      cancel: () => shown && running.current.get(shown.id)?.abort(),
      showStored: (ticket, capture) => {
        dispatch({ type: 'show', ticket });
        dispatch({ type: 'capture', id: ticket.id, capture });
      },
    }),
    [state, shown, pull],
  );
}

async function runPull(
  ticket: ShownTicket,
  tabId: number,
  store: Store,
  dispatch: (step: Step) => void,
  signal: AbortSignal,
): Promise<void> {
  const { id } = ticket;
  const report = (pull: PullState) => dispatch({ type: 'pull', id, pull });
  report({ status: 'pulling' });
  // Drawn a moment after the first screen: loaded while the helpdesk answers, they need not be waited for then.
  void import('../what-happened/Picture');
  void import('../what-happened/VirtualRows');
  const earlier = await store.latestCapture(id);
  if (earlier.ok && earlier.value) dispatch({ type: 'capture', id, capture: earlier.value });
  const result = await pullTicket(
    tabId,
    ticket.ref,
    {
      onProgress: (progress) => report({ status: 'pulling', progress }),
      onWaiting: (waitingUntil) => report({ status: 'pulling', waitingUntil }),
    },
    signal,
  );
  if (!result.ok) {
    report(result.problem.code === 'cancelled' ? idle : { status: 'failed', problem: result.problem });
    return;
  }
  dispatch({ type: 'capture', id, capture: result.value });
  report({ status: 'done' });
  const began = performance.now();
  await store.putCapture(result.value);
  performance.measure('debrief:store', { start: began, end: performance.now() });
}

/** Storage that refuses says why; anything else is a bug, which must not leave the panel waiting for ever. */
function stumbled(error: unknown): Problem {
  if (error instanceof StoreFailure) {
    return { code: 'unexpected_answer', message: error.problem.message, next: error.problem.next };
  }
  return {
    code: 'unexpected_answer',
    message: `Debrief stumbled while reading this ticket: ${error instanceof Error ? error.message : String(error)}.`,
    next: 'Pull again. If it happens again, report this message.',
  };
}

function reduce(state: SessionState, step: Step): SessionState {
  switch (step.type) {
    case 'front':
      return { ...state, looked: true, front: step.front };
    case 'show':
      return {
        ...state,
        looked: true,
        clicks: state.clicks + (step.clicked ? 1 : 0),
        front: step.ticket.tabId === undefined ? state.front : 'ticket',
        shown: withTab(step.ticket, state.shown),
      };
    case 'pull':
      return { ...state, pulls: { ...state.pulls, [step.id]: step.pull } };
    case 'capture':
      return { ...state, captures: { ...state.captures, [step.id]: step.capture } };
    case 'tab_closed':
      if (state.shown?.tabId !== step.tabId) return state;
      return { ...state, shown: { id: state.shown.id, ref: state.shown.ref, label: state.shown.label } };
  }
}

/** The ticket on screen, opened once more from the list, keeps the tab it is open in. */
function withTab(ticket: ShownTicket, before: ShownTicket | undefined): ShownTicket {
  const isSame = before?.id === ticket.id && before.tabId !== undefined && ticket.tabId === undefined;
  return isSame ? { ...ticket, tabId: before.tabId } : ticket;
}

function shownTicket({ site, ref }: { site: Site; ref: TicketRef }, tabId: number): ShownTicket {
  return { id: `${ref.helpdesk}:${ref.site}:${ref.key}`, ref, label: site.label, tabId };
}
