// @vitest-environment jsdom
import '../support/panel-browser';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { CoverageNote } from '../../../../components/panel/CoverageNote';
import { PullProblem } from '../../../../components/panel/PullStates';
import { SaveAnonymised } from '../../../../components/report/SaveAnonymised';
import { anonymisedFile } from '../../../../lib/export/anonymised/anonymised-file';
import type { Problem } from '../../../../lib/ticket/problem';
import { expectAccessible } from '../support/accessibility';
import { escalated } from '../support/evidence';

const saved: { name: string; blob: Blob }[] = [];

beforeEach(() => {
  saved.length = 0;
  let last: Blob | undefined;
  Object.assign(URL, {
    createObjectURL: (blob: Blob) => {
      last = blob;
      return 'blob:made';
    },
    revokeObjectURL: () => undefined,
  });
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    if (last) saved.push({ name: this.download, blob: last });
  });
});

const open = () => userEvent.click(screen.getByRole('button', { name: 'Save an anonymised capture' }));
const note = () => screen.queryByRole('region', { name: 'Anonymised capture' });

describe('saving an anonymised capture', () => {
  it('first says what is replaced and kept and shows the first lines, and saves nothing by that', async () => {
    const { container } = render(<SaveAnonymised capture={escalated().build()} />);
    expect(note()).toBeNull();
    await open();
    const lines = await screen.findByRole('region', { name: /^First lines of debrief-capture-/ });
    expect(note()?.textContent).toMatch(/Replaced:.*names.*Kept:.*times/);
    expect(lines.textContent).toContain('https://helpdesk.example');
    expect(lines.textContent).not.toContain('Brightwell');
    expect(saved).toEqual([]);
    await expectAccessible(container);
    await open();
    expect(note()).toBeNull();
  });

  it('saves the very file that was shown, and says where it went', async () => {
    const capture = escalated().build();
    const file = await anonymisedFile(capture);
    render(<SaveAnonymised capture={capture} />);
    await open();
    await userEvent.click(await screen.findByRole('button', { name: 'Save the file' }));
    expect(saved.map(({ name, blob }) => [name, blob.size, blob.type])).toEqual([
      [file.name, new TextEncoder().encode(file.text).length, 'application/json;charset=utf-8'],
    ]);
    expect(screen.getByRole('status').textContent).toBe(`Saved as ${file.name}. It was sent nowhere.`);
  });

  it('says so where no file can be made', async () => {
    const capture = escalated().build();
    // No reader makes this: the schema would refuse it.
    const broken = { ...capture, capturedAt: 'yesterday' };
    render(<SaveAnonymised capture={broken} />);
    await open();
    expect((await screen.findByRole('alert')).textContent).toMatch(/^No file could be made\..*capturedAt/);
  });

  it('is offered where a pull ended in an answer Debrief does not know, if there is an earlier capture', async () => {
    const problem: Problem = {
      code: 'unexpected_answer',
      message: 'An answer without audits.',
      next: 'Pull again.',
    };
    const { rerender } = render(<PullProblem problem={problem} kept={undefined} again={undefined} />);
    expect(screen.queryByRole('button')).toBeNull();
    rerender(<PullProblem problem={problem} kept={escalated().build()} again={undefined} />);
    await open();
    await waitFor(() => expect(note()).not.toBeNull());
    rerender(
      <PullProblem problem={{ ...problem, code: 'offline' }} kept={escalated().build()} again={undefined} />,
    );
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('is offered in the note about what was not read', () => {
    const parts = [{ part: 'comments', state: 'partial' as const }];
    const coverage = { complete: false, parts, unknownTypes: [], doubtfulTimes: [], warnings: [] };
    const capture = escalated({ coverage }).build();
    render(
      <CoverageNote coverage={coverage}>
        <SaveAnonymised capture={capture} />
      </CoverageNote>,
    );
    expect(
      screen.getByRole('button', { name: 'Save an anonymised capture' }).closest('details'),
    ).not.toBeNull();
  });
});
