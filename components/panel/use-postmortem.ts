/** The postmortem of the ticket on screen: loaded, drafted, edited, autosaved, and kept in step across windows. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Analysis } from '../../lib/analysis/types';
import type { SectionOffer } from '../../lib/postmortem/merge';
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

/** `inBin`: another window deleted it, and this one decided to keep it, so that it has to be brought back first. */
interface SeenRevision {
  current: number;
  inBin: boolean;
}

/** The drafting loads when it is first needed: the first screen does without. */
async function drafting() {
  const [{ draftPostmortem }, { mergeDraft }] = await Promise.all([
    import('../../lib/postmortem/draft'),
    import('../../lib/postmortem/merge'),
  ]);
  return { draftPostmortem, mergeDraft };
}

const saved: SaveState = { kind: 'saved', at: '' };

/** `chosen` is the id of one among several of the ticket; without, or where it is gone, it is the newest. */
export function usePostmortem(
  store: Store,
  evidence: Evidence | undefined,
  chosen?: string,
): PostmortemSession {
  const ticketId = evidence?.capture.ticket.id;
  const [current, setCurrent] = useState<Postmortem | null | undefined>(undefined);
  const [saveState, setSaveState] = useState<SaveState>(saved);
  const [offers, setOffers] = useState<readonly SectionOffer[]>([]);
  const [problem, setProblem] = useState<StoreProblem>();
  const latest = useRef<Postmortem | null | undefined>(undefined);
  // The revision this window last saw, one holder per ticket: a save of the ticket before may still be running.
  const rev = useRef<SeenRevision>({ current: 0, inBin: false });
  const autosave = useRef<Autosave<Postmortem>>(undefined);

  const show = useCallback((next: Postmortem | null | undefined) => {
    latest.current = next;
    setCurrent(next);
  }, []);

  // One autosave per ticket; the last words of the one before are written when it is let go.
  useEffect(() => {
    if (ticketId === undefined) return;
    let gone = false;
    const seen: SeenRevision = { current: 0, inBin: false };
    rev.current = seen;
    const saver = createAutosave<Postmortem>({
      save: async (value) => {
        if (seen.inBin) {
          const restored = await store.restore(value.id);
          if (!restored.ok) return restored;
          seen.inBin = false;
          // Counted and not taken from the answer: what somebody saved meanwhile is still a conflict.
          seen.current += 1;
        }
        const result = await store.save(value, seen.current);
        if (result.ok) seen.current = result.value;
        return result;
      },
      onState: (state) => !gone && setSaveState(state),
    });
    autosave.current = saver;
    show(undefined);
    setWatched(undefined);
    setOffers([]);
    setProblem(undefined);
    void load(store, ticketId, chosen).then((found) => {
      if (gone) return;
      if (!found.ok) return setProblem(found.problem);
      seen.current = found.rev;
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
  }, [store, ticketId, chosen, show]);

  const isDirty = useRef(false);
  isDirty.current = saveState.kind !== 'saved';
  const id = current?.id;
  // A deleted one is watched on, because it can be brought back.
  const [watched, setWatched] = useState<string>();
  useEffect(() => {
    if (id !== undefined) setWatched(id);
  }, [id]);
  useEffect(() => {
    if (watched === undefined) return;
    return store.watch(watched, (stored) => {
      // Another window saved or deleted, and this one has nothing unsaved: take it.
      if (!stored || stored.rev <= rev.current.current || isDirty.current) return;
      rev.current.current = stored.rev;
      show(stored.deletedAt === undefined ? stored.postmortem : null);
    });
  }, [store, watched, show]);

  const put = useCallback(
    (next: Postmortem) => {
      show(next);
      autosave.current?.change(next);
    },
    [show],
  );

  // A newer capture than the one the draft was made from, or other corrections: follow where no person has written.
  const capture = evidence?.capture;
  const analysis = evidence?.analysis;
  const label = evidence?.label;
  const followed = useRef<{ id: string; analysis: Analysis }>(undefined);
  useEffect(() => {
    const mine = latest.current;
    if (!mine || mine.id !== id || !capture || !analysis || label === undefined) return;
    const isCorrected = followed.current?.id === id && followed.current.analysis !== analysis;
    followed.current = { id, analysis };
    if (mine.ticketId !== capture.ticket.id || (mine.captureId === capture.id && !isCorrected)) return;
    let gone = false;
    void drafting().then(({ draftPostmortem, mergeDraft }) => {
      // What was typed while the chunk loaded is merged too, not the text of a moment ago.
      const now = latest.current;
      if (gone || now?.id !== mine.id) return;
      const fresh = draftPostmortem(capture, analysis, {
        now: now.createdAt,
        id: now.id,
        helpdeskLabel: label,
      });
      const merged = mergeDraft(now, fresh);
      setOffers(merged.offers);
      // Most corrections change a sentence or two, some none: then there is nothing to save.
      if (JSON.stringify(merged.next) !== JSON.stringify(now)) put(merged.next);
    });
    return () => {
      gone = true;
    };
  }, [id, capture, analysis, label, put]);

  return {
    postmortem: current,
    saveState,
    offers,
    ...(problem ? { problem } : {}),
    start: useCallback(() => {
      // Undefined means that an earlier one is still being looked for: a second draft would hide it.
      if (!capture || !analysis || label === undefined || latest.current !== null) return;
      const saver = autosave.current;
      void drafting().then(({ draftPostmortem }) => {
        if (autosave.current !== saver || latest.current !== null) return;
        const now = new Date().toISOString();
        rev.current.current = 0;
        rev.current.inBin = false;
        put(draftPostmortem(capture, analysis, { now, id: crypto.randomUUID(), helpdeskLabel: label }));
      });
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
        const { rev: theirRev, theirs, deletedAt } = saveState.problem;
        const isDeleted = deletedAt !== undefined;
        rev.current.current = theirRev;
        if (choice === 'mine') {
          rev.current.inBin = isDeleted;
          void autosave.current?.retry();
          return;
        }
        autosave.current?.discard();
        show(isDeleted ? null : theirs);
      },
      [saveState, show],
    ),
    retry: useCallback(() => void autosave.current?.retry(), []),
  };
}

type Loaded = { ok: true; postmortem: Postmortem | null; rev: number } | { ok: false; problem: StoreProblem };

async function load(store: Store, ticketId: string, chosen: string | undefined): Promise<Loaded> {
  const all = await store.forTicket(ticketId);
  const wanted = all.find(({ id }) => id === chosen) ?? all[0];
  if (!wanted) return { ok: true, postmortem: null, rev: 0 };
  const found = await store.get(wanted.id);
  if (!found.ok) return found;
  if (!found.value) return { ok: true, postmortem: null, rev: 0 };
  return { ok: true, postmortem: found.value.postmortem, rev: found.value.rev };
}
