import { slaStateName } from '../../lib/analysis/names';
import { formatLongDay, formatStamp, formatTime } from '../../lib/language/dates';
import { metricName } from '../../lib/language/describe-event';
import { unbroken } from '../../lib/language/unbroken';
import type { SlaMetric } from '../../lib/ticket/basics';
import type { Glimpse } from '../../lib/ticket/glimpse';
import { Section } from '../ui/Section';
import styles from './FirstFacts.module.css';

/** Who and what, from the first answer, while the history is still on its way. */
export function FirstFacts({ glimpse }: { glimpse: Glimpse }) {
  const { requester, organization, priority, group, createdAt, slas } = glimpse;
  const facts: [string, string | undefined][] = [
    ['Customer', [requester, organization].filter(Boolean).join(', ')],
    ['Opened', `${formatLongDay(createdAt)} ${formatTime(createdAt)} UTC`],
    ['Priority', priority?.label],
    ['Team', group?.label],
    ...byMetric(slas).map(([metric, cycles]): [string, string] => [metricName(metric), standing(cycles)]),
  ];
  return (
    <Section title="As it stands" className={styles.section}>
      <dl className={styles.facts}>
        {facts.map(([name, value]) => value && <Fact key={name} name={name} value={value} />)}
      </dl>
    </Section>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{unbroken(value)}</dd>
    </>
  );
}

type Cycle = Glimpse['slas'][number];

/** A long ticket has a reply clock for every answer; one line each is enough at first sight. */
function byMetric(slas: readonly Cycle[]): [SlaMetric, Cycle[]][] {
  const groups = new Map<SlaMetric, Cycle[]>();
  for (const sla of slas) groups.set(sla.metric, [...(groups.get(sla.metric) ?? []), sla]);
  return [...groups];
}

/** As the helpdesk reports it; what came of it is worked out from the history. */
function standing(cycles: readonly Cycle[]): string {
  const last = cycles.at(-1);
  const missed = cycles.filter(isMissed).length;
  if (!last) return '';
  if (cycles.length === 1) return isMissed(last) ? `missed${stamp(last.breachedAt)}` : stateNow(last);
  const open = isOver(last) ? '' : `, last one ${stateNow(last)}`;
  return missed > 0
    ? `${missed} of ${cycles.length} missed${open}`
    : `none of ${cycles.length} missed${open}`;
}

function stateNow({ stage, due }: Cycle): string {
  return due ? `${slaStateName(stage)}, due${stamp(due)}` : slaStateName(stage);
}

function isMissed({ stage, breachedAt }: Cycle): boolean {
  return stage === 'breached' || breachedAt !== undefined;
}

function isOver({ stage }: Cycle): boolean {
  return stage !== 'active' && stage !== 'paused';
}

function stamp(at: string | undefined): string {
  return at ? ` ${formatStamp(at)} UTC` : '';
}
