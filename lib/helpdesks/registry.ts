/**
 * Every reader, for tests and programs that pull outside a browser. The extension itself injects one reader at
 * a time, from its own file in `entrypoints`, so that a page gets only the one it needs.
 */
import type { Helpdesk } from './contract';
import { requestTracker } from './request-tracker';
import { zendesk } from './zendesk';

export const helpdesks: readonly Helpdesk[] = [zendesk, requestTracker];
