import { describe, expect, it } from 'vitest';
import { checkHygiene, hygieneRules } from '../../../scripts/lib/hygiene';

const rules = hygieneRules(['/homes/kim', '/builds/debrief']);

function complaints(path: string, text: string): string[] {
  return checkHygiene([{ path, text }], rules).map(({ line, message }) => `${line}: ${message}`);
}

// Put together from parts, so that this file itself stays fit to be committed.
const home = ['', 'home', 'kim', 'debrief'].join('/');

describe('folders of one machine', () => {
  it.each([
    `const a = '${home}';`,
    `see (${['', 'Users', 'kim'].join('/')})`,
    `cd ${['C:', 'Users', 'kim'].join('\\')}`,
    'cat /builds/debrief/package.json',
    'cat /homes/kim/notes',
  ])('are found: %s', (text) => {
    expect(complaints('docs/a.md', text)).toEqual(['1: names a folder of one machine']);
  });

  it.each([
    '/usr/bin/chromium',
    'https://acme.example/home/kim',
    'the /builds folder',
    '/homes/kimberly',
    'a/builds/debrief',
  ])('are not seen in %s', (text) => {
    expect(complaints('docs/a.md', text)).toEqual([]);
  });
});

it.each(['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'srcdoc'])(
  'refuses %s in the product alone',
  (name) => {
    const text = `\nelement.${name} = text;`;
    expect(complaints('components/a.tsx', text)).toEqual([expect.stringMatching(/^2: puts HTML/)]);
    expect(complaints('docs/a.md', text)).toEqual([]);
  },
);

it.each(['it.#only', 'test.#skip', 'describe.concurrent.#skip', 'it.#todo'])(
  'refuses %s in tests',
  (call) => {
    expect(complaints('tests/unit/a.test.ts', `${call.replace('#', '')}(`)).toEqual(['1: mutes tests']);
  },
);

it('refuses what a merge left behind', () => {
  expect(complaints('lib/a.ts', `${'<'.repeat(7)} ours\nlet a;\n${'>'.repeat(7)} theirs`)).toHaveLength(2);
});
