/** Each part of a postmortem as blocks of a document; a kind says which ones and in which order. */
import { categoryName, causeCategories, causeName, isCauseDetail } from '../analysis/causes';
import type { Escalation } from '../analysis/types';
import { formatExact } from '../language/dates';
import { formatDuration } from '../language/duration';
import { firstUpdates } from '../postmortem/first-update';
import { type PartId, sectionsOfPart } from '../postmortem/kinds';
import type {
  Postmortem,
  Sourced,
  TextSection,
  TextSectionName,
  TimelineEntry,
  Why,
} from '../postmortem/schema';
import { cleanLine } from '../ticket/clean-text';
import { type EvidenceIndex, evidenceLink } from './evidence-index';
import { linkedEvidence } from './linked-evidence';
import { sectionNames } from './part-names';
import { actions, followUps, meeting } from './plan-parts';
import type { Record } from './record';
import { richBlocks, richInlines, richLines } from './rich-text';
import { slaTable } from './sla-table';
import {
  type BlockInput,
  bullets,
  em,
  heading,
  type InlineInput,
  item,
  numbered,
  paragraph,
  strong,
  table,
} from './tree';

export const NOT_FILLED = 'Not filled.';

export function part(id: PartId, record: Record, index: EvidenceIndex): BlockInput {
  const { sections } = record.postmortem;
  const linked = (name: TextSectionName) => paragraph(linkedEvidence(record, index, name));
  const prose = (name: TextSectionName) => [textBlocks(sections[name]), linked(name)];
  const list = (name: TextSectionName) => [listBlocks(sections[name]), linked(name)];
  switch (id) {
    case 'summary':
      return [heading(2, 'Summary'), prose('summary')];
    case 'impact':
      return [heading(2, 'Impact'), factBlocks(record.postmortem), list('impact')];
    case 'levels':
      return [heading(2, 'Service levels'), slaTable(record.analysis.slas)];
    case 'delays':
      return [heading(2, 'Delays'), list('delays')];
    case 'answers':
      return [heading(2, sectionNames.answers), list('answers')];
    case 'timeline':
      return [heading(2, 'Timeline and evidence'), timeline(record, index)];
    case 'messages':
      return [heading(2, 'Communication'), communication(record, list)];
    case 'cause':
      return [heading(2, 'Cause'), cause(record, index, list)];
    case 'resolution':
      return [heading(2, sectionNames.resolution), list('resolution')];
    case 'went':
      return (['wentWell', 'wentBadly', 'lucky'] as const).map((name) => [
        heading(2, sectionNames[name]),
        list(name),
      ]);
    case 'learnings':
      return [
        heading(2, 'Learnings and risks'),
        list('learnings'),
        heading(3, sectionNames.risks),
        list('risks'),
        heading(3, sectionNames.dependencies),
        list('dependencies'),
      ];
    case 'actions':
      return [heading(2, 'Next steps'), actions(record)];
    case 'followUps':
      return [heading(2, 'Follow-ups'), followUps(record)];
    case 'meeting':
      return [heading(2, 'Meeting'), meeting(record)];
    case 'notes':
      return [heading(2, sectionNames.notes), prose('notes')];
  }
}

/** What a person wrote into a section that this kind has no part for: no word is lost by changing the kind. */
export function withoutHome({ sections }: Postmortem, parts: readonly PartId[]): TextSectionName[] {
  const shown = new Set<TextSectionName>(['title', ...parts.flatMap((id) => sectionsOfPart[id])]);
  const names = Object.keys(sections) as TextSectionName[]; // keys of a closed type
  return names.filter((name) => {
    const { state, text } = sections[name];
    return !shown.has(name) && (state === 'edited' || state === 'confirmed') && text.trim() !== '';
  });
}

export function textBlocks(section: TextSection): BlockInput {
  return cleanLine(section.text) === '' ? paragraph(NOT_FILLED) : richBlocks(section);
}

export function listBlocks(section: TextSection): BlockInput {
  const rows = richLines(section);
  return cleanLine(section.text) === '' ? paragraph(NOT_FILLED) : bullets(rows);
}

/** What a person entered, with its source, where the section does not say it: a person may have rewritten that. */
function factBlocks({ facts, sections }: Postmortem): BlockInput {
  const rows = [
    ['Users affected', facts.usersAffected],
    ['Services disrupted', facts.servicesDisrupted],
  ] as const;
  const entered = rows.filter(
    ([, { state, text }]) =>
      state === 'edited' && text.trim() !== '' && !sections.impact.text.includes(text.trim()),
  );
  return entered.length > 0 && bullets(entered.map(([name, fact]) => [strong(`${name}:`), sourced(fact)]));
}

function sourced({ text, source }: Sourced): string {
  return ` ${text.trim()} (${source.trim() || 'entered by hand'})`;
}

function timeline({ postmortem, capture }: Record, index: EvidenceIndex): BlockInput {
  if (postmortem.timeline.length === 0) return paragraph(NOT_FILLED);
  const byId = new Map(capture.ticket.events.map((event) => [event.id, event]));
  return table(
    ['Time (UTC)', 'Who saw it', 'What happened', 'Evidence'],
    postmortem.timeline.map((entry) => [
      formatExact(entry.at),
      laneNames[entry.lane],
      whatHappened(entry),
      evidenceLink(byId.get(entry.event)?.url, index.get(entry.event) ?? ''),
    ]),
  );
}

function whatHappened(entry: TimelineEntry): InlineInput {
  const text = entry.text.trim() || NOT_FILLED;
  return saysWhy(entry) ? [`${text} `, em(`(${entry.why})`)] : text;
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

type Listed = (name: TextSectionName) => BlockInput;

function communication(record: Record, list: Listed): BlockInput {
  return [
    heading(3, 'External: what reached the customer'),
    list('externalMessages'),
    heading(3, 'Internal: notes and hand-offs'),
    list('internalMessages'),
    updates(record),
  ];
}

/** Each escalation with when it was taken up and when the customer heard, against the target of the severity. */
function updates({ postmortem, analysis }: Record): BlockInput {
  const found = firstUpdates(postmortem.severity, analysis, postmortem.firstUpdateTargets);
  const taken = new Map(analysis.escalations.map((escalation) => [escalation.event, escalation]));
  const of = (events: readonly string[]) => taken.get(events[0] ?? '');
  return [
    heading(3, 'First update after detection and each escalation'),
    found.length === 0 && paragraph('The customer wrote no message and nothing was escalated.'),
    found.length > 0 &&
      table(
        ['From', 'At (UTC)', 'Taken up after', 'First update after', 'Target'],
        found.map(({ after, at, to, ms, targetMs, verdict, events }) => [
          after === 'detection' ? 'First customer message' : (of(events)?.label ?? 'Escalation'),
          formatExact(at).slice(0, 16),
          after === 'detection' ? '–' : takenUp(of(events)),
          to === undefined ? `none in ${formatDuration(ms)}` : formatDuration(ms),
          targetMs === undefined
            ? 'none'
            : `${formatDuration(targetMs)}${verdict === undefined ? '' : verdict === 'pass' ? ', met' : ', missed'}`,
        ]),
      ),
  ];
}

function takenUp(escalation: Escalation | undefined): string {
  const accepted = escalation?.accepted;
  return accepted?.to === undefined ? 'not seen' : formatDuration(accepted.ms);
}

function cause(record: Record, index: EvidenceIndex, list: Listed): BlockInput {
  const { sections, causes } = record.postmortem;
  const labelled = (label: string, name: 'symptom' | 'cause' | 'systemic') => {
    const text = sections[name].text.trim();
    const words = text === '' ? NOT_FILLED : richInlines(text, sections[name]);
    return paragraph(strong(label), ' ', words, inBrackets(linkedEvidence(record, index, name)));
  };
  const details = causes.details.map((detail) => (isCauseDetail(detail) ? causeName(detail) : detail));
  const category = causeCategories.find((id) => id === causes.category);
  return [
    labelled('Symptom.', 'symptom'),
    labelled('What broke.', 'cause'),
    labelled('Why it broke.', 'systemic'),
    paragraph(
      strong('Cause category.'),
      ` ${category ? categoryName(category) : causes.category.trim() || NOT_FILLED}`,
      details.length > 0 && `: ${details.join('; ')}`,
    ),
    heading(3, sectionNames.factors),
    list('factors'),
    heading(3, 'Five whys'),
    whys(record, index),
  ];
}

function whys(record: Record, index: EvidenceIndex): BlockInput {
  const { whys: chain } = record.postmortem;
  const last = chain.findLastIndex((why) => why.answer.trim() !== '');
  if (last === -1) return paragraph(NOT_FILLED);
  return [
    numbered(
      chain.slice(0, last + 1).map((why, place) => {
        const linked = inBrackets(linkedEvidence(record, index, `why:${place}`));
        return item([strong(why.question), ' ', answerOf(why), linked]);
      }),
    ),
    last + 1 < Math.min(chain.length, 5) && paragraph(em(`The chain stops after ${last + 1} of 5 whys.`)),
  ];
}

function answerOf({ answer, said, state, events }: Why): InlineInput {
  const text = answer.trim();
  const claims = said === undefined ? [] : [{ text: said, events }];
  return text === '' ? 'Not answered.' : richInlines(text, { state, claims });
}

function inBrackets(words: InlineInput): InlineInput {
  return words && [' (', words, ')'];
}
