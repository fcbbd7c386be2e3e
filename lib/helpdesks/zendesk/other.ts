/** Rows for what the vocabulary has no word for: a label, and the few plain facts that may be kept. */
import type { Other } from '../../ticket/events';
import { withoutLinkTokens } from '../html-text';
import type { AuditEvent } from './audits';
import { type Fields, lineOf } from './fields';
import { baseOf, type Context, type Draft, type Scene } from './scene';

const MOST_FACTS = 12;
const LONGEST_FACT = 200;

export function opaque(
  context: Context,
  scene: Scene,
  event: AuditEvent,
  label: string,
  data: Other['data'] = {},
): Draft {
  return {
    ...baseOf(context, scene, event, { rule: `event of type ${event.type}` }),
    kind: 'other',
    label,
    data: { ...plainFacts(event.fields), ...data },
  };
}

/** Scalars only; never addresses, phone numbers, tokens, places or devices. */
function plainFacts(fields: Fields): Other['data'] {
  const facts: Other['data'] = {};
  let count = 0;
  for (const [key, value] of Object.entries(fields)) {
    if (count >= MOST_FACTS || !/^[a-z]\w{0,40}$/i.test(key) || unwanted.test(key)) continue;
    const fact = plain(value);
    if (fact === undefined) continue;
    facts[key] = fact;
    count++;
  }
  return facts;
}

const unwanted =
  /^(id|type|via|via_reference_id|audit_id|author_id)$|html|body|url|token|address|email|phone|recording|location|itude|client|secret|password|(^|_)(ip|from|to|recipients?)(_|$)/i;

function plain(value: unknown): string | number | boolean | undefined {
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  const line = lineOf(value);
  return line && withoutLinkTokens(line).slice(0, LONGEST_FACT);
}
