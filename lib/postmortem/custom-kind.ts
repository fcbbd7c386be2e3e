/** Deriving a kind from a built-in one: which parts it has, in which order, and what it asks in each. */
import { kindOf, type PartId, partIds } from './kinds';
import type { CustomKind, KindId } from './schema';

/** As its base in everything but the name. */
export function newCustomKind(id: string, base: KindId): CustomKind {
  return { id, name: '', base, parts: [...kindOf({ kind: base }).parts], prompts: {}, causes: [] };
}

/** Its parts in order, then those it leaves out. */
export function partsOf(kind: CustomKind): { id: PartId; isIn: boolean }[] {
  const parts = kindOf({ kind: kind.base, customKind: kind }).parts;
  const rest = partIds.filter((id) => !parts.includes(id));
  return [...parts.map((id) => ({ id, isIn: true })), ...rest.map((id) => ({ id, isIn: false }))];
}

/** The last part stays: a document without any would be none. */
export function togglePart(kind: CustomKind, part: PartId): CustomKind {
  const parts = inOrder(kind);
  const next = parts.includes(part) ? parts.filter((id) => id !== part) : [...parts, part];
  return next.length === 0 ? kind : { ...kind, parts: next };
}

/** One place up or down; at an end nothing changes. */
export function movePart(kind: CustomKind, part: PartId, by: -1 | 1): CustomKind {
  const parts = inOrder(kind);
  const from = parts.indexOf(part);
  const to = from + by;
  if (from === -1 || to < 0 || to >= parts.length) return kind;
  parts.splice(from, 1);
  parts.splice(to, 0, part);
  return { ...kind, parts };
}

/** An empty question is the base's own. */
export function askIn(kind: CustomKind, part: PartId, question: string): CustomKind {
  const { [part]: _before, ...others } = kind.prompts;
  return { ...kind, prompts: question.trim() === '' ? others : { ...others, [part]: question } };
}

/** With another base come its parts; questions and causes are the user's and stay. */
export function rebase(kind: CustomKind, base: KindId): CustomKind {
  return { ...kind, base, parts: [...kindOf({ kind: base }).parts] };
}

function inOrder(kind: CustomKind): PartId[] {
  return partsOf(kind).flatMap(({ id, isIn }) => (isIn ? [id] : []));
}
