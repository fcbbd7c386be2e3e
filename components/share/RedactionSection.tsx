import type { Replaced } from '../../lib/export/redact-document';
import { Section } from '../ui/Section';
import styles from './Redaction.module.css';
import type { Found, Share } from './use-share';

/** Whether values are replaced before anything leaves, which ones and why, with a say over each. */
export function RedactionSection({
  on,
  found,
  kept,
  turn,
  toggle,
}: Pick<Share, 'on' | 'found' | 'kept' | 'turn' | 'toggle'>) {
  const replaced = found.filter(({ token }) => !kept.has(token));
  const places = replaced.reduce((sum, { count }) => sum + count, 0);
  return (
    <Section
      title="Replaced before it leaves"
      aside={on && <span role="status">{`${places} ${places === 1 ? 'place' : 'places'}`}</span>}
    >
      <label className={styles.choice}>
        <input type="checkbox" checked={on} onChange={(event) => turn(event.currentTarget.checked)} />
        <span>
          <strong>Redact what leaves</strong>
          <span className={styles.why}>
            Names, e-mail addresses, phone and card numbers, keys, passwords and the like become tokens.
          </span>
        </span>
      </label>
      {on && found.length === 0 && (
        <p className={styles.nothing}>Nothing was found that would be replaced.</p>
      )}
      {on && found.length > 0 && (
        <ul className={styles.list} aria-label="Replaced before it leaves">
          {found.map((item) => (
            <Row
              key={item.token}
              item={item}
              isKept={kept.has(item.token)}
              onToggle={() => toggle(item.token)}
            />
          ))}
        </ul>
      )}
    </Section>
  );
}

function Row({ item, isKept, onToggle }: { item: Found; isKept: boolean; onToggle: () => void }) {
  const { token, kind, value, count, inSummary } = item;
  return (
    <li>
      <label className={styles.row}>
        <input type="checkbox" checked={!isKept} onChange={onToggle} />
        <span className={styles.value}>
          {shortened(value)}
          <span
            className={styles.why}
          >{`${whys[kind]}, ${count} ×${inSummary ? ' in the SLA summary' : ''}`}</span>
        </span>
        {isKept ? (
          <span className={styles.kept}>kept by you</span>
        ) : (
          <span className={styles.token}>{token.replace(/^\[|\]$/g, '')}</span>
        )}
      </label>
    </li>
  );
}

const whys: { [kind in Replaced['kind']]: string } = {
  email: 'E-mail address',
  phone: 'Phone number',
  card: 'Card number',
  card_code: 'Code of a card',
  iban: 'IBAN',
  bank: 'Bank number',
  ip: 'IP address',
  key: 'Key or token',
  password: 'Password or code',
  address: 'Postal address',
  account: 'Account or customer number',
  national_id: 'Number of an ID or tax number',
  birth_date: 'Date of birth',
  person: 'Person on the ticket',
  company: 'Company on the ticket',
  site: 'Address of the helpdesk, its links go too',
};

const LONGEST = 48;

/** Both ends tell which value it is. */
function shortened(value: string): string {
  const line = value.replace(/\s+/g, ' ');
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST - 14)}…${line.slice(-12)}`;
}
