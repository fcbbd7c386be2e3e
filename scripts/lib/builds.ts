/** The browsers Debrief is built for, and building it for one of them. */
import { resolve } from 'node:path';
import { root } from './paths';
import { runStep } from './step';

export const buildTargets = ['chrome', 'firefox', 'edge'] as const;
export type BuildTarget = (typeof buildTargets)[number];

/** Where the unpacked extension for this browser lies once it is built. */
export function builtFor(target: BuildTarget): string {
  return resolve(root, `.output/${target}-mv3`);
}

/** Builds it, WXT's output straight to the terminal; gives the exit code. */
export function buildFor(target: BuildTarget): number {
  // A test runner's own NODE_ENV would make a development build of React.
  return runStep('wxt', ['build', '-b', target, '--mv3'], { NODE_ENV: 'production' });
}
