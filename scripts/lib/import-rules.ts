/**
 * Holds every import of the product against the rooms. Works on text handed in, so that a test can show on
 * small examples that each rule bites.
 */
import { posix } from 'node:path';
import { type Import, type ModuleFacts, readModule } from './module-facts';
import { type Room, roomOf, rooms, withoutZod } from './rooms';

export interface SourceFile {
  /** Relative to the root, with forward slashes. */
  path: string;
  text: string;
}

export interface Violation {
  path: string;
  line: number;
  message: string;
}

export function checkImports(files: readonly SourceFile[]): Violation[] {
  const modules = new Map(files.map(({ path, text }) => [path, readModule(path, text)]));
  const found: Violation[] = [];
  for (const [path, facts] of modules) {
    const room = roomOf(path);
    if (room) found.push(...checkModule(path, facts, room));
    else
      found.push({
        path,
        line: 1,
        message: `stands in no room; the rooms are ${rooms.map((r) => r.folder).join(', ')}`,
      });
    if (withoutZod.some((place) => place.test(path))) found.push(...checkZod(path, modules));
  }
  return found;
}

function checkModule(path: string, facts: ModuleFacts, room: Room): Violation[] {
  const found = facts.imports.flatMap((wanted) => {
    const message = isInside(wanted.from) ? refusedFile(path, wanted, room) : refusedPackage(wanted, room);
    return message ? [{ path, line: wanted.line, message }] : [];
  });
  for (const { name, line } of facts.globals) {
    if (room.foreign.includes(name))
      found.push({ path, line, message: `${room.folder} must not touch "${name}"` });
  }
  if (room.pure) {
    for (const { name, line } of facts.impure) {
      found.push({ path, line, message: `${room.folder} is pure: take the value of ${name} as a parameter` });
    }
  }
  return found;
}

function refusedFile(path: string, { from, typeOnly }: Import, room: Room): string | undefined {
  const target = resolveInside(path, from);
  const other = roomOf(target);
  if (!other) return `imports ${target}, which belongs to no room of the product`;
  if (other.folder === room.folder || room.below.includes(other.folder)) return undefined;
  const door = room.doors?.[other.folder];
  if (!door) return `${room.folder} must not import ${other.folder} (${from}): imports point down only`;
  const file = target.slice(other.folder.length + 1).replace(/(\.tsx?)?$/, '.ts');
  if (door.files.includes(file) || (typeOnly && door.types.includes(file))) return undefined;
  const open = [...door.files, ...door.types.map((name) => `types of ${name}`)].join(', ');
  return `${room.folder} may import only ${open} from ${other.folder}, not ${file}${door.types.includes(file) ? ' at run time' : ''}`;
}

function refusedPackage({ from, typeOnly }: Import, room: Room): string | undefined {
  const covers = (name: string) => from === name || from.startsWith(`${name}/`);
  if (room.packages.some(covers) || (typeOnly && room.typesOf?.some(covers))) return undefined;
  if (room.typesOf?.some(covers))
    return `${room.folder} may import "${from}" for its types only ("import type")`;
  return `${room.folder} must not import the package "${from}"`;
}

/** The shortest way by which a file that is injected would carry zod along. */
function checkZod(start: string, modules: ReadonlyMap<string, ModuleFacts>): Violation[] {
  const ways: { path: string; line: number; way: string[] }[] = [{ path: start, line: 0, way: [] }];
  const seen = new Set([start]);
  for (const { path, line, way } of ways) {
    for (const wanted of modules.get(path)?.imports ?? []) {
      if (wanted.typeOnly) continue;
      const first = line || wanted.line;
      if (/^zod(\/|$)/.test(wanted.from)) {
        const message = `carries zod into an injected file: ${[...way, path].join(' → ')} → ${wanted.from}`;
        return [{ path: start, line: first, message }];
      }
      const next = isInside(wanted.from) ? existing(resolveInside(path, wanted.from), modules) : undefined;
      if (next === undefined || seen.has(next)) continue;
      seen.add(next);
      ways.push({ path: next, line: first, way: [...way, path] });
    }
  }
  return [];
}

function existing(target: string, modules: ReadonlyMap<string, ModuleFacts>): string | undefined {
  return ['', '.ts', '.tsx', '/index.ts', '/index.tsx']
    .map((end) => target + end)
    .find((path) => modules.has(path));
}

function isInside(from: string): boolean {
  return /^(\.|[@~]{1,2}\/)/.test(from) || from.startsWith('/');
}

/** WXT makes `@/` and `~/` stand for the root. */
function resolveInside(path: string, from: string): string {
  const plain = from.replace(/\?.*$/, '');
  return plain.startsWith('.') ? posix.join(posix.dirname(path), plain) : plain.replace(/^[@~]*\//, '');
}
