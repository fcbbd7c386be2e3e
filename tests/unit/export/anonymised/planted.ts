/** Every place in a capture that takes a string of somebody's making, and what to put there. */
import { type Capture, parseCapture } from '../../../../lib/ticket/schema';

export type Path = readonly (string | number)[];

export interface Planted {
  capture: Capture;
  markers: string[];
}

/** How a stranger's word can stand in a field: alone, beside what was there, in an address, as a number. */
type Plant = (original: string, marker: string) => string;
const alone: Plant = (_original, planted) => planted;
const inPath: Plant = (original, planted) => `${original.replace(/\/$/, '')}/${planted}`;
export const waysToPlant: Record<string, Plant> = {
  alone,
  beside: (original, marker) => `${original} ${marker}`,
  'in a path': inPath,
  'in an anchor and a query': (original, marker) => `${original}?${marker}=${marker}#${marker}`,
  'in an address': (_original, marker) => `https://${marker}.example/${marker}?a=${marker}#${marker}`,
  'in an id': (original, marker) => `${original}:${marker}#1`,
};

/** Letters, or digits where a number is meant; made here, so that no source and no story holds one. */
export function marker(index: number, of: 'letters' | 'digits' = 'letters'): string {
  if (of === 'digits') return String(880_417_000_000 + index);
  const letters = [...String(index)].map((digit) => 'qwrtzpsdfg'[Number(digit)]).join('');
  return ['zx', letters, 'kv'].join('');
}

function stringPaths(value: unknown, path: Path = []): Path[] {
  if (typeof value === 'string') return [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    stringPaths(inner, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

/** The place of a path, whatever its index: what is true of one event's text is true of the next one's. */
function placeOf(path: Path): string {
  return path.map((key) => (typeof key === 'number' ? '*' : key)).join('.');
}

/** One path for each place that takes a string of somebody's making, found by asking the schema. */
export function openPlaces(capture: Capture): Map<string, Path> {
  const places = new Map(stringPaths(capture).map((path) => [placeOf(path), path]));
  for (const [place, path] of places) {
    const isOpen = Object.values(waysToPlant).some(
      (plant) => parseCapture(plantAt(structuredClone(capture), path, plant, marker(1))).ok,
    );
    if (!isOpen) places.delete(place);
  }
  return places;
}

/** Into the capture itself. */
export function plantAt(capture: Capture, path: Path, plant: Plant, planted: string): Capture {
  const at = path.slice(0, -1).reduce<unknown>((inner, key) => Reflect.get(Object(inner), key), capture);
  const last = path.at(-1) ?? '';
  Reflect.set(Object(at), last, plant(String(Reflect.get(Object(at), last)), planted));
  return capture;
}

/** In everything at once, keys of loose data too; a field that the schema closes keeps its own. */
export function plantEverywhere(capture: Capture, of: 'letters' | 'digits'): Planted {
  const markers: string[] = [];
  const fresh = () => {
    const made = marker(markers.length + 10, of);
    markers.push(made);
    return made;
  };
  const open = openPlaces(capture);
  const copy = structuredClone(capture);
  for (const path of stringPaths(copy)) {
    if (!open.has(placeOf(path))) continue;
    const isAddress = path.at(-1) === 'url' || path.at(-1) === 'site';
    plantAt(copy, path, isAddress ? inPath : alone, fresh());
  }
  for (const event of copy.ticket.events) {
    if (event.kind !== 'other') continue;
    event.data = Object.fromEntries(Object.values(event.data).map((value) => [fresh(), value]));
  }
  return { capture: copy, markers };
}

/** Which of them can be found in a text, forwards or backwards, whatever stands between the letters. */
export function survivors(text: string, markers: readonly string[]): string[] {
  const plain = text.toLowerCase().replace(/[^a-z0-9]/g, '');
  const backwards = [...plain].reverse().join('');
  return markers.filter((one) => plain.includes(one) || backwards.includes(one));
}
