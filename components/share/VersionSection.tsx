import type { Record } from '../../lib/export/record';
import { isOutside, type Version } from '../../lib/export/versions/version-document';
import type { Exported } from '../../lib/postmortem/schema';
import { Section } from '../ui/Section';
import type { Share } from './use-share';
import styles from './Version.module.css';

const versions: readonly { id: Version; label: string; why: string }[] = [
  { id: 'internal', label: 'Full', why: 'Everything, for the team' },
  { id: 'concise', label: 'Concise', why: 'One page, for leads' },
  { id: 'customer', label: 'Customer', why: 'No notes, no staff names' },
  { id: 'support', label: 'Support guide', why: 'Symptoms, cause, steps' },
  { id: 'technical', label: 'Technical', why: 'Every event and clock' },
  { id: 'agenda', label: 'Agenda', why: 'For the meeting' },
  { id: 'action', label: 'One action', why: 'A ticket for a tracker' },
];

interface VersionSectionProps {
  share: Share;
  record: Record;
  stale: readonly Exported[];
}

/** Which version leaves, whether people are named in it, and which earlier exports say something else by now. */
export function VersionSection({ share, record, stale }: VersionSectionProps) {
  const actions = record.postmortem.actions.filter(({ text }) => text.trim() !== '');
  const { version, action, names } = share;
  const outside = isOutside(version);
  return (
    <Section title="Version" aside={stale.length > 0 && <span role="status">{staleWords(stale)}</span>}>
      <fieldset className={styles.versions}>
        <legend className="hidden-text">Version</legend>
        {versions.map(({ id, label, why }) => (
          <label key={id} className={styles.version}>
            <input
              type="radio"
              name="version"
              value={id}
              checked={id === version}
              disabled={id === 'action' && actions.length === 0}
              onChange={() => share.setVersion(id)}
            />
            <span>{label}</span>
            <span className={styles.why}>
              {id === 'action' && actions.length === 0 ? 'No action is written yet' : why}
            </span>
          </label>
        ))}
      </fieldset>
      {version === 'action' && (
        <label className={styles.action}>
          Action
          <select value={action} onChange={(event) => share.setAction(event.currentTarget.value)}>
            {actions.map(({ id, text }) => (
              <option key={id} value={id}>
                {text}
              </option>
            ))}
          </select>
        </label>
      )}
      <label className={styles.names}>
        <input
          type="checkbox"
          checked={outside || names === 'roles'}
          disabled={outside}
          onChange={(event) => share.setNames(event.currentTarget.checked ? 'roles' : 'names')}
        />
        <span>
          <strong>Names as roles</strong>
          <span className={styles.note}>
            {outside
              ? 'Always, in a version for others.'
              : 'Colleagues appear as “Agent A, Tier 1”. Owners of actions keep their names.'}
          </span>
        </span>
      </label>
    </Section>
  );
}

/** "Full changed since 16:20 export". */
function staleWords(stale: readonly Exported[]): string {
  const [newest] = stale;
  if (!newest) return '';
  if (stale.length > 1) return `${stale.length} versions changed since their export`;
  return `${labelOf(newest.version)} changed since ${timeOf(newest.at)} export`;
}

function labelOf(version: string): string {
  const id = version.replace(/:.*$/, '');
  return versions.find((one) => one.id === id)?.label ?? version;
}

/** The day is said once it is not today. */
function timeOf(at: string): string {
  const date = new Date(at);
  const isToday = date.toDateString() === new Date().toDateString();
  return isToday
    ? date.toLocaleTimeString([], { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
    : date.toLocaleDateString('en-GB', { day: 'numeric', month: 'short' });
}
