/** A window of the panel on a real store: the hook that keeps the postmortem, and its screen. */
import { render, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useMemo, useState } from 'react';
import { usePostmortem } from '../../../../components/panel/use-postmortem';
import { PostmortemScreen } from '../../../../components/postmortem/PostmortemScreen';
import { analyse } from '../../../../lib/analysis/analyse';
import { emptyOverlay, type Overlay, throughOverlay } from '../../../../lib/analysis/overlay';
// Loaded by the hook when it is first needed; here it stands ready.
import '../../../../lib/postmortem/draft';
import '../../../../lib/postmortem/redraft';
import type { SaveState } from '../../../../lib/storage/autosave';
import type { Store } from '../../../../lib/storage/store';
import type { TicketEvent } from '../../../../lib/ticket/events';
import type { Capture } from '../../../../lib/ticket/schema';

interface Seen {
  state: SaveState;
  pull(capture: Capture): void;
  correct(overlay: Overlay): void;
  start(): void;
}

function Window({ store, first, seen }: { store: Store; first: Capture; seen: Seen }) {
  const [capture, setCapture] = useState(first);
  const [overlay, correct] = useState(emptyOverlay);
  const evidence = useMemo(() => {
    const analysis = analyse(capture, { now: capture.capturedAt, overlay });
    const seenThrough = throughOverlay(capture, overlay);
    return { ticketId: capture.ticket.id, label: 'Zendesk', capture: seenThrough, analysis };
  }, [capture, overlay]);
  const corrections = useMemo(() => ({ overlay, change: correct }), [overlay]);
  const session = usePostmortem(store, evidence);
  seen.state = session.saveState;
  seen.pull = setCapture;
  seen.correct = correct;
  seen.start = session.start;
  return (
    <main>
      <PostmortemScreen
        {...evidence}
        session={session}
        corrections={corrections}
        onEvidence={noted}
        onShare={() => {}}
      />
    </main>
  );
}

const evidenceSeen: TicketEvent[] = [];
const noted = (event: TicketEvent) => evidenceSeen.push(event);

export function openWindow(store: Store, capture: Capture) {
  evidenceSeen.length = 0;
  const seen: Seen = { state: { kind: 'saved', at: '' }, pull: () => {}, correct: () => {}, start: () => {} };
  const view = render(<Window store={store} first={capture} seen={seen} />);
  const here = within(view.container);
  const user = userEvent.setup({ pointerEventsCheck: 0 });
  return {
    ...view,
    here,
    user,
    /** What the panel's header would say. */
    saveState: () => seen.state,
    pull: (next: Capture) => seen.pull(next),
    correct: (overlay: Overlay) => seen.correct(overlay),
    /** As the first screen's button does, which does not wait until an earlier one was looked for. */
    startUnseen: () => seen.start(),
    evidenceSeen,
    start: async () => user.click(await here.findByText('Start postmortem')),
    field: (name: string) => found(view.container, 'textarea', (area) => area.ariaLabel === name),
    section: async (name: string) =>
      within(
        await found(view.container, 'section', (part) => part.querySelector('h2')?.textContent === name),
      ),
    /** In one go: each single key draws the whole form anew. */
    add: async (field: HTMLElement, text: string) => {
      await user.click(field);
      await user.paste(text);
    },
  };
}

/** Testing Library's search by label looks at every element of a long form, again and again while it waits. */
function found<Tag extends 'section' | 'textarea'>(
  container: Element,
  tag: Tag,
  isIt: (element: HTMLElementTagNameMap[Tag]) => boolean,
): Promise<HTMLElementTagNameMap[Tag]> {
  return waitFor(() => {
    const element = [...container.querySelectorAll(tag)].find(isIt);
    if (!element) throw new Error(`no such ${tag} yet`);
    return element;
  });
}
