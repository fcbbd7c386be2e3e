import { join } from 'node:path';
import { build } from 'vite';
import { root } from '../../../scripts/lib/paths';

/** A module of ours as one script that sets a global, to be evaluated in a page of the extension. */
export async function bundled(path: string, name: string): Promise<string> {
  const made = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: false,
      lib: { entry: join(root, path), formats: ['iife'], name },
    },
  });
  const [output] = Array.isArray(made) ? made : [made];
  const chunk = output && 'output' in output ? output.output[0] : undefined;
  if (!chunk) throw new Error(`${path} could not be bundled`);
  return `${chunk.code}\nglobalThis.${name} = ${name};`;
}
