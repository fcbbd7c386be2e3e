import { useMemo } from 'react';
import type { PostmortemSession } from '../panel/use-postmortem';

/** What a part changes the postmortem with, and where it keeps pictures; the same for as long as that is open. */
export interface Editing {
  postmortemId: string;
  store: PostmortemSession['store'];
  change: PostmortemSession['change'];
}

export function useEditing({ store, change }: PostmortemSession, postmortemId: string): Editing {
  return useMemo(() => ({ postmortemId, store, change }), [postmortemId, store, change]);
}
