/**
 * One postmortem as one window has it open: what is on screen, the revision that was seen last, what is still to be
 * saved, and what can be taken back. The hook `usePostmortem` shows it.
 */
import type { WindowConflict } from '../../lib/postmortem/merge-windows';
import type { Postmortem } from '../../lib/postmortem/schema';
import type { ConflictChoice } from '../../lib/postmortem/settle-conflict';
import type { UndoStack } from '../../lib/postmortem/undo';
import { type Autosave, createAutosave, type SaveState } from '../../lib/storage/autosave';
import type { Conflict, StoreProblem } from '../../lib/storage/problems';
import type { Store } from '../../lib/storage/store';
import type { VersionReason } from '../../lib/storage/versions';
import type { Iso } from '../../lib/ticket/basics';
import type { Result } from '../../lib/ticket/problem';

export interface OpenView {
  /** Undefined while it is being looked up; null when this ticket has none. */
  postmortem: Postmortem | null | undefined;
  saveState: SaveState;
  /** Places that this window and another one wrote; nothing is saved until each is settled. */
  conflicts: readonly WindowConflict[];
  /** What could be taken back, and brought again, in words. */
  undo?: string;
  redo?: string;
  /** What could not be taken back, because somebody else wrote there since. */
  inTheWay?: string;
  problem?: StoreProblem;
}

export const nothingOpen: OpenView = {
  postmortem: undefined,
  saveState: { kind: 'saved', at: '' },
  conflicts: [],
};

/** A frame and a half: storing the first key of a burst would hold up the frame that shows it. */
const LEAD_MS = 25;

type Tools = typeof import('../../lib/postmortem/window-tools');
let tools: Tools | undefined;

async function loadTools(): Promise<Tools> {
  tools ??= await import('../../lib/postmortem/window-tools');
  return tools;
}

export class OpenPostmortem {
  private readonly store: Store;
  private readonly onView: (view: OpenView) => void;
  private readonly autosave: Autosave<Postmortem>;
  private view: OpenView = nothingOpen;
  private stack: UndoStack = { done: [], undone: [] };
  /** The revision this window last saw, and its words; what is on screen differs from them while it is unsaved. */
  private rev = 0;
  private base: Postmortem | null | undefined;
  /** Another window deleted it, and this one decided to keep it: it has to be brought back first. */
  private inBin = false;
  private keep: VersionReason | undefined;
  private stopWatching: (() => void) | undefined;
  private isClosed = false;

  constructor(store: Store, onView: (view: OpenView) => void) {
    this.store = store;
    this.onView = onView;
    this.autosave = createAutosave<Postmortem>({
      save: (value) => this.save(value),
      onState: (saveState) => this.tell({ saveState }),
      leadMs: LEAD_MS,
    });
    onView(this.view);
  }

  get current(): Postmortem | null | undefined {
    return this.view.postmortem;
  }

  /** The `chosen` one of the ticket; without, or where it is gone, the newest. */
  async load(ticketId: string, chosen?: string): Promise<void> {
    const all = await this.store.forTicket(ticketId);
    const wanted = all.find(({ id }) => id === chosen) ?? all[0];
    const found = wanted && (await this.store.get(wanted.id));
    if (this.isClosed || this.current) return;
    if (found && !found.ok) return this.tell({ problem: found.problem });
    if (!found?.value) {
      this.adopt(null, 0);
      this.lookOut(ticketId);
      return;
    }
    const { postmortem, rev } = found.value;
    this.adopt(postmortem, rev);
    this.tell({ saveState: { kind: 'saved', at: postmortem.updatedAt } });
    this.watch(postmortem.id);
  }

  /** While there is none here, another window may begin one, or a backup bring one back. */
  private lookOut(ticketId: string): void {
    if (this.stopWatching) return;
    this.stopWatching = this.store.watchList((all) => {
      if (all.some((summary) => summary.ticketId === ticketId)) void this.load(ticketId);
    });
  }

  /** A new postmortem, as drafted. */
  begin(draft: Postmortem): void {
    this.rev = 0;
    this.base = null;
    this.inBin = false;
    this.put(draft);
    this.watch(draft.id);
  }

  change(edit: (current: Postmortem, now: Iso) => Postmortem): void {
    const before = this.current;
    if (!before) return;
    this.write(before, edit(before, new Date().toISOString()));
  }

  /** What a pull or a correction makes of it: not an edit of this window, so not to be taken back here. */
  follow(next: Postmortem): void {
    if (next.captureId !== this.base?.captureId) this.keep ??= 'before_pull';
    this.put(next);
  }

  async step(way: 'undo' | 'redo'): Promise<void> {
    const { undo, redo } = await loadTools();
    if (!this.current) return;
    const result = (way === 'undo' ? undo : redo)(this.stack, this.current);
    if (result.kind === 'in_the_way') this.tell({ inTheWay: result.name });
    if (result.kind !== 'stepped') return;
    this.stack = result.stack;
    this.put({ ...result.postmortem, updatedAt: new Date().toISOString() });
  }

  endBurst(): void {
    if (tools) this.stack = tools.endBurst(this.stack);
  }

  /** Takes an earlier version back, as an edit that can be undone. */
  async restore(rev: number): Promise<Result<number, StoreProblem>> {
    await this.autosave.flush();
    // What another window wrote, and saving has just merged in, is no part of this step.
    const before = this.current;
    const id = before?.id ?? '';
    const restored = await this.store.restoreVersion(id, rev);
    const found = await this.store.get(id);
    if (!restored.ok || !before || !found.ok || !found.value) return restored;
    this.note(before, found.value.postmortem);
    this.adopt(found.value.postmortem, found.value.rev);
    return restored;
  }

  /** Settles one place that two windows wrote; after the last one it is saved. */
  settle(conflict: WindowConflict, choice: ConflictChoice): void {
    const before = this.current;
    const settled = before && tools?.settleConflict(before, conflict, choice);
    if (!before || !settled) return;
    this.note(before, settled);
    const conflicts = this.view.conflicts.filter((one) => one !== conflict);
    this.tell({ postmortem: settled, conflicts });
    this.autosave.change(settled);
    if (conflicts.length === 0) void this.autosave.retry();
  }

  /** Another window deleted what this one was writing: keep it here, or let it go. */
  settleDeletion(choice: 'mine' | 'theirs'): void {
    const { saveState } = this.view;
    if (saveState.kind !== 'conflict') return;
    this.rev = saveState.problem.rev;
    if (choice === 'mine') {
      this.inBin = saveState.problem.deletedAt !== undefined;
      this.retry();
      return;
    }
    this.autosave.discard();
    this.adopt(saveState.problem.deletedAt === undefined ? saveState.problem.theirs : null, this.rev);
  }

  retry(): void {
    void this.autosave.retry();
  }

  flush(): void {
    void this.autosave.flush();
  }

  /** Writes the last words; where two texts were still to choose from, both stand. */
  leave(): void {
    const { conflicts, postmortem } = this.view;
    if (conflicts.length === 0 || !postmortem) {
      this.flush();
      return;
    }
    const both = conflicts.reduce(
      (one, conflict) => tools?.settleConflict(one, conflict, 'both') ?? one,
      postmortem,
    );
    this.tell({ postmortem: both, conflicts: [] });
    this.autosave.change(both);
    this.retry();
  }

  close(): void {
    this.leave();
    this.isClosed = true;
    this.stopWatching?.();
    void this.autosave.dispose();
  }

  /** What is on screen and not what was handed over: another window's words may have been merged in since. */
  private async save(handed: Postmortem): Promise<Result<number, Conflict | StoreProblem>> {
    if (this.inBin) {
      const restored = await this.store.restore(handed.id);
      if (!restored.ok) return restored;
      this.inBin = false;
      // Counted and not taken from the answer: what somebody saved meanwhile is still a conflict.
      this.rev += 1;
    }
    for (;;) {
      const value = this.current ?? handed;
      const keep = this.keep ?? (this.isStatusNew(value) ? 'status' : undefined);
      const result = await this.store.save(value, this.rev, keep === undefined ? {} : { keep });
      if (result.ok) {
        this.rev = result.value;
        this.base = value;
        this.keep = undefined;
        return result;
      }
      const { problem } = result;
      if (problem.code !== 'conflict' || problem.deletedAt !== undefined) return result;
      if (!(await this.mergeIn(problem))) return result;
    }
  }

  /** True where this window and the other wrote in different places. */
  private async mergeIn({ theirs, rev }: Conflict): Promise<boolean> {
    const { mergeWindows } = await loadTools();
    // Looked at after the wait, so that what was typed meanwhile is merged too.
    const mine = this.current;
    if (!mine) return false;
    const { merged, conflicts } = mergeWindows(this.base ?? theirs, mine, theirs);
    this.base = theirs;
    this.rev = rev;
    if (conflicts.length > 0) this.keep = 'other_window';
    this.tell({ postmortem: merged, conflicts });
    return conflicts.length === 0;
  }

  private isStatusNew(value: Postmortem): boolean {
    const statusOf = (one: object | null | undefined) => (one && 'status' in one ? one.status : undefined);
    return statusOf(this.base) !== undefined && statusOf(this.base) !== statusOf(value);
  }

  /** A deleted one is watched on, because it can be brought back. */
  private watch(id: string): void {
    this.stopWatching?.();
    void loadTools();
    this.stopWatching = this.store.watch(id, (stored) => {
      // With something unsaved here, saving that finds out and merges.
      if (!stored || stored.rev <= this.rev || this.current !== this.base) return;
      this.adopt(stored.deletedAt === undefined ? stored.postmortem : null, stored.rev);
    });
  }

  private adopt(postmortem: Postmortem | null, rev: number): void {
    this.rev = rev;
    this.base = postmortem;
    this.tell({ postmortem });
  }

  private write(before: Postmortem, after: Postmortem): void {
    this.note(before, after);
    this.put(after);
  }

  private note(before: Postmortem, after: Postmortem): void {
    if (tools) this.stack = tools.recordEdit(this.stack, before, after, Date.now());
  }

  private put(next: Postmortem): void {
    this.tell({ postmortem: next });
    this.autosave.change(next);
  }

  private tell(change: Partial<OpenView>): void {
    const { undo: _undo, redo: _redo, inTheWay, ...rest } = this.view;
    const [done, undone] = [this.stack.done.at(-1), this.stack.undone.at(-1)];
    this.view = {
      ...rest,
      // Said until something is written.
      ...(inTheWay === undefined || 'postmortem' in change ? {} : { inTheWay }),
      ...(tools && done ? { undo: tools.stepName(done) } : {}),
      ...(tools && undone ? { redo: tools.stepName(undone) } : {}),
      ...change,
    };
    if (!this.isClosed) this.onView(this.view);
  }
}
