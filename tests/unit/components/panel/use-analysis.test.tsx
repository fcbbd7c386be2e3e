// @vitest-environment jsdom
import '../support/panel-browser';
import { renderHook, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { loadAnalysis, useAnalysis } from '../../../../components/panel/use-analysis';
import { emptyOverlay } from '../../../../lib/analysis/overlay';
import { noPreferences, optionsFor } from '../../../../lib/analysis/preferences';
import { at, ticket } from '../../support/capture-builder';

const capture = (reply: string) =>
  ticket({}, { capturedAt: at('+9h') })
    .customer('+0', 'Down.')
    .reply(reply)
    .build();

it('analyses each capture as of its pull, once the code that loads with the pull is there', async () => {
  await loadAnalysis();
  const first = capture('+1h');
  const options = optionsFor(first, emptyOverlay, noPreferences);
  const { result, rerender } = renderHook(({ of }) => useAnalysis(of, options), {
    initialProps: { of: undefined } as Given,
  });
  expect(result.current).toBeUndefined();
  rerender({ of: first });
  await waitFor(() =>
    expect(result.current).toMatchObject({ now: at('+9h'), firstReply: { to: at('+1h') } }),
  );
  const before = result.current;
  rerender({ of: first });
  expect(result.current).toBe(before);
  rerender({ of: capture('+2h') });
  expect(result.current).toMatchObject({ firstReply: { to: at('+2h') } });
});

interface Given {
  of: ReturnType<typeof capture> | undefined;
}
