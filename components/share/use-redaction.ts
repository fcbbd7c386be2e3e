import { useMemo, useState } from 'react';
import { exportFileName } from '../../lib/export/file-name';
import { postmortemDocument } from '../../lib/export/postmortem-document';
import type { Record } from '../../lib/export/record';
import { type Replaced, redactDocument } from '../../lib/export/redact-document';
import { slaSummaryDocument } from '../../lib/export/sla-summary';
import type { DocTree } from '../../lib/export/tree';
import { makeTokens } from '../../lib/language/redact';
import type { TokenMap } from '../../lib/language/redact/tokens';

interface Choice {
  on: boolean;
  kept: ReadonlySet<string>;
}

const untouched: Choice = { on: false, kept: new Set() };

/** What was chosen for a postmortem holds while the panel is open: a look at another screen must not undo it unseen. */
const chosen = new Map<string, Choice>();

export interface Redaction extends Choice {
  tokens?: TokenMap;
  tree: DocTree;
  fileName: string;
  /** All that is replaced or would be, in the order of the document. */
  found: readonly Replaced[];
  turn: (on: boolean) => void;
  toggle: (token: string) => void;
}

/** The document as it will leave, redacted or not, and the say over each value. */
export function useRedaction(record: Record): Redaction {
  const { postmortem, capture } = record;
  const [choice, setChoice] = useState(() => chosen.get(postmortem.id) ?? untouched);
  const { on, kept } = choice;
  const choose = (next: Choice) => {
    chosen.set(postmortem.id, next);
    setChoice(next);
  };
  const tree = useMemo(() => postmortemDocument(record), [record]);
  const tokens = useMemo(() => (on ? makeTokens(capture, postmortem) : undefined), [on, capture, postmortem]);
  const found = useMemo(() => (tokens ? allReplaced(record, tree, tokens) : []), [record, tree, tokens]);
  const redacted = useMemo(
    () => (tokens ? redactDocument(tree, tokens, kept).tree : tree),
    [tree, tokens, kept],
  );
  return {
    on,
    kept,
    found,
    tree: redacted,
    ...(tokens && { tokens }),
    fileName: exportFileName(postmortem, tokens ? { tokens, keep: kept } : {}),
    turn: (next) => choose({ on: next, kept }),
    toggle: (token) => choose({ on, kept: toggled(kept, token) }),
  };
}

/** Counted in the document; what only the SLA summary holds stands behind. */
function allReplaced(record: Record, tree: DocTree, tokens: TokenMap): Replaced[] {
  const { replaced } = redactDocument(tree, tokens);
  const known = new Set(replaced.map(({ token }) => token));
  const summary = redactDocument(slaSummaryDocument(record), tokens).replaced;
  // "Ada" in a sentence is Ada Lund in the list.
  const names = new Map(tokens.entries.toReversed().map(({ token, value }) => [token, value]));
  return [...replaced, ...summary.filter(({ token }) => !known.has(token))].map((item) => ({
    ...item,
    value: names.get(item.token) ?? item.value,
  }));
}

function toggled(kept: ReadonlySet<string>, token: string): ReadonlySet<string> {
  const next = new Set(kept);
  if (!next.delete(token)) next.add(token);
  return next;
}
