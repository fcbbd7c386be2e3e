/** What must not stand in a commit: traces of one machine, ways to put foreign HTML into a page, muted tests. */
import type { SourceFile, Violation } from './import-rules';

export interface HygieneRule {
  /** Which files it is about. */
  files: RegExp;
  pattern: RegExp;
  message: string;
}

/** `places` are folders of this very machine, such as the home folder and the one the repository lies in. */
export function hygieneRules(places: readonly string[]): HygieneRule[] {
  const here = places.map(escaped);
  return [
    {
      files: /./,
      pattern: new RegExp(
        `(?<![\\w./-])(?:/home/\\w|/Users/\\w|[A-Z]:\\\\Users\\\\${here.map((p) => `|${p}\\b`).join('')})`,
      ),
      message: 'names a folder of one machine',
    },
    {
      files: /^(entrypoints|components|lib)\//,
      pattern: /\b(innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write|srcdoc)\b/,
      message: 'puts HTML into a page; build nodes, or let React do it',
    },
    {
      files: /^(entrypoints|components|lib)\//,
      pattern: /\beval\(|new Function\(/,
      message: 'makes code out of text, which extension pages forbid',
    },
    {
      files: /\.(test|e2e)\.tsx?$/,
      pattern: /\b(?:it|test|describe)(?:\.\w+)*\.(?:only|skip|fixme|todo|fails)\b/,
      message: 'mutes tests',
    },
    { files: /./, pattern: /^(?:<{7}|>{7}) /, message: 'holds a merge conflict' },
    { files: /./, pattern: /\r$/, message: 'ends a line with CR' },
  ];
}

export function checkHygiene(files: readonly SourceFile[], rules: readonly HygieneRule[]): Violation[] {
  return files.flatMap(({ path, text }) => {
    const applying = rules.filter((rule) => rule.files.test(path));
    return text
      .split('\n')
      .flatMap((content, index) =>
        applying
          .filter(({ pattern }) => pattern.test(content))
          .map(({ message }) => ({ path, line: index + 1, message })),
      );
  });
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
