/** The full internal postmortem as a document tree: summary, timeline and evidence, cause, next steps. */
import { formatExact } from '../language/dates';
import {
  type Action,
  type TextSection,
  type TextSectionName,
  type TimelineEntry,
  textSectionNames,
  type Why,
} from '../postmortem/schema';
import { cleanLine } from '../ticket/clean-text';
import type { EventId } from '../ticket/events';
import { inOrder } from '../ticket/order';
import type { Record } from './record';
import { slaTable } from './sla-table';
import {
  type BlockInput,
  bullets,
  code,
  type DocTree,
  docTree,
  em,
  heading,
  type InlineInput,
  item,
  lines,
  link,
  numbered,
  paragraph,
  strong,
  table,
} from './tree';
import { whatWasRead } from './what-was-read';

const NOT_FILLED = 'Not filled.';

export function postmortemDocument(record: Record): DocTree {
  const { postmortem, analysis } = record;
  const { sections } = postmortem;
  const index = evidenceIndex(record);
  return docTree(
    heading(1, titleOf(record)),
    header(record),
    heading(2, 'Summary'),
    textBlocks(sections.summary),
    heading(2, 'Impact'),
    listBlocks(sections.impact),
    heading(2, 'Service levels'),
    slaTable(analysis.slas),
    heading(2, 'Timeline and evidence'),
    timeline(record, index),
    heading(2, 'Communication'),
    heading(3, 'External: what reached the customer'),
    listBlocks(sections.externalMessages),
    heading(3, 'Internal: notes and hand-offs'),
    listBlocks(sections.internalMessages),
    heading(2, 'Cause'),
    labelled('Symptom.', sections.symptom),
    labelled('What broke.', sections.cause),
    heading(3, 'Five whys'),
    whys(postmortem.whys),
    heading(2, 'What went well'),
    listBlocks(sections.wentWell),
    heading(2, 'What went badly'),
    listBlocks(sections.wentBadly),
    heading(2, 'Next steps'),
    actions(postmortem.actions),
    heading(2, 'Evidence'),
    evidence(record, index),
    heading(2, 'What was read'),
    whatWasRead(record),
  );
}

function titleOf({ postmortem }: Record): string {
  const { ticket, sections } = postmortem;
  const written = [sections.title.text, ticket.subject].find((text) => cleanLine(text) !== '');
  return written ?? `Ticket #${ticket.key}`;
}

function header({ postmortem, capture, analysis }: Record): BlockInput {
  const { ticket, kind } = postmortem;
  const unread = Object.values(postmortem.sections).filter((section) => section.state === 'generated').length;
  return bullets([
    [strong('Ticket:'), ' ', link(ticket.url, `${ticket.label} #${ticket.key}`), ` ${ticket.subject}`],
    [strong('Customer:'), ` ${ticket.customer.trim() || 'unknown'}`],
    [strong('Kind:'), ` ${kindNames[kind]}`],
    [strong('Open:'), ` ${openWords(analysis)}. All times are UTC.`],
    [strong('Status when read:'), ` ${capture.ticket.status?.label.trim() || 'unknown'}`],
    ...(unread === 0
      ? []
      : [
          [
            strong('Draft:'),
            ` ${unread} generated ${unread === 1 ? 'section is' : 'sections are'} not confirmed yet`,
          ],
        ]),
  ]);
}

function openWords({ span }: Record['analysis']): string {
  const from = formatExact(span.from).slice(0, 16);
  if (span.open) return `since ${from}, still open when read`;
  return span.to === undefined
    ? `${from}, solved at an unknown time`
    : `${from} to ${formatExact(span.to).slice(0, 16)}`;
}

const kindNames = { communication_failure: 'Escalation or communication failure' } as const;

function timeline({ postmortem, capture }: Record, index: EvidenceIndex): BlockInput {
  if (postmortem.timeline.length === 0) return paragraph(NOT_FILLED);
  const byId = new Map(capture.ticket.events.map((event) => [event.id, event]));
  return table(
    ['Time (UTC)', 'Who saw it', 'What happened', 'Evidence'],
    postmortem.timeline.map((entry) => [
      formatExact(entry.at),
      laneNames[entry.lane],
      [entry.text.trim() || NOT_FILLED, saysWhy(entry) && [' ', em(`(${entry.why})`)]],
      evidenceLink(byId.get(entry.event)?.url, index.get(entry.event) ?? ''),
    ]),
  );
}

/** "Status Open → Solved (solved)" says it twice. */
function saysWhy({ text, why }: TimelineEntry): boolean {
  return why.trim() !== '' && !text.toLowerCase().includes(why.trim().toLowerCase());
}

const laneNames: { [lane in TimelineEntry['lane']]: string } = {
  customer: 'Customer',
  internal: 'Internal',
  system: 'System',
};

function evidenceLink(url: string | undefined, name: string): InlineInput {
  return url === undefined ? name : link(url, name);
}

/** Plain names for events: E1, E2, … down the timeline, then whatever else a sentence rests on. */
type EvidenceIndex = ReadonlyMap<EventId, string>;

function evidenceIndex({ postmortem, capture }: Record): EvidenceIndex {
  const cited = new Set(restsOn(postmortem).flatMap((part) => part.events));
  const others = inOrder(capture.ticket.events).filter((event) => cited.has(event.id));
  const ids = new Set([...postmortem.timeline.map((entry) => entry.event), ...others.map(({ id }) => id)]);
  return new Map([...ids].map((id, index) => [id, `E${index + 1}`]));
}

/** Which events the parts of the document rest on: those of generated sentences that still stand in them. */
function restsOn({ sections, whys }: Record['postmortem']): { part: string; events: EventId[] }[] {
  const standing = (name: TextSectionName) =>
    sections[name].claims
      .filter((claim) => sections[name].text.includes(claim.text))
      .flatMap((claim) => claim.events);
  return [
    ...textSectionNames.map((name) => ({ part: partNames[name], events: standing(name) })),
    {
      part: 'Five whys',
      events: whys.filter((why) => why.answer.trim() !== '').flatMap((why) => why.events),
    },
  ].map(({ part, events }) => ({ part, events: [...new Set(events)] }));
}

const partNames: { [name in TextSectionName]: string } = {
  title: 'Title',
  summary: 'Summary',
  impact: 'Impact',
  externalMessages: 'External communication',
  internalMessages: 'Internal communication',
  symptom: 'Symptom',
  cause: 'What broke',
  wentWell: 'What went well',
  wentBadly: 'What went badly',
};

/** The index behind E1, E2, …: which entry of the helpdesk each one is, and which part rests on it. */
function evidence({ postmortem, capture }: Record, index: EvidenceIndex): BlockInput {
  const byId = new Map(capture.ticket.events.map((event) => [event.id, event]));
  if (index.size === 0) return paragraph(NOT_FILLED);
  const parts = restsOn(postmortem).flatMap(({ part, events }) => {
    const named = new Set(events);
    const names = [...index].flatMap(([id, name]) => (named.has(id) ? [name] : []));
    return names.length === 0 ? [] : [[strong(`${part}:`), ` ${names.join(', ')}`]];
  });
  return [
    bullets(
      [...index].map(([id, name]) => {
        const event = byId.get(id);
        if (!event) return [`${name}: `, code(id), ', not in this capture'];
        const place = event.source.endpoint ?? event.source.selector;
        return [
          evidenceLink(event.url, name),
          `: ${formatExact(event.time.at)}, `,
          code(id),
          place !== undefined && [' from ', code(place)],
        ];
      }),
    ),
    parts.length > 0 && [paragraph('What each part rests on:'), bullets(parts)],
  ];
}

function whys(chain: readonly Why[]): BlockInput {
  const last = chain.findLastIndex((why) => why.answer.trim() !== '');
  if (last === -1) return paragraph(NOT_FILLED);
  return [
    numbered(
      chain
        .slice(0, last + 1)
        .map((why) => item([strong(why.question), ' ', lines(why.answer.trim() || 'Not answered.')])),
    ),
    last + 1 < Math.min(chain.length, 5) && paragraph(em(`The chain stops after ${last + 1} of 5 whys.`)),
  ];
}

function actions(list: readonly Action[]): BlockInput {
  const written = list.filter((action) => action.text.trim() !== '');
  const isCommitted = written.some((action) => action.owner.trim() !== '' && action.due !== '');
  return [
    !isCommitted &&
      (written.length === 0
        ? paragraph(
            strong('Not filled.'),
            ' Until an action has an owner and a due date, this is documentation only.',
          )
        : paragraph(
            strong('No action has an owner and a due date yet.'),
            ' Until one has, this is documentation only.',
          )),
    written.length > 0 &&
      table(
        ['Action', 'Owner', 'Due'],
        written.map((action) => [
          action.text,
          action.owner.trim() || 'no owner yet',
          action.due || 'no date yet',
        ]),
      ),
  ];
}

function labelled(label: string, section: TextSection): BlockInput {
  return paragraph(strong(label), ' ', lines(section.text.trim() || NOT_FILLED));
}

function textBlocks(section: TextSection): BlockInput {
  if (cleanLine(section.text) === '') return paragraph(NOT_FILLED);
  return section.text.split(/\n{2,}/).map((block) => paragraph(lines(block)));
}

function listBlocks(section: TextSection): BlockInput {
  const rows = section.text
    .split('\n')
    .map((row) => row.replace(/^\s*[-*•]\s+/, '').trim())
    .filter((row) => cleanLine(row) !== '');
  return rows.length === 0 ? paragraph(NOT_FILLED) : bullets(rows);
}
