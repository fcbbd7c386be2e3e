import { useEffect } from 'react';
import type { Capture } from '../../lib/ticket/schema';

/** Marks the moment a capture is on screen, for `npm run bench`. */
export function useShownMark(capture: Capture | undefined): void {
  useEffect(() => {
    if (!capture) return;
    // The task after the next frame runs when that frame has been painted.
    const frame = requestAnimationFrame(() =>
      setTimeout(() => performance.mark('debrief:shown', { detail: capture.id })),
    );
    return () => cancelAnimationFrame(frame);
  }, [capture]);
}
