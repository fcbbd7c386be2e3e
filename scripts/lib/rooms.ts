/** The rooms of docs/architecture.md as data: who may import whom, and what each may know of the world around. */

export interface Room {
  /** A path prefix; of several that fit, the longest is meant. */
  folder: string;
  /** Rooms it may import, besides itself. */
  below: readonly string[];
  /** Rooms of which only some files are open to it. */
  doors?: Readonly<Record<string, Door>>;
  /** Packages it may use; a name covers its sub-paths. */
  packages: readonly string[];
  /** Packages of which it may take types only. */
  typesOf?: readonly string[];
  /** Globals it must not touch. */
  foreign: readonly string[];
  /** In a pure room the time and every id come in as a parameter. */
  pure?: boolean;
}

interface Door {
  files: readonly string[];
  /** Files that may be imported for their types. */
  types: readonly string[];
}

const extension = ['browser', 'chrome'];
const surroundings = [
  ...extension,
  ...[
    'window',
    'document',
    'navigator',
    'location',
    'history',
    'localStorage',
    'sessionStorage',
    'indexedDB',
  ],
  ...['fetch', 'XMLHttpRequest', 'DOMParser', 'alert', 'matchMedia', 'requestAnimationFrame', 'process'],
];

const pure = {
  packages: ['zod', 'date-fns', '@date-fns', '@noble/hashes'],
  foreign: surroundings,
  pure: true,
};
const records = ['lib/export', 'lib/postmortem', 'lib/analysis', 'lib/language', 'lib/ticket'];
const services = ['lib/storage', 'lib/platform'];
const userInterface = ['react', 'react-dom', '@tanstack/react-virtual', 'date-fns', '@date-fns'];
const names: Door = { files: ['sites.ts'], types: ['contract.ts'] };

export const rooms: readonly Room[] = [
  { folder: 'lib/ticket', below: [], ...pure },
  {
    folder: 'lib/language',
    below: ['lib/ticket'],
    ...pure,
    // Reads dates and times in sentences; given the moment it reads them from, it is as pure as the rest.
    packages: [...pure.packages, 'chrono-node'],
  },
  { folder: 'lib/analysis', below: ['lib/language', 'lib/ticket'], ...pure },
  { folder: 'lib/postmortem', below: ['lib/analysis', 'lib/language', 'lib/ticket'], ...pure },
  {
    folder: 'lib/export',
    below: records,
    ...pure,
    // Packs the record in a file that opens again: bytes in, the same bytes out.
    packages: [...pure.packages, 'fflate'],
    typesOf: ['mdast'],
  },
  {
    folder: 'lib/storage',
    below: records,
    packages: ['dexie', 'zod', '@noble/hashes'],
    foreign: [...extension, 'window', 'document'],
  },
  {
    folder: 'lib/platform',
    below: records,
    // `readers.ts` loads a reader when it is needed; on the page there is only what finds an entry (`entries.ts`) and
    // what tells whether to go on asking (`room.ts`).
    doors: {
      'lib/helpdesks': {
        files: [
          'sites.ts',
          'pull-error.ts',
          'entries.ts',
          'room.ts',
          'zendesk/index.ts',
          'request-tracker/index.ts',
        ],
        types: ['contract.ts'],
      },
    },
    packages: ['wxt', 'zod'],
    foreign: [],
  },
  {
    folder: 'lib/helpdesks',
    below: ['lib/ticket'],
    packages: ['@noble/hashes', 'date-fns', '@date-fns'],
    typesOf: ['zod'],
    foreign: extension,
  },
  {
    folder: 'components',
    below: [...services, ...records],
    doors: { 'lib/helpdesks': names },
    packages: userInterface,
    foreign: extension,
  },
  {
    folder: 'entrypoints',
    below: ['components', ...services, ...records],
    doors: { 'lib/helpdesks': names },
    packages: [...userInterface, 'wxt', 'zod'],
    foreign: ['chrome'],
  },
];

/** Injected into pages or started at every click: a schema library would weigh more than the rest together. */
export const withoutZod = [/^lib\/helpdesks\//, /^entrypoints\/(courier|background)\./];

export function roomOf(path: string): Room | undefined {
  return rooms
    .filter(({ folder }) => path.startsWith(folder.endsWith('-') ? folder : `${folder}/`))
    .sort((a, b) => b.folder.length - a.folder.length)[0];
}
