import { PullError } from '../helpdesks/pull-error';

/** Several times what the longest real ticket takes; far below what a browser's tab can hold. */
const MOST_REQUESTS = 5_000;
const MOST_CHARACTERS = 128 * 1024 * 1024;

/** What one pull may ask for and take in, so that a helpdesk that answers without end cannot fill the panel. */
export class PullBudget {
  private requests = 0;
  private characters = 0;

  /** Before a request: throws a `PullError` when the pull has had enough. */
  spendRequest(at: string): void {
    if (this.requests >= MOST_REQUESTS || this.characters > MOST_CHARACTERS) throw spent(at);
    this.requests++;
  }

  /** For an answer that came; the one that goes over is not handed on. */
  spendText(text: string, at: string): void {
    this.characters += text.length;
    if (this.characters > MOST_CHARACTERS) throw spent(at);
  }
}

function spent(at: string): PullError {
  return new PullError({
    code: 'too_large',
    message: 'This ticket is larger than Debrief reads in one pull: 5,000 requests or 128 MB.',
    next: 'Pull again; if it stays, this ticket is too large for Debrief today.',
    at,
  });
}
