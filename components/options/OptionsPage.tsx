import { useRef } from 'react';
import type { AllowedSite } from '../../lib/platform/permissions';
import type { Store } from '../../lib/storage/store';
import { usePreferences } from '../panel/use-preferences';
import { Button } from '../ui/Button';
import { Glyph } from '../ui/Glyph';
import { StatusPanel } from '../ui/StatusPanel';
import { CustomKinds } from './CustomKinds';
import { FirstUpdateTargets } from './FirstUpdateTargets';
import styles from './OptionsPage.module.css';
import { OwnTargets } from './OwnTargets';
import { ThresholdFields } from './ThresholdFields';
import { useAllowedSites } from './use-allowed-sites';
import { WorkingHours } from './WorkingHours';

/** What a user decides once: the sites Debrief may always read, and how it counts where a helpdesk leaves it open. */
export function OptionsPage({ store }: { store: Store }) {
  const preferences = usePreferences(store);
  return (
    <main className={styles.page}>
      <p className={styles.brand}>Debrief</p>
      <h1>Options</h1>
      <SiteAccess />
      {preferences.problem && (
        <StatusPanel
          role="alert"
          glyph="serious"
          title={preferences.problem.message}
          text={preferences.problem.next}
        />
      )}
      {preferences.isRead && (
        <>
          <section className={styles.part} aria-labelledby="findings">
            <h2 id="findings">What counts as a finding</h2>
            <p className="soft">
              Kept as you type, in this browser only. A ticket that is open in the panel follows at once.
            </p>
            <ThresholdFields {...preferences} />
          </section>
          <section className={styles.part} aria-labelledby="targets">
            <h2 id="targets">Your own targets</h2>
            <p className="soft">They count where the helpdesk reports no target for that metric.</p>
            <OwnTargets {...preferences} />
          </section>
          <section className={styles.part} aria-labelledby="hours">
            <h2 id="hours">Working hours</h2>
            <p className="soft">
              Business time is counted by them where the helpdesk tells no calendar. Without either every hour
              counts.
            </p>
            <WorkingHours {...preferences} />
          </section>
          <section className={styles.part} aria-labelledby="first-updates">
            <h2 id="first-updates">First update to the customer</h2>
            <p className="soft">
              Counted after detection and after each escalation. A postmortem keeps the targets it was begun
              with until its severity is chosen anew.
            </p>
            <FirstUpdateTargets {...preferences} />
          </section>
          <section className={styles.part} aria-labelledby="kinds">
            <h2 id="kinds">Kinds of postmortem of your own</h2>
            <p className="soft">
              They are offered beside Debrief’s three. Changing or deleting one leaves postmortems that follow
              it as they are.
            </p>
            <CustomKinds {...preferences} />
          </section>
        </>
      )}
    </main>
  );
}

/** Which sites Debrief may read without a click on its icon, and the way to take each back. */
function SiteAccess() {
  const { sites, isUnreadable, removal, remove, readAgain } = useAllowedSites();
  const heading = useRef<HTMLHeadingElement>(null);
  const removeRow = async (site: AllowedSite) => {
    // The button that had the focus goes with its row.
    if (await remove(site)) heading.current?.focus();
  };
  return (
    <section className={styles.part} aria-labelledby="sites">
      <h2 id="sites" ref={heading} tabIndex={-1}>
        Site access
      </h2>
      <p className="soft">
        On the sites listed here the panel reads each ticket you open, with your own session, without a click
        on the icon. It never writes there, and nothing leaves this browser.
      </p>
      <div className={styles.list}>
        {isUnreadable && (
          <StatusPanel
            role="alert"
            glyph="serious"
            title="The browser did not tell which sites are allowed."
            text="They are unchanged. Read the list again, or see them in the browser’s own settings for Debrief."
            buttons={<Button onClick={readAgain}>Read again</Button>}
          />
        )}
        {!isUnreadable && sites?.length === 0 && (
          <StatusPanel
            glyph="empty"
            title="No site is always allowed"
            text="Debrief reads a ticket when you click its icon beside it. After a pull the panel offers to always allow that site."
          />
        )}
        {!isUnreadable && sites !== undefined && sites.length > 0 && (
          <ul>
            {sites.map((site) => (
              <SiteRow key={site.pattern} site={site} onRemove={() => void removeRow(site)} />
            ))}
          </ul>
        )}
        {removal?.isDone === false && (
          <StatusPanel
            role="alert"
            glyph="serious"
            title={`Access to ${removal.site.name} could not be removed.`}
            text="It is still allowed. Try again, or take it back in the browser’s own settings for Debrief."
          />
        )}
      </div>
      <div role="status" className={styles.said}>
        {removal?.isDone && (
          <>
            <Glyph name="done" />
            {removal.site.name}: access removed. Tickets there need a click on the icon again.
          </>
        )}
      </div>
    </section>
  );
}

function SiteRow({ site, onRemove }: { site: AllowedSite; onRemove: () => void }) {
  return (
    <li className={styles.row}>
      <span className={styles.site}>{site.name}</span>
      {!site.isEncrypted && <span className="data soft">http</span>}
      <Button variant="small" aria-label={`Remove access to ${site.name}`} onClick={onRemove}>
        Remove access
      </Button>
    </li>
  );
}
