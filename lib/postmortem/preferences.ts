/**
 * What a user decides once for every postmortem: kinds of their own, targets for the first update, and what a file of
 * Markdown holds beside the document. It lies in the
 * options beside what the analysis reads; what cannot be read there is passed over and kept as it is.
 */
import * as z from 'zod/mini';
import type { Preferences } from '../analysis/preferences';
import {
  type CustomKind,
  customKindSchema,
  type FirstUpdateTargets,
  firstUpdateTargetsSchema,
} from './schema';

export interface PostmortemPreferences {
  customKinds: readonly CustomKind[];
  /** Undefined where the defaults count. */
  firstUpdateTargets: FirstUpdateTargets | undefined;
  markdownFile: MarkdownFile;
}

const markdownFileSchema = z.object({
  frontMatter: z.boolean(),
  picture: z.enum(['none', 'mermaid', 'svg']),
});

export type MarkdownFile = z.infer<typeof markdownFileSchema>;

const plainFile: MarkdownFile = { frontMatter: false, picture: 'none' };

export function postmortemPreferences({ postmortem = {} }: Preferences): PostmortemPreferences {
  const targets = z.safeParse(firstUpdateTargetsSchema, postmortem.firstUpdateTargets);
  const file = z.safeParse(markdownFileSchema, postmortem.markdownFile);
  return {
    markdownFile: file.success ? file.data : plainFile,
    customKinds: storedKinds(postmortem).flatMap((stored) => readKind(stored) ?? []),
    firstUpdateTargets: targets.success ? targets.data : undefined,
  };
}

/** Adds the kind, or takes the place of the one with its id. */
export function withCustomKind(preferences: Preferences, kind: CustomKind): Preferences {
  const kinds = storedKinds(preferences.postmortem);
  const isKnown = kinds.some((stored) => readKind(stored)?.id === kind.id);
  const customKinds = isKnown
    ? kinds.map((stored) => (readKind(stored)?.id === kind.id ? kind : stored))
    : [...kinds, kind];
  return { ...preferences, postmortem: { ...preferences.postmortem, customKinds } };
}

/** Postmortems that follow it hold it whole, and stay as they are. */
export function withoutCustomKind(preferences: Preferences, id: string): Preferences {
  const customKinds = storedKinds(preferences.postmortem).filter((stored) => readKind(stored)?.id !== id);
  return { ...preferences, postmortem: { ...preferences.postmortem, customKinds } };
}

/** Undefined goes back to the defaults. */
export function withFirstUpdateTargets(
  preferences: Preferences,
  targets: FirstUpdateTargets | undefined,
): Preferences {
  const { firstUpdateTargets: _before, ...others } = preferences.postmortem ?? {};
  return {
    ...preferences,
    postmortem: targets === undefined ? others : { ...others, firstUpdateTargets: targets },
  };
}

export function withMarkdownFile(preferences: Preferences, markdownFile: MarkdownFile): Preferences {
  return { ...preferences, postmortem: { ...preferences.postmortem, markdownFile } };
}

function storedKinds(postmortem: Preferences['postmortem']): readonly unknown[] {
  const stored = postmortem?.customKinds;
  return Array.isArray(stored) ? stored : [];
}

function readKind(stored: unknown): CustomKind | undefined {
  const read = z.safeParse(customKindSchema, stored);
  return read.success ? read.data : undefined;
}
