import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seal } from '../../../lib/ticket/seal';
import { stableJson } from '../../../lib/ticket/stable-json';
import { ticket } from '../support/capture-builder';

/** The same value with the keys of every object the other way round. */
function turned(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(turned);
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, turned(inner)]),
  );
}

describe('stable JSON', () => {
  it('does not depend on the order of keys, and reads back as what was written', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = stableJson(value);
        expect(stableJson(turned(value))).toBe(text);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('keeps a key that means something else to an object', () => {
    const odd: unknown = JSON.parse('{"b":1,"__proto__":{"z":1,"a":2}}');
    expect(stableJson(odd)).toBe('{"__proto__":{"a":2,"z":1},"b":1}');
  });
});

describe('the id of a capture', () => {
  const { id, ...unsealed } = ticket().customer('+0', 'Down.').reply('+1h', 'Up.').build();

  it('is the same for the same content, however its objects were filled', async () => {
    // `turned` gives back the shape it was given.
    const again = turned(unsealed) as typeof unsealed;
    expect((await seal(again)).id).toBe((await seal(unsealed)).id);
  });

  it('is the one that the same content had in earlier versions', async () => {
    // Stored captures are known by it; another way of counting would keep every ticket twice.
    expect((await seal(unsealed)).id).toBe(
      'sha256:8353e1a14b01de506f51f9cc74b98668bf54fabecf420ec56f380d4de05e647c',
    );
  });

  it('changes with any word', async () => {
    const other = ticket().customer('+0', 'Down!').reply('+1h', 'Up.').build();
    expect((await seal(other)).id).not.toBe((await seal(unsealed)).id);
  });
});
