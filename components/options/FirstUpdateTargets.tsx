import { formatDuration, parseDuration } from '../../lib/language/duration';
import { postmortemPreferences, withFirstUpdateTargets } from '../../lib/postmortem/preferences';
import type { Severity } from '../../lib/postmortem/schema';
import { defaultFirstUpdateMs, severities } from '../../lib/postmortem/severity';
import type { PreferencesSession } from '../panel/use-preferences';
import styles from './OptionsPage.module.css';
import { TypedField } from './TypedField';

const NONE = 'none';

/** Within how long the customer should hear something, after detection and after each escalation. */
export function FirstUpdateTargets({ preferences, change }: PreferencesSession) {
  const { firstUpdateTargets: own } = postmortemPreferences(preferences);
  return (
    <div className={styles.fields}>
      {severities.map((severity) => (
        <TypedField
          key={severity}
          label={`At ${severity} within`}
          value={words((own ?? defaultFirstUpdateMs)[severity])}
          initial={words(defaultFirstUpdateMs[severity])}
          hint="Write a time: 5 min, 1 h; or “none”."
          read={read}
          onRead={({ ms }) =>
            change((current) => {
              const before = postmortemPreferences(current).firstUpdateTargets ?? defaultFirstUpdateMs;
              const { [severity]: _before, ...others } = before;
              const next = ms === undefined ? others : { ...others, [severity]: ms };
              const isDefault = severities.every((one) => sameAt(one, next));
              return withFirstUpdateTargets(current, isDefault ? undefined : next);
            })
          }
        />
      ))}
    </div>
  );
}

function sameAt(severity: Severity, targets: { [severity in Severity]?: number | undefined }): boolean {
  return targets[severity] === defaultFirstUpdateMs[severity];
}

function words(ms: number | undefined): string {
  return ms === undefined ? NONE : formatDuration(ms);
}

function read(text: string): { ms: number | undefined } | undefined {
  if (text.trim().toLowerCase() === NONE) return { ms: undefined };
  const ms = parseDuration(text);
  return ms === undefined ? undefined : { ms };
}
