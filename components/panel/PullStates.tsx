import { lazy, Suspense } from 'react';
import { formatDuration } from '../../lib/language/duration';
import { unbroken } from '../../lib/language/unbroken';
import type { Iso } from '../../lib/ticket/basics';
import type { Problem, ProblemCode } from '../../lib/ticket/problem';
import type { Capture } from '../../lib/ticket/schema';
import { SaveAnonymised } from '../report/SaveAnonymised';
import { Button } from '../ui/Button';
import type { GlyphName } from '../ui/Glyph';
import { StatusPanel } from '../ui/StatusPanel';
import styles from './PullStates.module.css';
import type { PullState } from './run-pull';

// Loaded while the first answer is on its way, and not at all where an earlier capture stands already.
const FirstFacts = lazy(() => import('./FirstFacts').then((module) => ({ default: module.FirstFacts })));

interface PullingProps {
  pull: PullState;
  label: string;
  /** A strip above an earlier capture instead of a screen of its own. */
  small: boolean;
  onCancel?: () => void;
  again?: React.ReactNode;
}

/** The way on from a pull that ended early; where the ticket's tab is gone, that is to open it. */
export function PullAgain({
  isOpen,
  onPull,
  onOpen,
}: {
  isOpen: boolean;
  onPull: () => void;
  onOpen: () => void;
}) {
  return (
    <Button variant="primary" onClick={isOpen ? onPull : onOpen}>
      {isOpen ? 'Pull again' : 'Open the ticket'}
    </Button>
  );
}

/** Progress with counts; a pull that was stopped offers to begin again. */
export function Pulling({ pull, label, small, onCancel, again }: PullingProps) {
  if (pull.status === 'idle') {
    return (
      <StatusPanel
        glyph="noted"
        alone
        title="The pull was stopped"
        text="Nothing was read. Pull again when you are ready."
        buttons={again}
      />
    );
  }
  const text = progressText(pull, label);
  if (small) {
    return (
      <div className={styles.strip} role="status">
        <span>{pull.waitingUntil ? `${text} until ${clockTime(pull.waitingUntil)}` : text}</span>
        <Button variant="quiet" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    );
  }
  return (
    <>
      <div className={styles.pulling} role="status">
        <h1 className={styles.title}>{text}</h1>
        <ProgressBar pull={pull} />
        <p className="data soft">
          {pull.waitingUntil
            ? waitText(pull.waitingUntil)
            : 'Reading with your own session. Nothing is written.'}
        </p>
      </div>
      <div className={styles.cancel}>
        <Button onClick={onCancel}>Cancel</Button>
      </div>
      {/* Below the button, which so stays where somebody is about to click it. */}
      <Suspense>{pull.glimpse && <FirstFacts glimpse={pull.glimpse} />}</Suspense>
    </>
  );
}

function ProgressBar({ pull }: { pull: PullState }) {
  const { done = 0, total } = pull.progress ?? {};
  const known = total !== undefined && total > 0;
  const share = known ? Math.min(100, Math.round((done / total) * 100)) : undefined;
  return (
    <div
      className={styles.bar}
      role="progressbar"
      aria-label="Pull"
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={share}
    >
      <span
        className={known ? undefined : styles.unknown}
        style={known ? { width: `${share}%` } : undefined}
      />
    </div>
  );
}

function progressText(pull: PullState, label: string): string {
  if (pull.waitingUntil) return `${label} asks us to wait`;
  if (!pull.progress) return `Reading the ticket from ${label}`;
  const { done, total, label: what = 'events' } = pull.progress;
  const name = what.charAt(0).toUpperCase() + what.slice(1);
  if (done === 0 && total === undefined) return name;
  return total === undefined ? `${name}: ${count(done)}` : `${name}: ${count(done)} of ${count(total)}`;
}

function count(value: number): string {
  return value.toLocaleString('en-GB');
}

function waitText(until: Iso): string {
  return `Going on by itself at ${clockTime(until)}. What was read so far is kept.`;
}

function clockTime(at: Iso): string {
  return new Date(at).toLocaleTimeString([], {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  });
}

const glyphs: Partial<Record<ProblemCode, GlyphName>> = {
  offline: 'noted',
  cancelled: 'noted',
  page_closed: 'noted',
  site_not_allowed: 'noted',
  unexpected_answer: 'serious',
};

/** What failed, what is kept, and what to do next. */
export function PullProblem({
  problem,
  kept,
  again,
}: {
  problem: Problem;
  kept: Capture | undefined;
  again: React.ReactNode;
}) {
  const wait =
    problem.retryAfterMs === undefined
      ? ''
      : ` It asked for ${unbroken(formatDuration(problem.retryAfterMs))}.`;
  return (
    <StatusPanel
      role="alert"
      glyph={glyphs[problem.code] ?? 'doubt'}
      alone={!kept}
      title={problem.message}
      text={`${problem.next}${wait}`}
      buttons={again}
    >
      {kept && <p className="data soft">The last pull is shown below.</p>}
      {problem.at && problem.code === 'unexpected_answer' && (
        <p className="data soft">
          Where: {problem.at}
          {problem.status === undefined ? '' : `, status ${problem.status}`}
        </p>
      )}
      {kept && problem.code === 'unexpected_answer' && <SaveAnonymised capture={kept} />}
    </StatusPanel>
  );
}
