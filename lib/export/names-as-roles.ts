import { type Replacement, type TokenMap, tokenMap } from '../language/redact/tokens';
import { roleNames } from '../postmortem/roles';
import type { Capture } from '../ticket/schema';
import type { Record } from './record';
import { redactedLine, replaceInText } from './redact-document';
import type { DocTree } from './tree';

export type Names = 'roles' | 'names';

/** A character for private use for each name that stays; a ticket that holds one shows an owner, who is in there anyway. */
const FIRST = 0xe000;
const MOST = 0x1000;

/**
 * A document in which colleagues are roles. Whoever has promised something keeps their name: `build` hands each of
 * those names through `held`.
 */
export function withRoles(
  capture: Pick<Capture, 'ticket'>,
  build: (held: (name: string) => string) => DocTree,
): DocTree {
  const roles = roleNames(capture);
  const kept: string[] = [];
  const tree = build((name) => {
    if (roles.replacements(name).length === 0) return name;
    const at = kept.includes(name) ? kept.indexOf(name) : kept.push(name) - 1;
    return at < MOST ? String.fromCharCode(FIRST + at) : name;
  });
  const replaced = replaceInText(tree, roles);
  return kept.length === 0 ? replaced : replaceInText(replaced, givenBack(kept));
}

/** The record with the names that stay held: owners of actions, and who leads the meeting and takes its notes. */
export function withPromisesHeld(record: Record, held: (name: string) => string): Record {
  const { postmortem } = record;
  const { meeting } = postmortem;
  return {
    ...record,
    postmortem: {
      ...postmortem,
      actions: postmortem.actions.map((action) => ({ ...action, owner: held(action.owner) })),
      meeting: {
        ...meeting,
        facilitator: held(meeting.facilitator),
        notetaker: held(meeting.notetaker),
      },
    },
  };
}

/** For what is no document: a title, the name of a file. */
export function lineWithRoles(text: string, capture: Pick<Capture, 'ticket'>): string {
  return redactedLine(text, roleNames(capture));
}

function givenBack(kept: readonly string[]): TokenMap {
  return tokenMap([], (text) =>
    Array.from(text.matchAll(/[\ue000-\uefff]/g), ({ 0: value, index }): Replacement[] => {
      const token = kept[value.charCodeAt(0) - FIRST];
      return token === undefined ? [] : [{ start: index, end: index + 1, kind: 'person', token, value }];
    }).flat(),
  );
}
