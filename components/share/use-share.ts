import { useMemo, useState } from 'react';
import { exportFileName } from '../../lib/export/file-name';
import type { RedactOptions } from '../../lib/export/formats/line-redactor';
import type { Names } from '../../lib/export/names-as-roles';
import type { Record } from '../../lib/export/record';
import { type Replaced, redactDocument } from '../../lib/export/redact-document';
import { nextStepOf, slaSummaryDocument } from '../../lib/export/sla-summary';
import type { DocTree } from '../../lib/export/tree';
import { isOutside, type Version, versionDocument } from '../../lib/export/versions/version-document';
import { makeTokens } from '../../lib/language/redact';
import type { TokenMap } from '../../lib/language/redact/tokens';
import { roleNames } from '../../lib/postmortem/roles';
import { choiceFor, choose, isRedacted, type ShareChoice } from './share-choices';

/** A value that is replaced; `inSummary`: it stands in the SLA summary only. */
export type Found = Replaced & { inSummary?: true };

export type Extension = 'md' | 'html' | 'csv' | 'ics' | 'json' | 'svg';

export interface Share {
  version: Version;
  action: string | undefined;
  names: Names;
  /** Whether it is redacted. */
  on: boolean;
  kept: ReadonlySet<string>;
  tree: DocTree;
  fileName: (extension: Extension) => string;
  /** By which formats that are no document leave the same out. */
  redact: RedactOptions;
  /** All that is replaced or would be, in the order of the document. */
  found: readonly Found[];
  setVersion: (version: Version) => void;
  setAction: (id: string) => void;
  setNames: (names: Names) => void;
  turn: (on: boolean) => void;
  toggle: (token: string) => void;
}

/** The document as it will leave, and the say over what is in it. */
export function useShare(record: Record): Share {
  const { postmortem, capture } = record;
  const [choice, setChoice] = useState(() => choiceFor(postmortem.id));
  const { version, names, kept } = choice;
  const action = choice.action ?? postmortem.actions.find(({ text }) => text.trim() !== '')?.id;
  const on = isRedacted(choice);
  const change = (next: Partial<ShareChoice>) => {
    const all = { ...choice, ...next };
    choose(postmortem.id, all);
    setChoice(all);
  };
  const tree = useMemo(
    () => versionDocument(record, { version, names, ...(action === undefined ? {} : { action }) }).tree,
    [record, version, names, action],
  );
  const tokens = useMemo(() => (on ? makeTokens(capture, postmortem) : undefined), [on, capture, postmortem]);
  const found = useMemo(
    () => (tokens ? allReplaced(record, tree, tokens, names) : []),
    [record, tree, tokens, names],
  );
  const redacted = useMemo(
    () => (tokens ? redactDocument(tree, tokens, kept).tree : tree),
    [tree, tokens, kept],
  );
  const redact = useMemo((): RedactOptions => {
    if (tokens) return { tokens, keep: kept };
    return names === 'roles' ? { tokens: roleNames(capture) } : {};
  }, [tokens, kept, names, capture]);
  return {
    version,
    action,
    names,
    on,
    kept,
    found,
    redact,
    tree: redacted,
    fileName: (extension) =>
      exportFileName(postmortem, {
        version,
        extension,
        ...(names === 'roles' || isOutside(version) ? { capture } : {}),
        ...(tokens ? { tokens, keep: kept } : {}),
      }),
    setVersion: (next) => change({ version: next }),
    setAction: (id) => change({ action: id }),
    setNames: (next) => change({ names: next }),
    turn: (next) => change(isOutside(version) ? { outside: next } : { inside: next }),
    toggle: (token) => change({ kept: toggled(kept, token) }),
  };
}

/** Counted in the document; what only the SLA summary holds stands behind. */
function allReplaced(record: Record, tree: DocTree, tokens: TokenMap, names: Names): Found[] {
  const { replaced } = redactDocument(tree, tokens);
  const known = new Set(replaced.map(({ token }) => token));
  const nextStep = nextStepOf(record.postmortem);
  const summary = slaSummaryDocument(record, { names, ...(nextStep ? { nextStep } : {}) });
  const rest = redactDocument(summary, tokens)
    .replaced.filter(({ token }) => !known.has(token))
    .map((item) => ({ ...item, inSummary: true as const }));
  // "Ada" in a sentence is Ada Lund in the list.
  const values = new Map(tokens.entries.toReversed().map(({ token, value }) => [token, value]));
  return [...replaced, ...rest].map((item) => ({
    ...item,
    value: values.get(item.token) ?? item.value,
  }));
}

function toggled(kept: ReadonlySet<string>, token: string): ReadonlySet<string> {
  const next = new Set(kept);
  if (!next.delete(token)) next.add(token);
  return next;
}
