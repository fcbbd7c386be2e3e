import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { sha256 } from '../../../lib/export/sha256';

it('hashes text of any length as the platform does', () => {
  for (const length of [0, 1, 31, 55, 56, 57, 63, 64, 65, 119, 120, 1_000, 100_000]) {
    const text = 'é😀a'.repeat(length).slice(0, length).toWellFormed();
    expect(sha256(text), String(length)).toBe(createHash('sha256').update(text).digest('hex'));
  }
});
