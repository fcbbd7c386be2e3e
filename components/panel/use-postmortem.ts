/** The postmortem of the ticket on screen: loaded, drafted, edited, autosaved, and kept in step across windows. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { noPreferences, type Preferences } from '../../lib/analysis/preferences';
import type { Analysis } from '../../lib/analysis/types';
import type { SectionOffer } from '../../lib/postmortem/merge';
import type { WindowConflict } from '../../lib/postmortem/merge-windows';
import type { Postmortem } from '../../lib/postmortem/schema';
import type { ConflictChoice } from '../../lib/postmortem/settle-conflict';
import type { StoreProblem } from '../../lib/storage/problems';
import type { Store } from '../../lib/storage/store';
import type { Iso } from '../../lib/ticket/basics';
import type { Result } from '../../lib/ticket/problem';
import type { Capture } from '../../lib/ticket/schema';
import { nothingOpen, OpenPostmortem, type OpenView } from './open-postmortem';
import { usePicturesTidied } from './use-pictures-tidied';

export interface PostmortemSession extends OpenView {
  store: Store;
  offers: readonly SectionOffer[];
  start(): void;
  change(edit: (current: Postmortem, now: Iso) => Postmortem): void;
  /** What nobody has touched, written anew: no edit of a person, so nothing to take back. */
  follow(write: (current: Postmortem) => Postmortem): void;
  /** Offers a person looked at and did not take; they can be looked at again. */
  declined: readonly Offered[];
  decline(section: Offered, isDeclined: boolean): void;
  /** Settles one place that this window and another one wrote. */
  settle(conflict: WindowConflict, choice: ConflictChoice): void;
  /** Another window deleted it: keep what this window holds, or let it go. */
  settleDeletion(choice: 'mine' | 'theirs'): void;
  takeBack(): void;
  bringAgain(): void;
  restore(rev: number): Promise<Result<number, StoreProblem>>;
  retry(): void;
}

type Offered = SectionOffer['section'];

interface Evidence {
  ticketId: string;
  label: string;
  capture: Capture;
  analysis: Analysis;
}

/** The drafting loads when it is first needed: the first screen does without. */
async function drafting() {
  const [{ draftPostmortem }, { redraft }, { postmortemPreferences }] = await Promise.all([
    import('../../lib/postmortem/draft'),
    import('../../lib/postmortem/redraft'),
    import('../../lib/postmortem/preferences'),
  ]);
  return { draftPostmortem, redraft, postmortemPreferences };
}

interface Given {
  preferences?: Preferences;
  /** The id of one among several of the ticket; without, or where it is gone, it is the newest. */
  chosen?: string | undefined;
}

export function usePostmortem(
  store: Store,
  evidence: Evidence | undefined,
  { preferences = noPreferences, chosen }: Given = {},
): PostmortemSession {
  const ticketId = evidence?.capture.ticket.id;
  const [view, setView] = useState<OpenView>(nothingOpen);
  const { offers, setOffers, declined, decline } = useOffers();
  const open = useRef<OpenPostmortem>(undefined);

  // One for each ticket; the last words of the one before are written when it is let go.
  useEffect(() => {
    if (ticketId === undefined) return;
    const opened = new OpenPostmortem(store, setView);
    open.current = opened;
    setOffers([]);
    void opened.load(ticketId, chosen);
    const stop = listenToPage(opened);
    return () => {
      stop();
      opened.close();
    };
  }, [store, ticketId, chosen, setOffers]);

  // A newer capture than the one the draft was made from, or other corrections: follow where no person has written.
  const id = view.postmortem?.id;
  usePicturesTidied(store, id);
  const capture = evidence?.capture;
  const analysis = evidence?.analysis;
  const label = evidence?.label;
  const followed = useRef<{ id: string; analysis: Analysis }>(undefined);
  useEffect(() => {
    const opened = open.current;
    const mine = opened?.current;
    if (!mine || mine.id !== id || !capture || !analysis || label === undefined) return;
    const isCorrected = followed.current?.id === id && followed.current.analysis !== analysis;
    followed.current = { id, analysis };
    if (mine.ticketId !== capture.ticket.id || (mine.captureId === capture.id && !isCorrected)) return;
    let gone = false;
    void drafting().then(({ redraft }) => {
      // What was typed while the chunk loaded is merged too, not the text of a moment ago.
      const now = opened.current;
      if (gone || now?.id !== mine.id) return;
      const merged = redraft(now, capture, analysis);
      setOffers(merged.offers);
      // Most corrections change a sentence or two, some none: then there is nothing to save.
      if (JSON.stringify(merged.next) !== JSON.stringify(now)) opened.follow(merged.next);
    });
    return () => {
      gone = true;
    };
  }, [id, capture, analysis, label, setOffers]);

  const start = useCallback(() => {
    const opened = open.current;
    // Undefined means that an earlier one is still being looked for: a second draft would hide it.
    if (!capture || !analysis || label === undefined || opened?.current !== null) return;
    void drafting().then(({ draftPostmortem, postmortemPreferences }) => {
      if (open.current !== opened || opened.current !== null) return;
      const now = new Date().toISOString();
      const { firstUpdateTargets } = postmortemPreferences(preferences);
      const id = crypto.randomUUID();
      opened.begin(draftPostmortem(capture, analysis, { now, id, helpdeskLabel: label, firstUpdateTargets }));
    });
  }, [capture, analysis, label, preferences]);
  return { ...view, ...useSteps(open), store, offers, start, declined, decline };
}

/** A new pull makes its offers anew, so what was declined before is asked about again. */
function useOffers() {
  const [{ offers, declined }, setState] = useState<Offers>(noOffers);
  const setOffers = useCallback((next: readonly SectionOffer[]) => {
    setState({ offers: next, declined: [] });
  }, []);
  const decline = useCallback((section: Offered, isDeclined: boolean) => {
    setState((state) => {
      const others = state.declined.filter((one) => one !== section);
      return { ...state, declined: isDeclined ? [...others, section] : others };
    });
  }, []);
  return { offers, setOffers, declined, decline };
}

interface Offers {
  offers: readonly SectionOffer[];
  declined: readonly Offered[];
}
const noOffers: Offers = { offers: [], declined: [] };

/** The same functions for as long as the screen stands, whichever ticket it shows. */
function useSteps(open: React.RefObject<OpenPostmortem | undefined>) {
  return useMemo(
    () =>
      ({
        change: (edit) => open.current?.change(edit),
        follow: (write) => {
          const current = open.current?.current;
          if (!current) return;
          const next = write(current);
          if (JSON.stringify(next) !== JSON.stringify(current)) open.current?.follow(next);
        },
        settle: (conflict, choice) => open.current?.settle(conflict, choice),
        settleDeletion: (choice) => open.current?.settleDeletion(choice),
        takeBack: () => void open.current?.step('undo'),
        bringAgain: () => void open.current?.step('redo'),
        restore: async (rev) => {
          if (!open.current) throw new Error('no postmortem is open');
          return open.current.restore(rev);
        },
        retry: () => open.current?.retry(),
      }) satisfies Partial<PostmortemSession>,
    [open],
  );
}

/** A page that hides, loses the focus or goes away may not come back: what is known is written at once. */
function listenToPage(opened: OpenPostmortem): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  document.addEventListener('visibilitychange', () => opened.flush(), { signal });
  document.addEventListener('focusout', () => opened.endBurst(), { signal });
  window.addEventListener('blur', () => opened.flush(), { signal });
  window.addEventListener('pagehide', () => opened.leave(), { signal });
  return () => listening.abort();
}
