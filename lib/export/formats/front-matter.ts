/** The head of a Markdown file, in YAML that every parser reads alike: strings are always quoted, as JSON quotes them. */
import { missed } from '../../analysis/missed';
import { resolvedAt } from '../../postmortem/follow-ups';
import { kindOf } from '../../postmortem/kinds';
import { titleOf } from '../postmortem-document';
import type { Record } from '../record';
import { lineRedactor, type RedactOptions } from './line-redactor';

/** Ends with the line break after its closing dashes; what is not known is left out. Pure. */
export function frontMatter(record: Record, options: RedactOptions = {}): string {
  const { line, address } = lineRedactor(options);
  const { postmortem, capture, analysis } = record;
  const { ticket } = postmortem;
  const entries: [key: string, value: string | number | readonly string[] | undefined][] = [
    ['title', line(titleOf(record))],
    ['ticket', line(ticket.key)],
    ['helpdesk', line(ticket.helpdesk)],
    ['url', address(ticket.url)],
    ['customer', line(ticket.customer)],
    ['kind', line(kindOf(postmortem).name)],
    ['severity', postmortem.severity],
    ['status', postmortem.status],
    ['created', postmortem.createdAt],
    ['updated', postmortem.updatedAt],
    ['resolved', resolvedAt(analysis)],
    ['sla_breaches', missed(analysis.slas).length],
    ['capture', line(capture.id)],
    ['tags', ['postmortem', ...capture.ticket.tags.map(line)].filter(isUnlikeThoseBefore)],
  ];
  const written = entries.flatMap(([key, value]) =>
    value === undefined || value === '' ? [] : [`${key}: ${yaml(value)}\n`],
  );
  return `---\n${written.join('')}---\n`;
}

function isUnlikeThoseBefore(tag: string, at: number, all: readonly string[]): boolean {
  return tag !== '' && all.indexOf(tag) === at;
}

function yaml(value: string | number | readonly string[]): string {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? quoted(value) : `[${value.map(quoted).join(', ')}]`;
}

/** YAML 1.2 holds JSON's strings; beyond ASCII some parsers stumble over what is not printable, so that is escaped. */
function quoted(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
