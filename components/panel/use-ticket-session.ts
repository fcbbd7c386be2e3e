/**
 * Which ticket the panel shows, and the pull that fills it. Pulls are kept by ticket, never by tab, so two
 * tickets open in two tabs cannot be mixed up; a page that is no ticket leaves the one on screen in place.
 */
import { useCallback, useEffect, useMemo, useReducer, useState } from 'react';
import type { CustomerPage, Site, TicketRef } from '../../lib/helpdesks/contract';
import { locateCustomerPage, locateTicket } from '../../lib/helpdesks/sites';
import { activeTab, lookAt, type SeenTab, watchTabs } from '../../lib/platform/tabs';
import { watchPermissions } from '../../lib/platform/watch-permissions';
import { StoreFailure } from '../../lib/storage/problems';
import type { Store } from '../../lib/storage/store';
import type { Problem } from '../../lib/ticket/problem';
import type { Capture } from '../../lib/ticket/schema';
import { idle, type PullNews, type PullState, pulling, runPull } from './run-pull';
import { RunningPulls } from './running-pulls';

export interface ShownTicket {
  id: string;
  ref: TicketRef;
  label: string;
  /** Absent for a ticket opened from the list, whose page is not open. */
  tabId?: number;
}

/**
 * What the page in front is. Hidden: Debrief may not see it. Out of sight: neither, though it is the shown ticket's
 * own tab; access was taken back, or the tab has left for another site.
 */
export type Front = 'ticket' | 'other_page' | 'hidden_page' | 'out_of_sight';

/** A ticket as its customer sees it, in front. */
export interface CustomerFront extends CustomerPage {
  label: string;
  tabId: number;
}

interface SessionState {
  looked: boolean;
  /** Counts the clicks on the toolbar icon: each one asks to see its ticket. */
  clicks: number;
  shown?: ShownTicket;
  front: Front;
  /** Set where the other page is the customer’s view of a ticket. */
  customer: CustomerFront | undefined;
  pulls: Readonly<Record<string, PullState>>;
  captures: Readonly<Record<string, Capture>>;
}

type Step =
  | { type: 'front'; tab?: SeenTab }
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

const empty: SessionState = {
  looked: false,
  clicks: 0,
  front: 'ticket',
  customer: undefined,
  pulls: {},
  captures: {},
};

export function useTicketSession(store: Store): TicketSession {
  const [state, dispatch] = useReducer(reduce, empty);
  const [running] = useState(() => new RunningPulls());
  const [held] = useState(() => new Set<string>());

  const pull = useCallback(
    (ticket: ShownTicket, settles?: boolean) => {
      const { id, tabId } = ticket;
      if (tabId === undefined) return;
      const news: PullNews = {
        tell: (pull) => dispatch({ type: 'pull', id, pull }),
        show: (capture) => dispatch({ type: 'capture', id, capture }),
      };
      const work = (signal: AbortSignal) =>
        runPull({ ...ticket, tabId }, store, news, held, signal).catch((error: unknown) => {
          news.tell({ status: 'failed', problem: stumbled(error) });
          return undefined;
        });
      running.start(id, tabId, work, settles);
    },
    [store, running, held],
  );

  const look = useCallback(
    (tab: SeenTab, why: 'opened' | 'clicked' | 'followed') => {
      const found = tab.url === undefined ? undefined : locateTicket(new URL(tab.url));
      if (!found) {
        dispatch({ type: 'front', tab });
        return;
      }
      const ticket = shownTicket(found, tab.tabId);
      running.passBy(ticket.id);
      dispatch({ type: 'show', ticket, clicked: why === 'clicked' });
      if (why === 'clicked' || !running.hasBegun(ticket.id)) pull(ticket, why === 'followed');
    },
    [pull, running],
  );

  useEffect(() => {
    void activeTab().then((tab) => {
      if (tab) look(tab, 'opened');
      else dispatch({ type: 'front' });
    });
    return watchTabs({
      onLook: (tab) => look(tab, 'followed'),
      onClick: (tab) => look(tab, 'clicked'),
      onClosed: (tabId) => dispatch({ type: 'tab_closed', tabId }),
    });
  }, [look]);

  useEffect(
    () =>
      watchPermissions(() => {
        void running.stopUnseen(async (tabId) => (await lookAt(tabId))?.url !== undefined);
        void activeTab().then((tab) => tab && look(tab, 'followed'));
      }),
    [look, running],
  );

  const { shown } = state;
  return useMemo(
    () => ({
      ...state,
      ...(shown && state.captures[shown.id] ? { capture: state.captures[shown.id] } : {}),
      // A ticket of an open page that was not pulled yet is about to be.
      pull: (shown && state.pulls[shown.id]) ?? (shown?.tabId === undefined ? idle : pulling),
      pullAgain: () => shown && pull(shown),
      cancel: () => shown && running.stop(shown.id),
      showStored: (ticket, capture) => {
        held.add(ticket.id);
        dispatch({ type: 'show', ticket });
        dispatch({ type: 'capture', id: ticket.id, capture });
      },
    }),
    [state, shown, pull, running, held],
  );
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
      return {
        ...state,
        looked: true,
        front: frontOf(step.tab, state.shown),
        customer: customerOf(step.tab),
      };
    case 'show':
      return {
        ...state,
        looked: true,
        clicks: state.clicks + (step.clicked ? 1 : 0),
        ...(step.ticket.tabId === undefined ? {} : { front: 'ticket', customer: undefined }),
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

function frontOf(tab: SeenTab | undefined, shown: ShownTicket | undefined): Front {
  if (tab?.url !== undefined) return 'other_page';
  return tab !== undefined && tab.tabId === shown?.tabId ? 'out_of_sight' : 'hidden_page';
}

function customerOf(tab: SeenTab | undefined): CustomerFront | undefined {
  if (tab?.url === undefined) return undefined;
  const found = locateCustomerPage(new URL(tab.url));
  return found && { ...found.page, label: found.site.label, tabId: tab.tabId };
}

/** The ticket on screen, opened once more from the list, keeps the tab it is open in. */
function withTab(ticket: ShownTicket, before: ShownTicket | undefined): ShownTicket {
  const isSame = before?.id === ticket.id && before.tabId !== undefined && ticket.tabId === undefined;
  return isSame ? { ...ticket, tabId: before.tabId } : ticket;
}

function shownTicket({ site, ref }: { site: Site; ref: TicketRef }, tabId: number): ShownTicket {
  return { id: `${ref.helpdesk}:${ref.site}:${ref.key}`, ref, label: site.label, tabId };
}
