import { useEffect, useState } from 'react';
import { sites } from '../../lib/helpdesks/sites';
import { openOptionsPage } from '../../lib/platform/options-page';
import type { Store } from '../../lib/storage/store';
import type { Summary } from '../../lib/storage/summaries';
import { Button } from '../ui/Button';
import { StatusPanel } from '../ui/StatusPanel';
import type { Front } from './use-ticket-session';

const names = new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(sites.map((site) => site.label));

/** Nothing to show yet: either this page is no ticket, or Debrief may not see what it is. */
export function NoTicket({ front, store, onList }: { front: Front; store: Store; onList: () => void }) {
  const [count, setCount] = useState<number>();
  useEffect(() => store.watchList((all: Summary[]) => setCount(all.length)), [store]);
  const hidden = front === 'hidden_page';
  return (
    <main>
      <StatusPanel
        alone
        glyph="noted"
        title={hidden ? 'Click the Debrief icon on a ticket page' : 'Open a ticket to see what happened'}
        text={
          hidden
            ? 'Debrief sees a page only after you click its icon in the toolbar there. It never writes, and nothing leaves this browser.'
            : `This page is not a ticket. Debrief reads ${names} tickets: open one, then click the Debrief icon in the toolbar.`
        }
        buttons={
          <>
            <Button onClick={onList}>All postmortems{count ? ` (${count})` : ''}</Button>
            <Button onClick={openOptionsPage}>Site access</Button>
          </>
        }
      >
        {count === 0 && <p className="data soft">No postmortems yet. Drafts are kept in this browser.</p>}
      </StatusPanel>
    </main>
  );
}
