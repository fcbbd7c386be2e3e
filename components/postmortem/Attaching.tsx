/** Pictures that are pasted or dropped anywhere in the document, and what became of them. */
import { useState } from 'react';
import type { EventId } from '../../lib/ticket/events';
import { IconButton } from '../ui/Button';
import { Glyph } from '../ui/Glyph';
import styles from './Evidence.module.css';
import type { Attach } from './use-attach';

/** Marks a row whose pictures belong to that event. */
export function rowOf(event: EventId): { 'data-event': EventId } {
  return { 'data-event': event };
}

/** Takes pictures for the row they are pasted or dropped into, else for the document. Text is left to the fields. */
export function PictureCatcher({ attach, children }: { attach: Attach; children: React.ReactNode }) {
  const [isOver, setOver] = useState(false);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: pasting works from every field, and files can be chosen by a button
    <div
      className={isOver ? styles.over : undefined}
      onPaste={(event) => {
        const { clipboardData, target } = event;
        // A copied table or slide comes as text and as a picture of it: a field takes the text.
        if (isField(target) && clipboardData.getData('text/plain') !== '') return;
        const files = picturesIn(clipboardData);
        if (files.length === 0) return;
        event.preventDefault();
        void attach.files(files, eventAt(target));
      }}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false);
        const files = [...event.dataTransfer.files];
        if (files.length === 0) return;
        // Else the browser leaves the panel and opens the file.
        event.preventDefault();
        void attach.files(files, eventAt(event.target));
      }}
    >
      {children}
    </div>
  );
}

function picturesIn(data: DataTransfer): File[] {
  return [...data.files].filter(({ type }) => type.startsWith('image/'));
}

function isField(target: EventTarget): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea') !== null;
}

function eventAt(target: EventTarget): EventId | undefined {
  const row = target instanceof HTMLElement ? target.closest<HTMLElement>('[data-event]') : null;
  return row?.dataset.event;
}

/** In the foot, because one can paste from anywhere. */
export function AttachSaid({ attach }: { attach: Attach }) {
  const { kind, text } = attach.said;
  return (
    <>
      <span role="status" className={kind === 'busy' || kind === 'done' ? styles.said : 'hidden-text'}>
        {(kind === 'busy' || kind === 'done') && text}
      </span>
      {kind === 'refused' && (
        <div role="alert" className={styles.refused}>
          <Glyph name="serious" />
          <p>{text}</p>
          <IconButton icon="remove" label="Close this message" onClick={attach.dismiss} />
        </div>
      )}
    </>
  );
}
