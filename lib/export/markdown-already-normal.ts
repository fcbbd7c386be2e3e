import { mayBeLive } from './markdown-live-text';
import { safeUrl } from './markdown-safe-url';
import type { DocInline } from './tree';

/**
 * Latin letters, punctuation and arrows, one space at a time: text in which cleaning and composing change nothing.
 * Most texts are such.
 */
export const isPlain = /^(?:[!-~¡-¬®-˿‐-‧‰-⁞←-⇿]| (?! ))*$/;

/**
 * Whether drafts keep the promises of `DocTree` as they are, in the forms that a long document has ten thousand times.
 * False only says that it takes a closer look.
 */
export function isAlreadyNormal(drafts: readonly DocInline[], inCell: boolean): boolean {
  let before: DocInline | undefined;
  let gapAfter: DocInline['type'] | undefined;
  for (const draft of drafts) {
    if (draft.type === before?.type || draft.type === gapAfter) return false;
    gapAfter = undefined;
    if (draft.type === 'text') {
      if (!isPlainText(draft.value)) return false;
      if (draft.value.startsWith(' ') && !before) return false;
      if (draft.value === ' ') gapAfter = before?.type;
    } else if (!isSimple(draft, inCell)) return false;
    before = draft;
  }
  return before?.type !== 'text' || !before.value.endsWith(' ');
}

function isSimple(draft: Exclude<DocInline, { type: 'text' }>, inCell: boolean): boolean {
  if (draft.type === 'break') return false;
  if (draft.type === 'inlineCode') return isTight(draft.value) && !(inCell && draft.value.includes('|'));
  const [only] = draft.children;
  if (draft.children.length !== 1 || only?.type !== 'text' || !isTight(only.value)) return false;
  return draft.type === 'link' ? safeUrl(draft.url) === draft.url : !mayBeLive.test(only.value);
}

function isPlainText(value: string): boolean {
  return value !== '' && isPlain.test(value) && !mayBeLive.test(value);
}

function isTight(value: string): boolean {
  return value !== '' && !value.startsWith(' ') && !value.endsWith(' ') && isPlain.test(value);
}
