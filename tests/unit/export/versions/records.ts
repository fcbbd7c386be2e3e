/** Records with a plan that somebody has promised, as a share screen gets them. */
import type { Record } from '../../../../lib/export/record';
import { blankAction } from '../../../../lib/postmortem/plan';
import type { Action } from '../../../../lib/postmortem/schema';
import type { Capture } from '../../../../lib/ticket/schema';
import { recordOf } from '../../postmortem/drafting';

/** Every suggested action is committed by one owner; others are added. */
export function promisedRecord(capture: Capture, more: readonly Partial<Action>[] = []): Record {
  const record = recordOf(capture, capture.capturedAt);
  return withActions(record, [
    ...record.postmortem.actions.map((action) => promised(action)),
    ...more.map((action, index) => promised({ ...blankAction, id: `own-${index}`, ...action })),
  ]);
}

export function withActions(record: Record, actions: Action[]): Record {
  return { ...record, postmortem: { ...record.postmortem, actions } };
}

function promised(action: Action): Action {
  return {
    ...action,
    owner: action.owner || 'Tom Reyes',
    due: action.due || '2026-12-04',
    status: 'committed',
  };
}
