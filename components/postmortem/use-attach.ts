/** Adds pictures and links to the evidence; what is refused is said in words, and nothing else changes. */
import { useCallback, useMemo, useState } from 'react';
import { reencodeImage } from '../../lib/platform/images';
import { addAttachment } from '../../lib/postmortem/edit-plan';
import { captionFromName } from '../../lib/postmortem/own-evidence';
import type { EventId } from '../../lib/ticket/events';
import type { Editing } from './use-editing';

export interface Attach {
  files(files: readonly File[], event: EventId | undefined): Promise<void>;
  link(url: string, caption: string, event: EventId | undefined): void;
  /** What happened last, until something else does. */
  said: Said;
  dismiss(): void;
}

export interface Said {
  kind: 'nothing' | 'busy' | 'done' | 'refused';
  text: string;
}

const nothing: Said = { kind: 'nothing', text: '' };

export function useAttach({ store, change, postmortemId: id }: Editing): Attach {
  const [said, say] = useState<Said>(nothing);
  const files = useCallback(
    async (given: readonly File[], event: EventId | undefined) => {
      if (given.length === 0) return;
      say({ kind: 'busy', text: 'Reading the picture' });
      const refused: string[] = [];
      for (const file of given) {
        const kept = await keep(store, id, file);
        if (!kept.ok) {
          refused.push(kept.text);
          continue;
        }
        change((current, now) =>
          addAttachment(
            current,
            {
              ...ofEvent(event),
              id: crypto.randomUUID(),
              kind: 'image',
              blob: kept.blob,
              caption: kept.caption,
            },
            now,
          ),
        );
      }
      const kept = given.length - refused.length;
      if (refused.length > 0) say({ kind: 'refused', text: [...new Set(refused)].join(' ') });
      else
        say({ kind: 'done', text: kept === 1 ? 'Picture added to the evidence' : `${kept} pictures added` });
    },
    [store, change, id],
  );
  const link = useCallback(
    (url: string, caption: string, event: EventId | undefined) => {
      change((current, now) =>
        addAttachment(
          current,
          { ...ofEvent(event), id: crypto.randomUUID(), kind: 'link', url, caption: caption.trim() },
          now,
        ),
      );
      say({ kind: 'done', text: 'Link added to the evidence' });
    },
    [change],
  );
  const dismiss = useCallback(() => say(nothing), []);
  return useMemo(() => ({ files, link, said, dismiss }), [files, link, said, dismiss]);
}

type Kept = { ok: true; blob: string; caption: string } | { ok: false; text: string };

async function keep(store: Editing['store'], postmortemId: string, file: File): Promise<Kept> {
  if (/svg/i.test(file.type) || /\.svgz?$/i.test(file.name)) {
    return {
      ok: false,
      text: 'An SVG drawing is not taken: it can hold scripts. Take a screenshot and attach that.',
    };
  }
  const drawn = await reencodeImage(file);
  if (!drawn.ok) return { ok: false, text: `${drawn.problem.message} ${drawn.problem.next}` };
  const put = await store.putBlob(postmortemId, drawn.value, file.name);
  if (!put.ok) return { ok: false, text: `${put.problem.message} ${put.problem.next}` };
  return { ok: true, blob: put.value.id, caption: captionFromName(file.name) };
}

function ofEvent(event: EventId | undefined): { event?: EventId } {
  return event === undefined ? {} : { event };
}
