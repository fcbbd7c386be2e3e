// @vitest-environment jsdom
import '../support/panel-browser';
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { CoverageNote } from '../../../../components/panel/CoverageNote';
import { PanelHeader } from '../../../../components/panel/PanelHeader';
import { PullAgain, Pulling, PullProblem } from '../../../../components/panel/PullStates';
import type { PullState } from '../../../../components/panel/run-pull';
import type { Glimpse } from '../../../../lib/ticket/glimpse';
import type { Problem, ProblemCode } from '../../../../lib/ticket/problem';
import type { Capture, Coverage } from '../../../../lib/ticket/schema';
import { ticket } from '../../support/capture-builder';
import { expectAccessible } from '../support/accessibility';
import { textOf } from '../support/text-of';

const codes = Object.keys({
  not_a_ticket: true,
  signed_out: true,
  no_permission: true,
  not_found: true,
  deleted: true,
  merged: true,
  rate_limited: true,
  offline: true,
  timeout: true,
  page_closed: true,
  cancelled: true,
  too_large: true,
  unexpected_answer: true,
  site_not_allowed: true,
} satisfies Record<ProblemCode, true>) as ProblemCode[]; // Object.keys forgets the names

const again = <PullAgain isOpen onPull={() => {}} onOpen={() => {}} />;

describe('a pull whose first answer is there', () => {
  const glimpse: Glimpse = {
    subject: 'Invoice sync stopped',
    status: { label: 'Open', status: 'open' },
    priority: { label: 'Urgent', rank: 1 },
    group: null,
    requester: '<b>Maya</b> Lindqvist',
    organization: 'Brightwell',
    createdAt: '2026-11-17T08:12:05.000Z',
    slas: [
      { metric: 'first_reply', stage: 'achieved', breachedAt: '2026-11-17T09:12:05.000Z' },
      { metric: 'next_reply', stage: 'achieved', breachedAt: '2026-11-17T16:32:05.000Z' },
      { metric: 'next_reply', stage: 'achieved' },
      { metric: 'next_reply', stage: 'active', due: '2026-11-17T17:12:05.000Z' },
      { metric: 'resolution', stage: 'achieved' },
    ],
  };
  const pull: PullState = {
    status: 'pulling',
    glimpse,
    progress: { done: 300, total: 1_900, label: 'Reading the history' },
  };

  it('shows who and what while the history is counted, and the helpdesk’s words as text', async () => {
    const { container } = render(<Pulling pull={pull} label="Zendesk" small={false} onCancel={() => {}} />);
    const facts = within(await screen.findByRole('region', { name: 'As it stands' }));
    const told = facts
      .getAllByRole('term')
      .map((term, index) => [term.textContent, textOf(facts.getAllByRole('definition')[index])]);
    expect(told).toEqual([
      ['Customer', '<b>Maya</b> Lindqvist, Brightwell'],
      ['Opened', 'Tue 17 Nov 2026 08:12 UTC'],
      ['Priority', 'Urgent'],
      ['First reply', 'missed 17 Nov 09:12 UTC'],
      ['Next reply', '1 of 3 missed, last one running, due 17 Nov 17:12 UTC'],
      ['Resolution', 'met'],
    ]);
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Reading the history: 300 of 1,900');
    await expectAccessible(container);
  });

  it('has subject and status in the header, where they stay, and steps that wait', () => {
    const shown = {
      id: 'x',
      ref: { helpdesk: 'zendesk', site: 'https://acme.example', key: '7', url: 'https://acme.example/7' },
      label: 'Zendesk',
      tabId: 1,
    };
    const nothing = () => {};
    const header = (capture?: Capture) => (
      <PanelHeader
        {...{ shown, capture, pull, saveState: undefined, step: 'happened', steps: capture !== undefined }}
        {...{ onStep: nothing, onPull: nothing, onList: nothing, onTicket: nothing }}
      />
    );
    const { rerender } = render(header());
    expect(screen.getByText('Invoice sync stopped')).toBeTruthy();
    expect(screen.getByText('Open')).toBeTruthy();
    const steps = within(screen.getByRole('navigation', { name: 'Steps' }));
    const isWaiting = () => steps.getAllByRole<HTMLButtonElement>('button').map((step) => step.disabled);
    expect(isWaiting()).toEqual([true, true, true]);
    rerender(header(ticket({ subject: 'Invoice sync stopped' }).build()));
    expect(isWaiting()).toEqual([false, false, false]);
  });
});

describe('a pull that failed', () => {
  it.each(codes)('for "%s" says at once what happened and what to do', (code) => {
    const problem: Problem = { code, message: 'It went wrong.', next: 'Try it again.' };
    render(<PullProblem problem={problem} kept={undefined} again={again} />);
    const alert = screen.getByRole('alert');
    expect(within(alert).getByRole('heading', { level: 1 }).textContent).toBe('It went wrong.');
    expect(within(alert).getByText('Try it again.')).toBeTruthy();
    expect(within(alert).getByRole('button', { name: 'Pull again' })).toBeTruthy();
  });

  it('says that the last pull is kept below, and leaves the heading to it', () => {
    const problem: Problem = { code: 'offline', message: 'The connection was lost.', next: 'Check it.' };
    render(<PullProblem problem={problem} kept={ticket().build()} again={again} />);
    expect(screen.getByText('The last pull is shown below.')).toBeTruthy();
    expect(screen.queryByRole('heading')).toBeNull();
    cleanup();
    render(<PullProblem problem={problem} kept={undefined} again={again} />);
    expect(screen.queryByText('The last pull is shown below.')).toBeNull();
  });

  it('tells how long the helpdesk asked to wait', () => {
    const problem: Problem = {
      code: 'rate_limited',
      message: 'Too many.',
      next: 'Wait.',
      retryAfterMs: 90_000,
    };
    render(<PullProblem problem={problem} kept={undefined} again={again} />);
    expect(screen.getByText('Wait. It asked for 1 min.')).toBeTruthy();
  });

  it('names the place of an answer it did not understand, and of no other problem', () => {
    const at = '/api/v2/tickets/7/audits.json';
    const problem: Problem = { code: 'unexpected_answer', message: 'Hm.', next: 'Report.', at, status: 502 };
    render(<PullProblem problem={problem} kept={undefined} again={again} />);
    expect(screen.getByText(`Where: ${at}, status 502`)).toBeTruthy();
    cleanup();
    render(<PullProblem problem={{ ...problem, code: 'timeout' }} kept={undefined} again={again} />);
    expect(screen.queryByText(/Where:/)).toBeNull();
  });

  it('goes on by pulling where the ticket is open, else by opening it', async () => {
    const [onPull, onOpen] = [vi.fn<() => void>(), vi.fn<() => void>()];
    render(<PullAgain isOpen={false} onPull={onPull} onOpen={onOpen} />);
    await userEvent.click(screen.getByRole('button', { name: 'Open the ticket' }));
    expect([onPull, onOpen].map((spy) => spy.mock.calls.length)).toEqual([0, 1]);
    cleanup();
    render(<PullAgain isOpen onPull={onPull} onOpen={onOpen} />);
    await userEvent.click(screen.getByRole('button', { name: 'Pull again' }));
    expect([onPull, onOpen].map((spy) => spy.mock.calls.length)).toEqual([1, 1]);
  });

  it('has nothing an accessibility check would find', async () => {
    const problem: Problem = { code: 'unexpected_answer', message: 'Hm.', next: 'Report.', at: '/a' };
    const { container } = render(
      <main>
        <PullProblem problem={problem} kept={undefined} again={again} />
      </main>,
    );
    await expectAccessible(container);
  });
});

describe('a pull under way', () => {
  it.each<[PullState, string, string | null]>([
    [{ status: 'pulling' }, 'Reading the ticket from Zendesk', null],
    [{ status: 'pulling', progress: { done: 0, label: 'comments' } }, 'Comments', null],
    [{ status: 'pulling', progress: { done: 1_200 } }, 'Events: 1,200', null],
    [{ status: 'pulling', progress: { done: 300, total: 1_200 } }, 'Events: 300 of 1,200', '25'],
    [{ status: 'pulling', progress: { done: 9, total: 6, label: 'people' } }, 'People: 9 of 6', '100'],
    [{ status: 'pulling', progress: { done: 0, total: 0 } }, 'Events: 0 of 0', null],
  ])('counts: %j', (pull, text, share) => {
    render(<Pulling pull={pull} label="Zendesk" small={false} onCancel={() => {}} />);
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(text);
    expect(screen.getByRole('progressbar', { name: 'Pull' }).getAttribute('aria-valuenow')).toBe(share);
    expect(screen.getByText('Reading with your own session. Nothing is written.')).toBeTruthy();
  });

  it.each([false, true])('says until when the helpdesk asked to wait (small: %s)', (small) => {
    const waitingUntil = '2026-11-16T08:00:30.000Z';
    const clock = `${String(new Date(waitingUntil).getHours()).padStart(2, '0')}:\\d\\d:30`;
    render(<Pulling pull={{ status: 'pulling', waitingUntil }} label="Zendesk" small={small} />);
    const said = screen.getByRole('status').textContent ?? '';
    expect(said).toContain('Zendesk asks us to wait');
    expect(said).toMatch(new RegExp(small ? ` until ${clock}` : `Going on by itself at ${clock}`));
  });

  it.each([false, true])('can be cancelled (small: %s)', async (small) => {
    const onCancel = vi.fn<() => void>();
    render(<Pulling pull={{ status: 'pulling' }} label="Zendesk" small={small} onCancel={onCancel} />);
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(onCancel).toHaveBeenCalledOnce();
  });

  it('that was stopped offers to begin again', () => {
    render(<Pulling pull={{ status: 'idle' }} label="Zendesk" small={false} again={again} />);
    expect(screen.getByRole('heading', { name: 'The pull was stopped' })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Pull again' })).toBeTruthy();
  });

  it('has nothing an accessibility check would find', async () => {
    const pull: PullState = { status: 'pulling', progress: { done: 3, total: 9 } };
    const { container } = render(
      <main>
        <Pulling pull={pull} label="Zendesk" small={false} onCancel={() => {}} />
      </main>,
    );
    await expectAccessible(container);
  });
});

describe('what was not read', () => {
  const coverage = (...parts: Coverage['parts']): Coverage => ({
    complete: false,
    parts,
    unknownTypes: [],
    doubtfulTimes: [],
    warnings: [],
  });

  it('is not mentioned where everything was, or nothing more is there', () => {
    const { container } = render(
      <CoverageNote
        coverage={coverage(
          { part: 'events', state: 'read', found: 9, expected: 9 },
          { part: 'chat', state: 'absent' },
          { part: 'attachments', state: 'not_tried' },
        )}
      />,
    );
    expect(container.childElementCount).toBe(0);
  });

  it('is named in a line, and with its counts and reasons when opened', () => {
    render(
      <CoverageNote
        coverage={coverage(
          { part: 'events', state: 'partial', found: 500, expected: 700, note: 'Only the newest are told' },
          { part: 'people', state: 'read' },
          { part: 'side_conversations', state: 'refused' },
          { part: 'merged_tickets', state: 'failed' },
        )}
      />,
    );
    expect(screen.getByText(/^Partly read/).closest('summary')?.textContent).toBe(
      'Partly read. Events read in part; Side conversations refused; Merged tickets could not be read.',
    );
    expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
      'Events: read in part, 500 of 700. Only the newest are told',
      'Side conversations: refused',
      'Merged tickets: could not be read',
    ]);
  });
});
