/**
 * The page of the screen benchmark: mounts one way of drawing at a time and tells how long it took until the frame was
 * painted, and again after a change of every row.
 */
import '../../../components/ui/tokens.css';
import '../../../components/ui/base.css';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { createRoot } from 'react-dom/client';
import { EvidenceProvider } from '../../../components/ui/Evidence';
import { Patterns } from '../../../components/ui/Patterns';
import { Picture } from '../../../components/what-happened/Picture';
import { Timeline } from '../../../components/what-happened/Timeline';
import { analyse } from '../../../lib/analysis/analyse';
import type { Analysis } from '../../../lib/analysis/types';
import { describeEvent } from '../../../lib/language/describe-event';
import { inOrder } from '../../../lib/ticket/order';
import type { Capture } from '../../../lib/ticket/schema';

type Draw = (capture: Capture, analysis: Analysis) => React.ReactNode;

const ways: Record<string, Draw> = {
  timeline: (capture, analysis) => <Timeline capture={capture} analysis={analysis} />,
  plain: (capture) => <PlainList capture={capture} />,
  virtual: (capture) => <BareVirtual capture={capture} />,
  picture: (capture, analysis) => <Picture capture={capture} analysis={analysis} />,
  // As many plain rectangles as the picture has parts: less cannot be drawn.
  rectangles: (capture) => (
    <svg width="336" height="400" aria-hidden="true">
      {capture.ticket.events.map((event, index) => (
        <rect key={event.id} x={index % 336} y={(index * 7) % 400} width="4" height="6" />
      ))}
    </svg>
  ),
};

/** Every row there is, without links, marks or columns. */
function PlainList({ capture }: { capture: Capture }) {
  const people = new Map(capture.ticket.people.map((person) => [person.id, person]));
  return (
    <ol>
      {inOrder(capture.ticket.events).map((event) => (
        <li key={event.id}>
          {event.time.at} {describeEvent(event, people)}
        </li>
      ))}
    </ol>
  );
}

/** The library's own list with one line of text a row. */
function BareVirtual({ capture }: { capture: Capture }) {
  const events = inOrder(capture.ticket.events);
  const people = new Map(capture.ticket.people.map((person) => [person.id, person]));
  const list = useWindowVirtualizer({ count: events.length, estimateSize: () => 44, overscan: 12 });
  return (
    <div style={{ height: list.getTotalSize(), position: 'relative' }}>
      {list.getVirtualItems().map((item) => {
        const event = events[item.index];
        return (
          <div
            key={item.key}
            ref={list.measureElement}
            data-index={item.index}
            style={{ position: 'absolute', transform: `translateY(${item.start}px)` }}
          >
            {event && `${event.time.at} ${describeEvent(event, people)}`}
          </div>
        );
      })}
    </div>
  );
}

const painted = () =>
  new Promise<number>((resolve) =>
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => resolve(performance.now());
      channel.port2.postMessage(undefined);
    }),
  );

async function draw(way: string, capture: Capture): Promise<{ mountMs: number; againMs: number }> {
  const element = document.getElementById('root');
  const one = ways[way];
  if (!element || !one) throw new Error(`no way called ${way}`);
  const root = createRoot(element);
  const analysis = analyse(capture, { now: capture.capturedAt });
  const show = (seen: Capture) =>
    root.render(
      <EvidenceProvider ticket={seen.ticket} onGo={() => undefined}>
        <Patterns />
        {one(seen, analysis)}
      </EvidenceProvider>,
    );
  const began = performance.now();
  show(capture);
  const mountMs = (await painted()) - began;
  await painted();
  const changed = { ...capture, ticket: { ...capture.ticket, events: [...capture.ticket.events] } };
  const again = performance.now();
  show(changed);
  const againMs = (await painted()) - again;
  root.unmount();
  return { mountMs, againMs };
}

Object.assign(globalThis, { draw });
