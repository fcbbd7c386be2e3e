import { useCallback, useEffect, useState } from 'react';
import { type AllowedSite, allowedSites, removeSite } from '../../lib/platform/permissions';
import { watchPermissions } from '../../lib/platform/watch-permissions';

/** What came of the last removal; a failure names the site that stays allowed. */
interface Removal {
  site: AllowedSite;
  isDone: boolean;
}

/** The sites that may always be read, as they are now, wherever they are allowed or taken back. */
export function useAllowedSites(): {
  /** Absent until they are known. */
  sites: AllowedSite[] | undefined;
  isUnreadable: boolean;
  removal: Removal | undefined;
  /** Resolves to whether it is taken back. */
  remove(site: AllowedSite): Promise<boolean>;
  readAgain(): void;
} {
  const [sites, setSites] = useState<AllowedSite[]>();
  const [isUnreadable, setUnreadable] = useState(false);
  const [removal, setRemoval] = useState<Removal>();

  const readAgain = useCallback(() => {
    allowedSites().then(
      (found) => {
        setSites(found);
        setUnreadable(false);
      },
      () => setUnreadable(true),
    );
  }, []);

  useEffect(() => {
    readAgain();
    return watchPermissions(readAgain);
  }, [readAgain]);

  const remove = async (site: AllowedSite) => {
    const isDone = await removeSite(site).catch(() => false);
    setRemoval({ site, isDone });
    readAgain();
    return isDone;
  };
  return { sites, isUnreadable, removal, remove, readAgain };
}
