/** A user's options for all tickets, kept in step with other windows. */
import { useCallback, useEffect, useState } from 'react';
import { noPreferences, type Preferences } from '../../lib/analysis/preferences';
import type { StoreProblem } from '../../lib/storage/problems';
import type { Store } from '../../lib/storage/store';

export interface PreferencesSession {
  /** The defaults until they have been read. */
  preferences: Preferences;
  isRead: boolean;
  change(edit: (current: Preferences) => Preferences): void;
  /** The last change could not be kept, or what is kept cannot be read. */
  problem?: StoreProblem;
}

export function usePreferences(store: Store): PreferencesSession {
  const [found, setFound] = useState<Preferences>();
  const [problem, setProblem] = useState<StoreProblem>();
  useEffect(() => store.watchPreferences(setFound, setProblem), [store]);
  const change = useCallback(
    (edit: (current: Preferences) => Preferences) => {
      void store.prefer(edit).then((result) => setProblem(result.ok ? undefined : result.problem));
    },
    [store],
  );
  return {
    preferences: found ?? noPreferences,
    isRead: found !== undefined,
    change,
    ...(problem ? { problem } : {}),
  };
}
