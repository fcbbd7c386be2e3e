import type { Target } from '../../lib/analysis/clocks/types';
import { metricName } from '../../lib/language/describe-event';
import { formatDuration, parseDuration } from '../../lib/language/duration';
import { slaMetricSchema } from '../../lib/ticket/basics';
import type { PreferencesSession } from '../panel/use-preferences';
import { Button, IconButton } from '../ui/Button';
import styles from './OptionsPage.module.css';
import { TypedField } from './TypedField';

/** The others mean something only beside the helpdesk's own clock. */
const metrics = slaMetricSchema.options.filter(
  (metric) => metric !== 'group_ownership' && metric !== 'other',
);
const HOUR = 3_600_000;

/** Targets for metrics that a helpdesk reports none for; where it reports one, that one counts. */
export function OwnTargets({ preferences, change }: PreferencesSession) {
  const { targets } = preferences;
  const edit = (index: number, part: Partial<Target>) =>
    change((current) => ({
      ...current,
      targets: current.targets.map((target, at) => (at === index ? { ...target, ...part } : target)),
    }));
  const unused = metrics.find((metric) => targets.every((target) => target.metric !== metric));
  return (
    <>
      {targets.map((target, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a target has no identity but its place
        <fieldset key={index} className={styles.target}>
          <legend className="hidden-text">Target {index + 1}</legend>
          <label>
            Metric
            <select
              value={target.metric}
              onChange={({ target: { value } }) => {
                const metric = metrics.find((one) => one === value);
                if (metric) edit(index, { metric });
              }}
            >
              {metrics.map((metric) => (
                <option key={metric} value={metric}>
                  {metricName(metric)}
                </option>
              ))}
            </select>
          </label>
          <TypedField
            label="Within"
            value={formatDuration(target.targetMs)}
            hint="Write a time: 30 min, 4 h, 2 d."
            read={parseDuration}
            onRead={(targetMs) => edit(index, { targetMs })}
          />
          <label>
            Counted in
            <select
              value={target.hours}
              onChange={(event) =>
                edit(index, { hours: event.target.value === 'business' ? 'business' : 'calendar' })
              }
            >
              <option value="calendar">all hours</option>
              <option value="business">business hours</option>
            </select>
          </label>
          <TypedField
            label="Priority"
            value={target.priority ?? ''}
            hint="Write a priority as the helpdesk names it, or nothing for any."
            read={(text) => text.trim()}
            onRead={(priority) =>
              change((current) => ({
                ...current,
                targets: current.targets.map((one, at) => (at === index ? ofPriority(one, priority) : one)),
              }))
            }
          />
          <IconButton
            icon="remove"
            label={`Remove the target for ${metricName(target.metric)}`}
            onClick={() =>
              change((current) => ({ ...current, targets: current.targets.filter((_, at) => at !== index) }))
            }
          />
        </fieldset>
      ))}
      <Button
        variant="quiet"
        icon="plus"
        onClick={() =>
          change((current) => ({
            ...current,
            targets: [
              ...current.targets,
              { metric: unused ?? 'first_reply', targetMs: 4 * HOUR, hours: 'calendar' },
            ],
          }))
        }
      >
        Add a target
      </Button>
    </>
  );
}

/** An empty field is any priority. */
function ofPriority({ priority: _before, ...target }: Target, priority: string): Target {
  return priority === '' ? target : { ...target, priority };
}
