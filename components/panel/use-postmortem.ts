/** The postmortem of the ticket on screen: loaded, drafted, edited, autosaved, and kept in step across windows. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Analysis } from '../../lib/analysis/types';
import { draftPostmortem } from '../../lib/postmortem/draft';
import { mergeDraft, type SectionOffer } from '../../lib/postmortem/merge';
import type { Postmortem } from '../../lib/postmortem/schema';
import { type Autosave, createAutosave, type SaveState } from '../../lib/storage/autosave';
import type { StoreProblem } from '../../lib/storage/problems';
import type { Store } from '../../lib/storage/store';
import type { Iso } from '../../lib/ticket/basics';
import type { Capture } from '../../lib/ticket/schema';

export interface PostmortemSession {
  /** Undefined while it is being looked up; null when this ticket has none. */
  postmortem: Postmortem | null | undefined;
  saveState: SaveState;
  offers: readonly SectionOffer[];
  problem?: StoreProblem;
  start(): void;
  change(edit: (current: Postmortem, now: Iso) => Postmortem): void;
  dismissOffer(section: SectionOffer['section']): void;
  /** Settles a conflict: keep what this window holds, or take what the other saved. */
  resolve(choice: 'mine' | 'theirs'): void;
  retry(): void;
}

interface Evidence {
  ticketId: string;
  label: string;
  capture: Capture;
  analysis: Analysis;
}

const saved: SaveState = { kind: 'saved', at: '' };

export function usePostmortem(store: Store, evidence: Evidence | undefined): PostmortemSession {
  const ticketId = evidence?.capture.ticket.id;
  const [current, setCurrent] = useState<Postmortem | null | undefined>(undefined);
  const [saveState, setSaveState] = useState<SaveState>(saved);
  const [offers, setOffers] = useState<readonly SectionOffer[]>([]);
  const [problem, setProblem] = useState<StoreProblem>();
  const latest = useRef<Postmortem | null | undefined>(undefined);
  const rev = useRef(0);
  const autosave = useRef<Autosave<Postmortem>>(undefined);

  const show = useCallback((next: Postmortem | null | undefined) => {
    latest.current = next;
    setCurrent(next);
  }, []);

  // One autosave per ticket; the last words of the one before are written when it is let go.
  useEffect(() => {
    if (ticketId === undefined) return;
    let gone = false;
    const saver = createAutosave<Postmortem>({
      save: async (value) => {
        const result = await store.save(value, rev.current);
        if (result.ok) rev.current = result.value;
        return result;
      },
      onState: (state) => !gone && setSaveState(state),
    });
    autosave.current = saver;
    show(undefined);
    setOffers([]);
    setProblem(undefined);
    void load(store, ticketId).then((found) => {
      if (gone) return;
      if (!found.ok) return setProblem(found.problem);
      rev.current = found.rev;
      show(found.postmortem);
      setSaveState(found.postmortem ? { kind: 'saved', at: found.postmortem.updatedAt } : saved);
    });
    const flush = () => void saver.flush();
    document.addEventListener('visibilitychange', flush);
    window.addEventListener('pagehide', flush);
    window.addEventListener('blur', flush);
    return () => {
      gone = true;
      document.removeEventListener('visibilitychange', flush);
      window.removeEventListener('pagehide', flush);
      window.removeEventListener('blur', flush);
      void saver.dispose();
    };
  }, [store, ticketId, show]);

  const isDirty = useRef(false);
  isDirty.current = saveState.kind !== 'saved';
  const id = current?.id;
  useEffect(() => {
    if (id === undefined) return;
    return store.watch(id, (stored) => {
      // Another window saved or deleted, and this one has nothing unsaved: take it.
      if (!stored || stored.rev <= rev.current || isDirty.current) return;
      rev.current = stored.rev;
      show(stored.deletedAt === undefined ? stored.postmortem : null);
    });
  }, [store, id, show]);

  const put = useCallback(
    (next: Postmortem) => {
      show(next);
      autosave.current?.change(next);
    },
    [show],
  );

  // A newer capture than the one the draft was made from: follow it where no person has written.
  const capture = evidence?.capture;
  const analysis = evidence?.analysis;
  const label = evidence?.label;
  useEffect(() => {
    const mine = latest.current;
    if (!mine || mine.id !== id || !capture || !analysis || label === undefined) return;
    if (mine.captureId === capture.id || mine.ticketId !== capture.ticket.id) return;
    const fresh = draftPostmortem(capture, analysis, {
      now: mine.createdAt,
      id: mine.id,
      helpdeskLabel: label,
    });
    const merged = mergeDraft(mine, fresh);
    setOffers(merged.offers);
    put(merged.next);
  }, [id, capture, analysis, label, put]);

  return {
    postmortem: current,
    saveState,
    offers,
    ...(problem ? { problem } : {}),
    start: useCallback(() => {
      if (!capture || !analysis || label === undefined || latest.current) return;
      const now = new Date().toISOString();
      rev.current = 0;
      put(draftPostmortem(capture, analysis, { now, id: crypto.randomUUID(), helpdeskLabel: label }));
    }, [capture, analysis, label, put]),
    change: useCallback(
      (edit) => {
        if (latest.current) put(edit(latest.current, new Date().toISOString()));
      },
      [put],
    ),
    dismissOffer: useCallback(
      (section) => setOffers((all) => all.filter((offer) => offer.section !== section)),
      [],
    ),
    resolve: useCallback(
      (choice) => {
        if (saveState.kind !== 'conflict') return;
        rev.current = saveState.problem.rev;
        if (choice === 'mine') {
          void autosave.current?.retry();
          return;
        }
        autosave.current?.discard();
        show(saveState.problem.theirs);
      },
      [saveState, show],
    ),
    retry: useCallback(() => void autosave.current?.retry(), []),
  };
}

type Loaded = { ok: true; postmortem: Postmortem | null; rev: number } | { ok: false; problem: StoreProblem };

async function load(store: Store, ticketId: string): Promise<Loaded> {
  const [newest] = await store.forTicket(ticketId);
  if (!newest) return { ok: true, postmortem: null, rev: 0 };
  const found = await store.get(newest.id);
  if (!found.ok) return found;
  if (!found.value) return { ok: true, postmortem: null, rev: 0 };
  return { ok: true, postmortem: found.value.postmortem, rev: found.value.rev };
}
