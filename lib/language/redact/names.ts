import { foldLetters } from './fold';
import { wordPartAt } from './starts';
import type { KnownName, Span } from './types';

/** Names that are also words: alone they count only where a name would stand. */
const alsoWords = new Set(
  `will mark may april june grace art bill rob pat sue chase hope joy faith jack rich drew dean angel max miles page
  price case young long day king sky rose ray jean guy summer dawn eve ivy lily iris ruby pearl amber crystal heather
  holly olive penny sandy daisy violet autumn christian major earl duke prince baron bishop pope abbot cook baker
  butler carter fisher hunter mason miller potter smith taylor turner walker weaver wright black brown green grey gray
  white short little small best good wise strong sharp swift bright moody church hall hill wood woods field fields
  ford lake rivers stone street park parks banks bridges bush forest garden house marsh moore cross ball bell bond
  bowl box brand bridge bull burn call cash chance child close cole cope cotton court crane curry dale drake drum early
  east west north south england english french german holland ireland scott wales welch field finch fish flowers fox
  frank frost fry gold glass hand hardy hawk head heart hood horn hunt ice jay job judge key knight lamb lane law lee
  lord love low lynch mann marks mercy mills moon myers new noble nunn otter pace parish pike pitt pool poole post pray
  quick read reed rice rush russell sage sales self sellers sharpe ship shore singer sky snow speed spring star steel
  step stock stone storm sung sun tab tan test thorn tiller trim true wade wall ward waters webb well wells wilde win
  winter winters wolf word worth yang june fuchs klein kurz lang gross groß weiß schwarz braun sommer winter herbst
  can do he in is it me my no on or so to up us we an as at be by go if of ok one ten an art ai don jan mai luz sol`.split(
    /\s+/,
  ),
);
/** No part of a person's name by themselves. */
const particles = new Set(
  'de da do dos das del della di du des la le les van von der den dem zu zum zur ter ten al el bin ibn ben abu af av y e i san st mac mc o d l dr mr mrs ms miss prof herr frau jr sr ii iii iv phd md'.split(
    ' ',
  ),
);
const noName =
  /^(?:support|team|service|services|desk|admin|administrator|agent|help|helpdesk|customer|customers|client|system|bot|tier|level|billing|sales|operations|ops|api|user|users|technical|tech|it|the|and|of|noreply|reply|info|contact|office|accounts|unknown|anonymous|guest|staff|root|nobody|requester|end|default|test|company|name|email|mail)$/;
const companyForms = new Set(
  'inc llc ltd limited gmbh ag kg ug se sa sas sarl bv nv plc co corp corporation company group holding holdings international global the and of partners sons oy ab as aps srl spa sl pty pte kk lp llp ev eg mbh'.split(
    ' ',
  ),
);
/** As first words of a company's name these stand for no company. */
const commonFirst = new Set(
  `first united global national general american british european royal northern southern eastern western central north
  south east west new city state bank data cloud digital green blue red black white big smart fast open the best
  advanced allied applied associated capital community creative custom direct energy express family free fresh good
  great health home house international market master media mobile modern network office online pacific premier prime
  pro public quality quick safe select service services simple social solar star system systems team tech technology
  total trade travel true universal urban world support customer target apple square stripe shell orange gap visa
  summit alliance bright clear core delta eagle edge elite essential focus future harbor high impact insight key legacy
  life light line link local logic metro mountain next oak point power precision pure rapid river rock royal silver
  sky solid source spring stone strategic strong studio sun super sure swift titan top trust unity value vision vital`.split(
    /\s+/,
  ),
);

/** Known people and companies, in every way the ticket may call them, ready to be looked for. */
export class NameFinder {
  private readonly parts = new Map<string, Set<number>>();
  private readonly aliases = new Map<string, number>();
  private readonly companies = new Map<string, { words: string[]; known: number; exact: boolean }[]>();
  private readonly unspaced: [name: string, known: number][] = [];
  private readonly hosts: [name: string, known: number][] = [];

  constructor(private readonly known: readonly KnownName[]) {
    known.forEach((entry, index) => {
      if (entry.kind === 'site') this.hosts.push([entry.name.toLowerCase(), index]);
      else if (entry.kind === 'company') this.addCompany(entry.name, index);
      else if (entry.kind === 'account')
        this.addCompanyWords(
          wordsOf(entry.name).map(({ word }) => word),
          index,
          false,
        );
      else this.addPerson(entry, index);
    });
  }

  find(text: string): Span[] {
    const folded = foldLetters(text);
    const words = wordsOf(folded);
    return [
      ...this.findHosts(folded),
      ...this.findUnspaced(text),
      ...this.findCompanies(text, words),
      ...this.findPeople(text, words),
    ];
  }

  private addPerson({ name, emails = [] }: KnownName, index: number): void {
    if (unspaced.test(name)) this.unspaced.push([name, index]);
    const words = wordsOf(foldLetters(name)).map(({ word }) => word);
    const own = words.filter(
      (word) => word.length > 1 && !particles.has(word) && !noName.test(word) && !/\d/.test(word),
    );
    if (
      words.length <= 6 &&
      own.length > 0 &&
      !words.some(
        (word) =>
          noName.test(word) && /^(?:team|support|desk|bot|system|service|helpdesk|billing|sales)$/.test(word),
      )
    ) {
      for (const word of own) for (const spelling of spellings(word)) this.add(spelling, index);
      const [first = '', last = ''] = [own[0], own.at(-1)];
      if (first !== last)
        for (const alias of [
          first + last,
          first.charAt(0) + last,
          last + first,
          first + last.charAt(0),
          last + first.charAt(0),
        ])
          if (alias.length > 4) this.alias(alias, index);
    }
    for (const email of emails) {
      const local = foldLetters(email.split('@', 1)[0] ?? '');
      const joinedWords = local.split(/[._+-]/);
      if (joinedWords.length === 1 && local.length > 4 && !noName.test(local) && !alsoWords.has(local))
        this.alias(local, index);
    }
  }

  private add(word: string, index: number): void {
    const holders = this.parts.get(word) ?? new Set();
    holders.add(index);
    this.parts.set(word, holders);
  }

  private alias(word: string, index: number): void {
    if (!this.aliases.has(word)) this.aliases.set(word, index);
  }

  private addCompany(name: string, index: number): void {
    if (unspaced.test(name)) this.unspaced.push([name, index]);
    const words = wordsOf(foldLetters(name)).map(({ word }) => word);
    if (words.length === 0 || words.every((word) => noName.test(word))) return;
    const isCommon = (word: string) => commonFirst.has(word) || alsoWords.has(word) || companyForms.has(word);
    this.addCompanyWords(words, index, words.length === 1 && isCommon(words[0] ?? ''));
    let short = words;
    while (short.length > 1 && companyForms.has(short.at(-1) ?? '')) short = short.slice(0, -1);
    if (short.length < words.length && !(short.length === 1 && (short[0] ?? '').length < 3))
      this.addCompanyWords(short, index, short.length === 1 && isCommon(short[0] ?? ''));
    const [first = ''] = short;
    if (short.length > 1 && first.length > 3 && !isCommon(first) && !/^\d/.test(first))
      this.addCompanyWords([first], index, true);
    if (short.length > 1) this.addCompanyWords([short.join('')], index, false);
  }

  private addCompanyWords(words: string[], known: number, exact: boolean): void {
    const [first] = words;
    if (first === undefined) return;
    const list = this.companies.get(first) ?? [];
    list.push({ words, known, exact });
    list.sort((a, b) => b.words.length - a.words.length);
    this.companies.set(first, list);
  }

  private findHosts(folded: string): Span[] {
    return this.hosts.flatMap(([host, known]) => literally(folded, host, known, 'site', true));
  }

  private findUnspaced(text: string): Span[] {
    return this.unspaced.flatMap(([name, known]) =>
      literally(text, name, known, this.known[known]?.kind === 'company' ? 'company' : 'person', false),
    );
  }

  private findCompanies(text: string, words: readonly Word[]): Span[] {
    const spans: Span[] = [];
    for (let at = 0; at < words.length; at++) {
      const word = words[at];
      const found =
        word &&
        this.companies
          .get(word.word)
          ?.find(
            (name) =>
              name.words.every(
                (part, offset) =>
                  words[at + offset]?.word === part && isJoined(text, words, at + offset, offset),
              ) &&
              (!name.exact || /\p{Lu}|\p{N}/u.test(text.charAt(word.start))),
          );
      if (!word || !found) continue;
      const end = words[at + found.words.length - 1]?.end ?? word.end;
      spans.push({
        start: word.start,
        end,
        kind: this.known[found.known]?.kind === 'account' ? 'account' : 'company',
        known: found.known,
      });
      at += found.words.length - 1;
    }
    return spans;
  }

  private findPeople(text: string, words: readonly Word[]): Span[] {
    const spans: Span[] = [];
    for (let at = 0; at < words.length; at++) {
      const word = words[at];
      if (!word) continue;
      const alias = this.aliases.get(word.word);
      if (alias !== undefined) spans.push({ start: word.start, end: word.end, kind: 'person', known: alias });
      const run = this.run(text, words, at);
      if (!run) continue;
      spans.push(run.span);
      at += run.length - 1;
    }
    return spans;
  }

  /** As many words from here on as belong to one person: "Maya Lindqvist", "M. Lindqvist", "Lindqvist, Maya". */
  private run(
    text: string,
    words: readonly Word[],
    from: number,
  ): { span: Span; length: number } | undefined {
    let holders: Set<number> | undefined;
    let length = 0;
    let full = 0;
    for (let at = from; at < words.length && length < 6; at++) {
      const word = words[at];
      if (!word || (at > from && !isNear(text, words, at))) break;
      const these = this.parts.get(word.word);
      const shared: Set<number> | undefined =
        these && (holders ? new Set([...these].filter((index) => holders?.has(index))) : these);
      if (shared && shared.size > 0) {
        holders = shared;
        full++;
      } else if (
        !this.isInitial(word, text, holders, words, at) &&
        !(particles.has(word.word) && length > 0 && this.parts.has(words[at + 1]?.word ?? ''))
      )
        break;
      length++;
    }
    while (
      length > 0 &&
      full > 0 &&
      !this.parts.has(words[from + length - 1]?.word ?? '') &&
      !this.isLastInitial(text, words, from, length)
    )
      length--;
    const [first, last] = [words[from], words[from + length - 1]];
    const known = holders?.values().next().value;
    if (full === 0 || !first || !last || known === undefined) return undefined;
    if (length === 1 && !isNamedAlone(text, first)) return undefined;
    return { span: { start: first.start, end: last.end, kind: 'person', known }, length };
  }

  private isInitial(
    word: Word,
    text: string,
    holders: Set<number> | undefined,
    words: readonly Word[],
    at: number,
  ): boolean {
    if (word.word.length !== 1 || !/\p{Lu}/u.test(text.charAt(word.start))) return false;
    if (holders) return [...holders].some((index) => this.hasInitial(index, word.word));
    const next = words[at + 1];
    const those = next && isNear(text, words, at + 1) ? this.parts.get(next.word) : undefined;
    return [...(those ?? [])].some((index) => this.hasInitial(index, word.word));
  }

  private isLastInitial(text: string, words: readonly Word[], from: number, length: number): boolean {
    const word = words[from + length - 1];
    return (
      length > 1 &&
      word?.word.length === 1 &&
      /^(?:\.|(?:'s)?(?:[\s,;:!?)]|$))/.test(text.slice(word.end, word.end + 4))
    );
  }

  private hasInitial(index: number, letter: string): boolean {
    return wordsOf(foldLetters(this.known[index]?.name ?? '')).some(({ word }) => word.startsWith(letter));
  }
}

interface Word {
  word: string;
  start: number;
  end: number;
}

const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]/u;

function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let start = -1;
  for (let at = 0; at <= text.length; at++) {
    const length = wordPartAt(text, at);
    if (length > 0) {
      if (start === -1) start = at;
      at += length - 1;
    } else if (start !== -1) {
      words.push({ word: text.slice(start, at).toLowerCase(), start, end: at });
      start = -1;
    }
  }
  return words;
}

/** "Müller" is also "Mueller"; folding made it "muller". */
function spellings(word: string): string[] {
  return [
    ...new Set([word, word.replace(/[aou]/g, '$&e'), word.replace(/(?<=[a-z])s(?=[a-z]|$)/g, 'ss')]),
  ].filter((spelling, at) => at === 0 || spelling.length === word.length + 1);
}

function isJoined(text: string, words: readonly Word[], at: number, offset: number): boolean {
  if (offset === 0) return true;
  const [last, word] = [words[at - 1], words[at]];
  return (
    last !== undefined &&
    word !== undefined &&
    word.start - last.end <= 3 &&
    /^(?:[ ._&,'’+-]|\. |, | & | \+ )$/.test(text.slice(last.end, word.start))
  );
}

function isNear(text: string, words: readonly Word[], at: number): boolean {
  const [last, word] = [words[at - 1], words[at]];
  if (!last || !word) return false;
  const between = text.slice(last.end, word.start);
  return /^(?:[ ._'’-]|, )$/.test(between) || (between === '. ' && last.word.length === 1);
}

/** One word that may be a name: with a capital, or in no dictionary. */
function isNamedAlone(text: string, word: Word): boolean {
  const written = text.slice(word.start, word.end);
  if (!alsoWords.has(foldLetters(written))) return true;
  if (!/^\p{Lu}/u.test(written) || /^[ _-]\d/.test(text.slice(word.end, word.end + 2))) return false;
  const rest = text.slice(word.end, word.end + 3);
  if (
    /^(?:['’]s|,|:| -)/.test(rest) ||
    (/(?:^|\n)$/.test(text.slice(Math.max(0, word.start - 1), word.start)) && /^\s*(?:$|\n)/.test(rest))
  )
    return true;
  return (
    !/(?:^|[.!?:\n•*-])\s*$/.test(text.slice(Math.max(0, word.start - 4), word.start)) &&
    written !== written.toUpperCase()
  );
}

function literally(text: string, name: string, known: number, kind: Span['kind'], apart: boolean): Span[] {
  const spans: Span[] = [];
  if (name === '') return spans;
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + name.length)) {
    const end = at + name.length;
    if (apart && (/[\w.-]/.test(text.charAt(at - 1)) || /[\w-]/.test(text.charAt(end)))) continue;
    spans.push({ start: at, end, kind, known });
  }
  return spans;
}
