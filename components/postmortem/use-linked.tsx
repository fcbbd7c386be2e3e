/** The entries that people link to parts of the document, and the one part that an entry is being looked for. */
import { createContext, use, useCallback, useMemo, useState } from 'react';
import type { ClaimPlace } from '../../lib/postmortem/claims';
import { knowClaim } from '../../lib/postmortem/edit';
import { linkEvent, unlinkEvent } from '../../lib/postmortem/linked';
import type { Postmortem } from '../../lib/postmortem/schema';
import type { EventId } from '../../lib/ticket/events';
import type { PostmortemSession } from '../panel/use-postmortem';

/** What evidence is looked for: a part, or a figure in it that nothing bears out yet. */
interface Asked {
  place: ClaimPlace;
  figure?: string;
}

interface Linking {
  linked: Postmortem['linked'];
  asked: Asked | undefined;
  ask: (asked: Asked) => void;
  /** Links the entry to what was asked for. */
  choose: (event: EventId) => void;
  leave: () => void;
  unlink: (place: ClaimPlace, event: EventId) => void;
}

const LinkingContext = createContext<Linking | undefined>(undefined);

interface LinkingProviderProps {
  linked: Postmortem['linked'];
  onChange: PostmortemSession['change'];
  children: React.ReactNode;
}

export function LinkingProvider({ linked, onChange, children }: LinkingProviderProps) {
  const [asked, ask] = useState<Asked>();
  const leave = useCallback(() => {
    ask(undefined);
    if (asked) focusAdd(asked.place);
  }, [asked]);
  const value = useMemo(
    (): Linking => ({
      linked,
      asked,
      ask,
      choose: (event) => {
        if (!asked) return;
        const { place, figure } = asked;
        onChange((current, now) => {
          const next = linkEvent(current, place, event, now);
          return figure === undefined ? next : knowClaim(next, { section: place, text: figure, event }, now);
        });
        leave();
      },
      leave,
      unlink: (place, event) => {
        onChange((current, now) => unlinkEvent(current, place, event, now));
        focusAdd(place);
      },
    }),
    [linked, asked, leave, onChange],
  );
  return <LinkingContext value={value}>{children}</LinkingContext>;
}

export function useLinking(): Linking {
  const linking = use(LinkingContext);
  if (!linking) throw new Error('useLinking needs a LinkingProvider above it');
  return linking;
}

/** The button that a search for evidence began with, and stands by what it found. */
export function addButtonId(place: ClaimPlace): string {
  return `add-evidence-${place.replace(':', '-')}`;
}

/** What had the focus goes: the field of the search, or the chip. */
function focusAdd(place: ClaimPlace): void {
  document.getElementById(addButtonId(place))?.focus();
}
