import { expect, it } from 'vitest';
import { analyse } from '../../../../lib/analysis/analyse';
import { groupFindings } from '../../../../lib/analysis/findings/group-findings';
import { at, ticket } from '../../support/capture-builder';

const builder = ticket().customer('+0', 'Down.');
for (const hours of [7, 24, 40]) {
  builder.reply(`+${hours}h`, 'I’ll get back to you within an hour.').customer(`+${hours + 9}h`, 'Any news?');
}
const { findings } = analyse(builder.reply('+60h', 'Here it is.').build(), { now: at('+4d') });

it('findings of one kind are folded under the worst of them, and none is lost', () => {
  const groups = groupFindings(findings);
  const kinds = groups.map(({ worst }) => worst.kind);
  expect(kinds).toEqual([...new Set(findings.map(({ kind }) => kind))]);
  expect(kinds.length).toBeGreaterThan(2);
  for (const { worst, more } of groups)
    expect([worst, ...more]).toEqual(findings.filter(({ kind }) => kind === worst.kind));
});

it('say how many more there are, and the longest of them', () => {
  const words = Object.fromEntries(
    groupFindings(findings).map(({ worst, moreWords }) => [worst.kind, moreWords]),
  );
  expect(words).toMatchObject({
    silence: '2 more silences, the longest 20 h',
    promise: '2 more promises broken or kept late, the longest 16 h',
  });
});

it('say nothing where there is only one', () => {
  const [only] = findings;
  expect(groupFindings(only ? [only] : [])).toEqual([{ worst: only, more: [], moreWords: '' }]);
  expect(groupFindings([])).toEqual([]);
});
