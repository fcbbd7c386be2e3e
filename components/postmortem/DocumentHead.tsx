import { memo } from 'react';
import type { Analysis } from '../../lib/analysis/types';
import { formatMoment } from '../../lib/language/dates';
import { formatDuration } from '../../lib/language/duration';
import { unbroken } from '../../lib/language/unbroken';
import type { CheckReport } from '../../lib/postmortem/check';
import { chooseKind, chooseSeverity, setExempt, setFlags, setStatus } from '../../lib/postmortem/edit-plan';
import { deadlines } from '../../lib/postmortem/follow-ups';
import { holding, nextStatus } from '../../lib/postmortem/gates';
import { kindOf, kinds } from '../../lib/postmortem/kinds';
import type { PostmortemPreferences } from '../../lib/postmortem/preferences';
import type { CustomKind, Postmortem, Status } from '../../lib/postmortem/schema';
import { rulesFor, severities } from '../../lib/postmortem/severity';
import type { PostmortemSession } from '../panel/use-postmortem';
import { Button } from '../ui/Button';
import styles from './DocumentHead.module.css';
import { Choice, Line } from './Field';
import fieldStyles from './Field.module.css';
import { useNow } from './use-now';
import { useSlice } from './use-slice';

const statusNames: Record<Status, string> = {
  draft: 'Draft',
  in_review: 'In review',
  final: 'Final',
  tracked: 'Tracked',
  closed: 'Closed',
};

const steps: Record<Exclude<Status, 'draft'>, string> = {
  in_review: 'Send to review',
  final: 'Make final',
  tracked: 'Track follow-ups',
  closed: 'Close',
};

interface DocumentHeadProps {
  postmortem: Postmortem;
  analysis: Analysis;
  report: CheckReport | undefined;
  preferences: PostmortemPreferences;
  onChange: PostmortemSession['change'];
  onReview: () => void;
}

/** How far the document is, what it is due for, and what decides its form. */
export function DocumentHead({ postmortem, ...rest }: DocumentHeadProps) {
  return <Head postmortem={useSlice(postmortem, shown)} {...rest} />;
}

const shown = [
  'status',
  'severity',
  'kind',
  'customKind',
  'flags',
  'exempt',
  'log',
  'meeting',
] as const satisfies (keyof Postmortem)[];
type Shown = Pick<Postmortem, (typeof shown)[number]>;
type HeadProps = Omit<DocumentHeadProps, 'postmortem'> & { postmortem: Shown };

const Head = memo(function Head({
  postmortem,
  analysis,
  report,
  preferences,
  onChange,
  onReview,
}: HeadProps) {
  const { customKinds, firstUpdateTargets } = preferences;
  const next = nextStatus(postmortem.status);
  const held = next && report ? holding(report.checks, next) : [];
  return (
    <section className={styles.head} aria-label="Document">
      <div className={styles.row}>
        <h2>{statusNames[postmortem.status]}</h2>
        <span className={styles.checks} role="status">
          {report && `${report.passed} of ${report.total} checks pass`}
        </span>
        <label className={styles.severity} id="severity">
          <span className="hidden-text">Severity</span>
          <select
            value={postmortem.severity}
            onChange={(event) => {
              const chosen = severities.find((one) => one === event.target.value);
              if (chosen)
                onChange((current, now) => chooseSeverity(current, chosen, now, firstUpdateTargets));
            }}
          >
            {severities.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        </label>
      </div>
      <Deadlines postmortem={postmortem} analysis={analysis} />
      <details className={styles.more}>
        <summary>
          {kindOf(postmortem).name}
          <span className={styles.form}>{formWords(postmortem)}</span>
        </summary>
        <About postmortem={postmortem} customKinds={customKinds} onChange={onChange} />
      </details>
      {next && next !== 'draft' && (
        <div className={styles.row}>
          <Button
            variant="small"
            disabled={!report || held.length > 0}
            onClick={() => onChange((current, now) => setStatus(current, next, now))}
          >
            {steps[next]}
          </Button>
          {held.length > 0 && (
            <Button variant="quiet" onClick={onReview}>
              {held.length === 1 ? '1 thing is missing first' : `${held.length} things are missing first`}
            </Button>
          )}
          {postmortem.status !== 'draft' && (
            <Button
              variant="quiet"
              onClick={() => onChange((current, now) => setStatus(current, 'draft', now))}
            >
              Back to draft
            </Button>
          )}
        </div>
      )}
    </section>
  );
});

function formWords(postmortem: Shown): string {
  const { form, meeting, isRequired } = rulesFor(postmortem);
  return [
    form === 'full' ? 'full form' : 'concise form',
    meeting === 'held' ? 'meeting' : meeting === 'optional' ? 'meeting optional' : 'no meeting',
    isRequired ? 'required' : postmortem.exempt.trim() === '' ? 'not required' : 'set down as not required',
  ].join(', ');
}

/** Kind, what happened to data and customers, and whether a postmortem is needed at all. */
function About({
  postmortem,
  customKinds,
  onChange,
}: Pick<HeadProps, 'postmortem' | 'onChange'> & { customKinds: readonly CustomKind[] }) {
  const { flags, exempt, kind, customKind } = postmortem;
  const { isRequired, why } = rulesFor(postmortem);
  const own = customKind && !customKinds.some(({ id }) => id === customKind.id) ? [customKind] : [];
  const offered = [...customKinds, ...own];
  return (
    <div className={styles.about}>
      <Choice
        label="Kind of incident"
        value={customKind?.id ?? kind}
        options={[
          ...kinds.map(({ id, name }) => ({ value: id as string, label: name })),
          ...offered.map(({ id, name }) => ({ value: id, label: name.trim() || 'Kind without a name' })),
        ]}
        onChoose={(id) => {
          const chosen = kinds.find((one) => one.id === id)?.id ?? offered.find((one) => one.id === id);
          if (chosen) onChange((current, now) => chooseKind(current, chosen, now));
        }}
      />
      <p className={fieldStyles.note}>{kindOf(postmortem).when} Changing it keeps every word.</p>
      <Choice
        label="Were customers affected?"
        value={flags.customersAffected}
        options={[
          { value: 'yes', label: 'Yes' },
          { value: 'no', label: 'No' },
          { value: 'unknown', label: 'Unknown' },
        ]}
        onChoose={(customersAffected) =>
          onChange((current, now) => setFlags(current, { customersAffected }, now))
        }
      />
      {(['dataLoss', 'security'] as const).map((flag) => (
        <label key={flag} className={fieldStyles.check}>
          <input
            type="checkbox"
            checked={flags[flag]}
            onChange={(event) => {
              const { checked } = event.target;
              onChange((current, now) => setFlags(current, { [flag]: checked }, now));
            }}
          />
          {flag === 'dataLoss' ? 'Data was lost' : 'Security was affected'}
        </label>
      ))}
      {isRequired ? (
        <p className={fieldStyles.note}>A postmortem is required: {why}.</p>
      ) : (
        <Line
          label="Not required, because"
          value={exempt}
          placeholder="Minor and solved quickly"
          onText={(text) => onChange((current, now) => setExempt(current, text, now))}
        />
      )}
    </div>
  );
}

/** The clocks of the document: they start when the ticket is solved. */
function Deadlines({ postmortem, analysis }: Pick<HeadProps, 'postmortem' | 'analysis'>) {
  const now = useNow();
  const due = deadlines(postmortem, analysis);
  if (!due) return <p className={styles.due}>Draft, final and follow-ups: the clocks start when solved.</p>;
  return (
    <dl className={styles.due}>
      <Due name="Draft" by={due.draftBy} done={due.draftedAt} now={now} />
      <Due name="Final" by={due.finalBy} done={due.finalAt} now={now} />
      {rulesFor(postmortem).meeting !== 'none' && (
        <div title={`${zoned(due.meetingFrom)} to ${zoned(due.meetingTo)}`}>
          <dt>Meeting</dt>
          <dd>{unbroken(`${formatMoment(due.meetingFrom)} to ${formatMoment(due.meetingTo)} UTC`)}</dd>
        </div>
      )}
    </dl>
  );
}

function Due({ name, by, done, now }: { name: string; by: string; done: string | undefined; now: number }) {
  const left = Date.parse(by) - (done === undefined ? now : Date.parse(done));
  const words =
    done === undefined
      ? left >= 0
        ? `${formatDuration(left)} left`
        : `${formatDuration(-left)} over`
      : left >= 0
        ? 'on time'
        : `${formatDuration(-left)} late`;
  return (
    <div title={`by ${zoned(by)}, ${by.slice(0, 16).replace('T', ' ')} UTC`}>
      <dt>{name}</dt>
      <dd className={left < 0 ? 'warn' : undefined}>{unbroken(words)}</dd>
    </div>
  );
}

/** In the reader's own zone. */
function zoned(at: string): string {
  return new Date(at).toLocaleString([], { dateStyle: 'medium', timeStyle: 'short' });
}
