import { openOptionsPage } from '../../lib/platform/options-page';
import { siteOf } from '../../lib/platform/permissions';
import { Button } from '../ui/Button';
import { Glyph } from '../ui/Glyph';
import { Section } from '../ui/Section';
import styles from './AllowSite.module.css';
import { useSiteAccess } from './use-site-access';

/** After the first pull: "always on this site", asked once; then a quiet line that says how it stands. */
export function AllowSite({ url }: { url: string }) {
  const site = siteOf(url);
  const { access, allow, decline } = useSiteAccess(site);
  switch (access) {
    case undefined:
      return null;
    case 'open':
      return (
        <Section title={`Always on ${site.name}?`}>
          <p className="soft">
            Then the panel follows you from ticket to ticket there without a click on the icon. The browser
            asks once, for this site only. It can be taken back at any time.
          </p>
          <p className={styles.answers}>
            <Button onClick={allow}>Always allow {site.name}</Button>
            <Button variant="quiet" onClick={decline}>
              Not now
            </Button>
          </p>
        </Section>
      );
    case 'answered':
      return (
        <div className={styles.line}>
          <Glyph name="noted" />
          <span>Read on {site.name} after a click.</span>
          <Button variant="quiet" aria-label={`Always allow ${site.name}`} onClick={allow}>
            Always allow
          </Button>
        </div>
      );
    case 'allowed':
      return (
        <div className={styles.line}>
          <Glyph name="done" />
          <span>Always allowed on {site.name}.</span>
          <Button variant="quiet" onClick={openOptionsPage}>
            Site access
          </Button>
        </div>
      );
  }
}
