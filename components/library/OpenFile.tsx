import { useCallback, useEffect, useRef, useState } from 'react';
import type { Store } from '../../lib/storage/store';
import { Button } from '../ui/Button';
import { StatusPanel } from '../ui/StatusPanel';
import styles from './OpenFile.module.css';
import { type Opened, openRecord } from './open-record';
import { asCopy, type FromFile, keep, type Read, readFile } from './reopen-file';

interface OpenFileProps {
  store: Store;
  onOpen: (opened: Opened) => void;
}

type State = Read | { kind: 'reading' } | { kind: 'kept'; id: string; notes: string[] };

const CHANGED =
  'The text in the file was changed after it was exported. What opens is the postmortem as it was exported; the changes in the file are not in it.';
const OTHER_CORRECTIONS =
  'This ticket has corrections of yours, which were kept; those in the file were left out.';

/** Opens a Markdown file that a colleague exported, chosen or dropped anywhere on the list. */
export function OpenFile({ store, onOpen }: OpenFileProps) {
  const [state, setState] = useState<State>();
  const input = useRef<HTMLInputElement>(null);
  const show = useCallback(
    async (id: string) => {
      const opened = await openRecord(store, id);
      if (typeof opened === 'string') setState({ kind: 'refused', why: opened });
      else onOpen(opened);
    },
    [store, onOpen],
  );
  const keepAndShow = useCallback(
    async (file: FromFile) => {
      const kept = await keep(store, file);
      if (typeof kept === 'string') return setState({ kind: 'refused', why: kept });
      const notes = [file.changed && CHANGED, kept.keptCorrections && OTHER_CORRECTIONS].filter(
        (note) => note !== false,
      );
      if (notes.length === 0) await show(kept.id);
      else setState({ kind: 'kept', id: kept.id, notes });
    },
    [store, show],
  );
  const take = useCallback(
    async (file: File) => {
      setState({ kind: 'reading' });
      const read = await readFile(store, file);
      if (read.kind === 'new') await keepAndShow(read.file);
      else if (read.kind === 'same' && !read.file.changed) await show(read.file.postmortem.id);
      else setState(read);
    },
    [store, keepAndShow, show],
  );
  const isOver = useDroppedFile(take);

  return (
    <>
      <div className={styles.row} data-over={isOver || undefined}>
        <input
          ref={input}
          type="file"
          aria-label="Markdown file"
          accept=".md,.markdown,text/markdown,text/plain"
          hidden
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? [];
            event.currentTarget.value = '';
            if (file) void take(file);
          }}
        />
        <Button variant="small" icon="open" onClick={() => input.current?.click()}>
          Open a Markdown file
        </Button>
        <span className={styles.hint}>{isOver ? 'Drop it to open it' : 'or drop one here'}</span>
      </div>
      <Answer
        state={state}
        onShow={(id) => void show(id)}
        onCopy={(file) => void keepAndShow(asCopy(file))}
        onRestore={(id) =>
          void store.restore(id).then((restored) => {
            if (restored.ok) return show(id);
            setState({ kind: 'refused', why: `${restored.problem.message} ${restored.problem.next}` });
          })
        }
        onClose={() => setState(undefined)}
      />
    </>
  );
}

interface AnswerProps {
  state: State | undefined;
  onShow: (id: string) => void;
  onCopy: (file: FromFile) => void;
  onRestore: (id: string) => void;
  onClose: () => void;
}

function Answer({ state, onShow, onCopy, onRestore, onClose }: AnswerProps) {
  if (state === undefined || state.kind === 'new') return null;
  if (state.kind === 'reading') return <StatusPanel glyph="noted" title="Reading the file" />;
  const close = <Button onClick={onClose}>Close</Button>;
  if (state.kind === 'refused')
    return <StatusPanel role="alert" glyph="doubt" title="Not opened" text={state.why} buttons={close} />;
  if (state.kind === 'kept' || state.kind === 'same') {
    const id = state.kind === 'kept' ? state.id : state.file.postmortem.id;
    const notes = state.kind === 'kept' ? state.notes : [CHANGED];
    return (
      <StatusPanel
        glyph="doubt"
        title={state.kind === 'kept' ? 'Kept in your list' : 'Already in your list'}
        text={notes.join(' ')}
        buttons={
          <>
            <Button variant="primary" onClick={() => onShow(id)}>
              Open
            </Button>
            {close}
          </>
        }
      />
    );
  }
  const { postmortem, changed } = state.file;
  const mine = state.isDeleted
    ? 'You deleted this postmortem. Bring yours back, or keep the one in the file beside it.'
    : 'You have this postmortem with other words. Nothing of yours is written over.';
  return (
    <StatusPanel
      glyph="doubt"
      title="Already in your list"
      text={changed ? `${mine} ${CHANGED}` : mine}
      buttons={
        <>
          <Button
            variant="primary"
            onClick={() => (state.isDeleted ? onRestore(postmortem.id) : onShow(postmortem.id))}
          >
            {state.isDeleted ? 'Bring mine back' : 'Open mine'}
          </Button>
          <Button onClick={() => onCopy(state.file)}>Keep both</Button>
          {close}
        </>
      }
    />
  );
}

/** Whether a file is held over the window; a dropped one is handed on and never opened by the browser. */
function useDroppedFile(onFile: (file: File) => void): boolean {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const holds = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
    const over = (event: DragEvent) => {
      if (!holds(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent) => event.relatedTarget === null && setOver(false);
    const drop = (event: DragEvent) => {
      if (!holds(event)) return;
      event.preventDefault();
      setOver(false);
      const [file] = event.dataTransfer?.files ?? [];
      if (file) onFile(file);
    };
    window.addEventListener('dragover', over);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, [onFile]);
  return isOver;
}
