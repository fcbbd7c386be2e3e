/** What became of a backup that was read in, in numbers and in words. */
import type { StoreProblem } from './problems';

export interface ImportReport {
  /** Postmortems, each counted once. */
  added: number;
  same: number;
  /** The file had the newer one; what was here is kept as a version. */
  newer: number;
  /** What is here is newer; the file's is kept as a version. */
  older: number;
  /** Written on both sides since; what is here stays, the file's is kept as a version. */
  both: number;
  /** Of these, how many came back from the bin. */
  broughtBack: number;
  captures: number;
  versions: number;
  pictures: number;
  corrections: number;
  /** Tickets whose corrections here and in the file differ; those here stay. */
  correctionsKept: number;
  options: 'taken' | 'kept' | 'same' | 'none';
  setAside: SetAside[];
}

/** What could not be read. It is still in the file; a postmortem that is not here is kept here as well. */
export interface SetAside {
  table: string;
  id: string;
  problem: StoreProblem;
}

export function emptyReport(): ImportReport {
  const postmortems = { added: 0, same: 0, newer: 0, older: 0, both: 0, broughtBack: 0 };
  const rest = { captures: 0, versions: 0, pictures: 0, corrections: 0, correctionsKept: 0 };
  return { ...postmortems, ...rest, options: 'none', setAside: [] };
}

/** One sentence a line. */
export function reportInWords(report: ImportReport): string[] {
  const lines: [count: number, one: string, many: string][] = [
    [report.added, 'postmortem was added.', 'postmortems were added.'],
    [report.same, 'was here already.', 'were here already.'],
    [
      report.newer,
      'was newer in the file and was taken; yours is in its history.',
      'were newer in the file and were taken; yours are in their history.',
    ],
    [
      report.older,
      'is newer here and stays; the file’s is in its history.',
      'are newer here and stay; the file’s are in their history.',
    ],
    [
      report.both,
      'was changed on both sides: yours stays, the file’s is in its history.',
      'were changed on both sides: yours stay, the file’s are in their history.',
    ],
    [report.broughtBack, 'came back from the bin.', 'came back from the bin.'],
    [report.corrections, 'ticket has its corrections back.', 'tickets have their corrections back.'],
    [
      report.correctionsKept,
      'ticket has other corrections here; those stay.',
      'tickets have other corrections here; those stay.',
    ],
    [report.pictures, 'picture was added.', 'pictures were added.'],
    [
      report.setAside.length,
      'entry could not be read and was set aside. It is still in the file.',
      'entries could not be read and were set aside. They are still in the file.',
    ],
  ];
  const said = lines.flatMap(([count, one, many]) =>
    count === 0 ? [] : [`${count} ${count === 1 ? one : many}`],
  );
  if (report.options === 'taken') said.push('Your options were taken from the file.');
  if (report.options === 'kept') said.push('Your options here differ from the file’s and stay.');
  return said.length === 0 ? ['There was nothing in the file.'] : said;
}
