import { describe, expect, it } from 'vitest';
import { checkImports } from '../../../scripts/lib/import-rules';

/** One product file beside the files it may point at; gives the messages about it. */
function complaints(path: string, text: string, others: Record<string, string> = {}): string[] {
  const files = [{ path, text }, ...Object.entries(others).map(([path, text]) => ({ path, text }))];
  return checkImports(files)
    .filter((violation) => violation.path === path)
    .map(({ message }) => message);
}

describe('layers', () => {
  it.each([
    [
      'lib/analysis/a.ts',
      "import { b } from '../postmortem/b';",
      'lib/analysis must not import lib/postmortem',
    ],
    ['lib/ticket/a.ts', "import type { B } from '../language/b';", 'lib/ticket must not import lib/language'],
    ['lib/export/a.ts', "export * from '../storage/b';", 'lib/export must not import lib/storage'],
    [
      'lib/language/a.ts',
      "export type { B } from '../analysis/b';",
      'lib/language must not import lib/analysis',
    ],
    ['lib/storage/a.ts', "import { b } from '../platform/b';", 'lib/storage must not import lib/platform'],
    [
      'lib/helpdesks/a.ts',
      "const b = await import('../analysis/b');",
      'lib/helpdesks must not import lib/analysis',
    ],
    [
      'lib/platform/a.ts',
      "type B = import('../../components/b').B;",
      'lib/platform must not import components',
    ],
    ['lib/platform/a.ts', "import { b } from '@/components/b';", 'lib/platform must not import components'],
    ['components/a.tsx', "import '../entrypoints/sidepanel/b';", 'components must not import entrypoints'],
    ['components/a.tsx', "import { b } from '../tests/b';", 'tests/b, which belongs to no room'],
    ['lib/other/a.ts', '', 'stands in no room'],
  ])('%s refuses %s', (path, text, message) => {
    expect(complaints(path, text)).toEqual([expect.stringContaining(message)]);
  });

  it.each([
    ['entrypoints/sidepanel/main.tsx', "import { A } from '../../components/a';"],
    ['components/share/a.tsx', "import { b } from '../../lib/storage/b'; import { c } from '../ui/c';"],
    ['lib/export/a.ts', "import { b } from '../postmortem/b'; import { c } from '../ticket/c';"],
    ['lib/language/a.ts', "import { b } from '../ticket/b'; import './c';"],
  ])('%s allows what lies below it', (path, text) => {
    expect(complaints(path, text)).toEqual([]);
  });

  it('names the line of the import', () => {
    const text = "// first\n\nimport {\n  b,\n} from '../export/b';\n";
    expect(checkImports([{ path: 'lib/ticket/a.ts', text }])[0]).toMatchObject({
      path: 'lib/ticket/a.ts',
      line: 3,
    });
  });
});

describe('readers of helpdesks', () => {
  it.each([
    ["import { zendesk } from '../lib/helpdesks/zendesk/reader';", 'not zendesk/reader.ts'],
    ["import { helpdesks } from '../lib/helpdesks/registry';", 'not registry.ts'],
    ["import { x } from '../lib/helpdesks/contract';", 'not contract.ts at run time'],
  ])('stay out of components: %s', (text, message) => {
    expect(complaints('components/a.tsx', text)).toEqual([expect.stringContaining(message)]);
  });

  it('leave their names and types to components', () => {
    const text =
      "import { locateTicket } from '../lib/helpdesks/sites'; import type { TicketRef } from '../lib/helpdesks/contract';";
    expect(complaints('components/a.tsx', text)).toEqual([]);
  });

  it('are held by the one file that loads them', () => {
    const text = "import { zendesk } from '../helpdesks/zendesk/index';";
    expect(complaints('lib/platform/readers.ts', text)).toEqual([]);
    expect(
      complaints('lib/platform/courier.ts', "import { pullTicket } from '../helpdesks/zendesk/pull';"),
    ).toHaveLength(1);
    expect(
      complaints('entrypoints/background.ts', "import { zendesk } from '../lib/helpdesks/zendesk';"),
    ).toHaveLength(1);
  });
});

describe('packages', () => {
  it.each([
    ['lib/analysis/a.ts', "import { useMemo } from 'react';"],
    ['lib/postmortem/a.ts', "import Dexie from 'dexie';"],
    ['lib/export/a.ts', "import { browser } from 'wxt/browser';"],
    ['lib/helpdesks/a.ts', "import { browser } from 'wxt/browser';"],
    ['lib/ticket/a.ts', "import { readFileSync } from 'node:fs';"],
    ['components/a.tsx', "import { browser } from 'wxt/browser';"],
    ['components/a.tsx', "import { storage } from '#imports';"],
  ])('%s refuses %s', (path, text) => {
    expect(complaints(path, text)).toEqual([expect.stringContaining('must not import the package')]);
  });

  it.each([
    ['lib/ticket/a.ts', "import * as z from 'zod/mini'; import { addDays } from 'date-fns';"],
    ['lib/export/a.ts', "import type { Root } from 'mdast';"],
    ['lib/helpdesks/a.ts', "import type { infer } from 'zod'; import { type core } from 'zod/mini';"],
    ['lib/platform/a.ts', "import { browser } from 'wxt/browser';"],
  ])('%s allows %s', (path, text) => {
    expect(complaints(path, text)).toEqual([]);
  });

  it('takes types only where a package is no part of the build', () => {
    expect(complaints('lib/export/a.ts', "import { u } from 'mdast';")).toEqual([
      expect.stringContaining('types only'),
    ]);
  });
});

describe('injected files', () => {
  it('carry no zod, not even by way of another room', () => {
    const found = complaints('lib/helpdesks/a.ts', "\nimport { ok } from '../ticket/b';", {
      'lib/ticket/b.ts': "export { c as ok } from './c';",
      'lib/ticket/c.ts': "import * as z from 'zod/mini'; export const c = z;",
    });
    expect(found).toEqual([
      'carries zod into an injected file: lib/helpdesks/a.ts → lib/ticket/b.ts → lib/ticket/c.ts → zod/mini',
    ]);
  });

  it('may know the types of a module that uses zod', () => {
    const found = complaints('entrypoints/courier.ts', "import type { C } from '../lib/ticket/c';", {
      'lib/ticket/c.ts': "import * as z from 'zod/mini'; export type C = z.infer<never>;",
    });
    expect(found).toEqual([]);
  });
});

describe('the world around', () => {
  it.each([
    ['lib/analysis/a.ts', 'export const f = () => document.title;', 'document'],
    ['lib/ticket/a.ts', "export const f = () => fetch('x');", 'fetch'],
    ['lib/export/a.ts', 'export const f = () => browser.runtime.id;', 'browser'],
    ['lib/language/a.ts', 'export const f = () => new DOMParser();', 'DOMParser'],
    ['components/a.tsx', 'export const A = () => <p>{chrome.runtime.id}</p>;', 'chrome'],
    ['lib/helpdesks/a.ts', 'export const f = () => chrome.runtime.id;', 'chrome'],
  ])('%s must not touch it: %s', (path, text, name) => {
    expect(complaints(path, text)).toEqual([expect.stringContaining(`must not touch "${name}"`)]);
  });

  it('is not meant by a parameter of the same name', () => {
    const text = 'export const f = ({ document }: { document: { text: string } }) => document.text;';
    expect(complaints('lib/export/a.ts', text)).toEqual([]);
    expect(
      complaints('lib/helpdesks/a.ts', 'export const f = (d: Document) => document === d && d.title;'),
    ).toEqual([]);
  });

  it.each(['Date.now()', 'new Date()', 'Math.random()', 'crypto.randomUUID()'])(
    'gives pure rooms no %s',
    (call) => {
      expect(complaints('lib/analysis/a.ts', `export const f = () => ${call};`)).toEqual([
        expect.stringContaining('take the value of'),
      ]);
      expect(complaints('lib/storage/a.ts', `export const f = () => ${call};`)).toEqual([]);
    },
  );
});
