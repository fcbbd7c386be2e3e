import { afterEach, expect, it, vi } from 'vitest';
import { unzipped, zipped } from '../../../scripts/lib/archive';

const bytes = (text: string) => new TextEncoder().encode(text);

afterEach(() => vi.useRealTimers());

it('gives back what was packed, byte for byte', () => {
  const files = {
    'manifest.json': bytes('{}'),
    'chunks/a.js': bytes('é'.repeat(5_000)),
    'empty.css': bytes(''),
  };
  expect(unzipped(zipped(files))).toEqual(files);
});

it('packs the same files into the same bytes, on another day and found in another order', () => {
  const first = zipped({ 'a.js': bytes('1'), 'b.js': bytes('2') });
  vi.useFakeTimers({ now: new Date('2031-05-06T07:08:09Z') });
  expect(zipped({ 'b.js': bytes('2'), 'a.js': bytes('1') })).toEqual(first);
  expect(zipped({ 'b.js': bytes('1'), 'a.js': bytes('2') })).not.toEqual(first);
});
