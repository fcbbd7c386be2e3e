import type { SaveState } from '../../lib/storage/autosave';
import type { Capture } from '../../lib/ticket/schema';
import { IconButton } from '../ui/Button';
import { Glyph, type GlyphName } from '../ui/Glyph';
import { Ago } from './Ago';
import styles from './PanelHeader.module.css';
import type { PullState } from './run-pull';
import type { ShownTicket } from './use-ticket-session';

export type Step = 'happened' | 'postmortem' | 'share';

const stepNames: Record<Step, string> = {
  happened: 'What happened',
  postmortem: 'Postmortem',
  share: 'Share',
};

interface PanelHeaderProps {
  shown: ShownTicket;
  capture: Capture | undefined;
  pull: PullState;
  saveState: SaveState | undefined;
  step: Step;
  /** Whether there is anything to step through yet. */
  steps: boolean;
  onStep: (step: Step) => void;
  onPull: () => void;
  onList: () => void;
  onTicket: () => void;
  /** What waits for an answer, whichever step is shown. */
  children?: React.ReactNode;
}

export function PanelHeader(props: PanelHeaderProps) {
  const { shown, capture, pull, saveState, step } = props;
  const known = capture?.ticket ?? pull.glimpse;
  const status = known?.status;
  // The first screen has a sentence for its heading; on the others the ticket is what they are about.
  const Subject = step === 'happened' ? 'div' : 'h1';
  return (
    <header className={styles.header}>
      <div className={styles.row}>
        <a
          href={shown.ref.url}
          onClick={(event) => {
            event.preventDefault();
            props.onTicket();
          }}
        >
          {shown.label} #{capture?.ticket.key ?? shown.ref.key}
        </a>
        {status && (
          <span className={styles.state}>
            <Glyph name={status.status === 'solved' || status.status === 'closed' ? 'done' : 'empty'} />
            {status.label}
          </span>
        )}
        <span className={styles.gap} />
        {saveState ? <Saved state={saveState} /> : capture && <Freshness capture={capture} pull={pull} />}
        <span className={styles.tools}>
          {shown.tabId !== undefined && (
            <IconButton
              icon="pull"
              label="Pull again"
              disabled={pull.status === 'pulling'}
              onClick={props.onPull}
            />
          )}
          <IconButton icon="list" label="All postmortems" onClick={props.onList} />
        </span>
      </div>
      {known && (
        <Subject className={styles.subject} title={known.subject}>
          {known.subject}
        </Subject>
      )}
      {known ? (
        <nav className={styles.steps} aria-label="Steps">
          {(Object.keys(stepNames) as Step[]).map((name) => (
            <button
              key={name}
              type="button"
              aria-current={name === step ? 'step' : undefined}
              // Their place is kept, so that nothing moves when there is something to step through.
              disabled={!props.steps}
              onClick={() => props.onStep(name)}
            >
              {stepNames[name]}
            </button>
          ))}
        </nav>
      ) : (
        <div className={styles.noSteps} />
      )}
      {props.children}
    </header>
  );
}

function Freshness({ capture, pull }: { capture: Capture; pull: PullState }) {
  if (pull.status === 'pulling') return <span>Pulling again</span>;
  return (
    <span className={styles.fresh} title={`Pulled ${capture.capturedAt.slice(0, 16).replace('T', ' ')} UTC`}>
      Pulled <Ago at={capture.capturedAt} />
    </span>
  );
}

const saveGlyphs: Record<SaveState['kind'], GlyphName> = {
  saved: 'done',
  saving: 'generated',
  unsaved: 'edited',
  failed: 'serious',
  conflict: 'doubt',
};

function Saved({ state }: { state: SaveState }) {
  const words: Record<SaveState['kind'], string> = {
    saved: 'Saved',
    saving: 'Saving',
    unsaved: 'Saving',
    failed: 'Not saved',
    conflict: 'Conflict',
  };
  return (
    <span className={styles.state} role="status">
      <Glyph name={saveGlyphs[state.kind]} />
      {words[state.kind]}
      {state.kind === 'saved' && state.at !== '' && (
        <>
          {' '}
          <time dateTime={state.at}>
            {new Date(state.at).toLocaleTimeString([], {
              hour: '2-digit',
              minute: '2-digit',
              hourCycle: 'h23',
            })}
          </time>
        </>
      )}
    </span>
  );
}
