import { leadTab } from '../../lib/platform/tabs';
import { Button } from '../ui/Button';
import { Glyph } from '../ui/Glyph';
import { StatusPanel } from '../ui/StatusPanel';
import styles from './Notices.module.css';
import type { CustomerFront as Front } from './use-ticket-session';

/**
 * The page in front is a ticket as its customer sees it, which is not what Debrief reads: a screen of its own, or
 * without `onList` a strip above the ticket that the panel shows.
 */
export function CustomerFront({ front, onList }: { front: Front; onList?: () => void }) {
  const { label, key, agentUrl, tabId } = front;
  const open = agentUrl !== undefined && (
    <Button variant={onList ? 'primary' : 'quiet'} onClick={() => void leadTab(tabId, agentUrl)}>
      Open the agent’s page
    </Button>
  );
  if (!onList) {
    return (
      <div className={styles.strip} role="status">
        <Glyph name="noted" />
        <span>The customer’s page of ticket {key} is in front.</span>
        {open}
      </div>
    );
  }
  return (
    <StatusPanel
      alone
      glyph="noted"
      title="This is not an agent’s page"
      text={`It shows ticket ${key} as its customer sees it. Debrief reads the page that agents work on.`}
      buttons={
        <>
          {open}
          <Button onClick={onList}>All postmortems</Button>
        </>
      }
    >
      {agentUrl === undefined ? (
        <p>
          Open ticket {key} in {label} as an agent, then click the Debrief icon there.
        </p>
      ) : (
        <>
          <p>
            <a
              href={agentUrl}
              onClick={(event) => {
                event.preventDefault();
                void leadTab(tabId, agentUrl);
              }}
            >
              {agentUrl}
            </a>
          </p>
          <p className="soft">
            If {label} leads you back here, you are signed in as a customer: sign in as an agent first.
          </p>
        </>
      )}
    </StatusPanel>
  );
}
