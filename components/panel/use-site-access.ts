import { useEffect, useState } from 'react';
import { isAnswered, noteAnswer, watchAnswers } from '../../lib/platform/offers';
import { type AllowedSite, allowSite, isAllowed } from '../../lib/platform/permissions';
import { watchPermissions } from '../../lib/platform/watch-permissions';

/** `open`: the question was never answered here. Absent until it is known. */
type Access = 'allowed' | 'answered' | 'open';

/** Whether a site may always be read, or was asked about before, as it is now and in every window. */
export function useSiteAccess(site: AllowedSite): {
  access: Access | undefined;
  /** Must be called straight from a click. */
  allow(): void;
  decline(): void;
} {
  const { pattern } = site;
  const [found, setFound] = useState<{ pattern: string; access: Access }>();

  // biome-ignore lint/correctness/useExhaustiveDependencies: the pattern is all there is to a site
  useEffect(() => {
    let isCurrent = true;
    const look = async () => {
      const access = await accessTo(site);
      if (isCurrent) setFound({ pattern, access });
    };
    void look();
    const stops = [watchPermissions(() => void look()), watchAnswers(() => void look())];
    return () => {
      isCurrent = false;
      for (const stop of stops) stop();
    };
  }, [pattern]);

  return {
    access: found?.pattern === pattern ? found.access : undefined,
    // Yes or no, the browser has put the question; a browser that will not put it has answered as well.
    allow: () => void allowSite(site).then(noteIt(site), noteIt(site)),
    decline: noteIt(site),
  };
}

async function accessTo(site: AllowedSite): Promise<Access> {
  if (await isAllowed(site)) return 'allowed';
  return (await isAnswered(site)) ? 'answered' : 'open';
}

function noteIt(site: AllowedSite): () => void {
  return () => void noteAnswer(site);
}
