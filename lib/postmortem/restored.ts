import type { Iso } from '../ticket/basics';
import type { Postmortem } from './schema';

/**
 * The words of an earlier version in the present document. What has happened since stays so: how far the document got
 * and when, what left the panel, and the capture it rests on, because the one of that time may no longer be stored.
 */
export function restored(version: Postmortem, present: Postmortem, now: Iso): Postmortem {
  const { exports: _before, ...words } = version;
  const { captureId, ticket, createdAt, status, log, exports } = present;
  return {
    ...words,
    ...{ captureId, ticket, createdAt, status, log },
    ...(exports ? { exports } : {}),
    updatedAt: now,
  };
}
