/** Captures that came with bug reports, as the panel saved them: docs/adding-a-helpdesk.md says how one gets here. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Capture, parseCapture } from '../../../lib/ticket/schema';

const folder = join(import.meta.dirname, '../../fixtures/captures');

export function savedCaptureNames(): string[] {
  return readdirSync(folder).filter((name) => name.endsWith('.json'));
}

/** Throws where the file is missing or no capture: a test must not pass over nothing. */
export function savedCapture(name: string): Capture {
  const parsed = parseCapture(JSON.parse(readFileSync(join(folder, name), 'utf8')));
  if (!parsed.ok) throw new Error(`${name}: ${parsed.problem.message}`);
  return parsed.value;
}
