/**
 * Walks through a long history while its last pages are on their way, with what is known by then. Whether it would
 * have gone the same way with everything known is looked at in the end, question by question; where it would not,
 * the history is walked through again from its start, and nothing of this is kept.
 */
import { idleTurn } from '../../ticket/turns';
import { ahead } from '../ahead';
import type { Audit, AuditList, Warn } from './audits';
import type { CommentFates } from './comment-fates';
import { type Check, HistoryWalk } from './history';
import { type Directory, People } from './people';
import { type LookUp, Remembered } from './remembered';
import type { Context, Draft } from './scene';
import type { Names } from './values';

/** What a walk begins with, and looks things up in. */
export interface Known {
  names: Names;
  directory: Directory;
  fates: CommentFates;
  requester: string | undefined;
  clocks: readonly Draft[];
}

type Place = Pick<Context, 'url' | 'origin' | 'key'>;

interface Walked {
  walk: HistoryWalk;
  /** How many of the saves. */
  walked: number;
  people: People;
}

/** Saves between two looks whether an answer came: a few milliseconds' worth. */
const AT_ONCE = 20;

export class HistoryAhead {
  private readonly people: People;
  private readonly check: Check;
  private readonly known: Known;
  private readonly asked: ReturnType<typeof remembering>;
  private readonly walk: HistoryWalk;
  private readonly warnings: Parameters<Warn>[] = [];
  private readonly audits: Audit[] = [];
  private walked = 0;
  private prepared = 0;
  private working: Promise<void> | undefined;
  private isOver = false;

  constructor(place: Place, known: Known, check: Check) {
    this.check = check;
    const { requester, clocks } = known;
    const warn: Warn = (...warning) => this.warnings.push(warning);
    this.known = known;
    this.asked = remembering(known);
    const { facts, teams, names, fates } = this.asked;
    this.people = new People({ ...facts, names: teams }, warn);
    this.people.beginWith(requester, clocks.length > 0);
    const conversation = { mirrors: new Map<string, string>(), transcripts: new Set<string>() };
    const context = { ...place, ...fates, names, people: this.people, warn, conversation };
    this.walk = new HistoryWalk(context, { steps: [], requester, unknownTypes: [] });
  }

  /** What came of the list since it was last told. */
  take(list: AuditList, createdAt: string): void {
    const fresh = list.timed(this.audits.at(-1)?.at ?? createdAt, this.audits.length);
    this.known.fates.learn(fresh);
    this.audits.push(...fresh);
    this.working ??= ahead(this.work());
  }

  /** How far it came; undefined where it would have gone another way. */
  async result(audits: readonly Audit[], known: Known, warn: Warn): Promise<Walked | undefined> {
    this.isOver = true;
    await this.working;
    if (!this.isTrueOf(audits, known)) return undefined;
    for (const warning of this.warnings) warn(...warning);
    const { walk, walked, people } = this;
    return { walk, walked, people };
  }

  private async work(): Promise<void> {
    do await idleTurn();
    while (!this.isOver && (this.walkSome() || this.prepareSome()));
    this.working = undefined;
  }

  private walkSome(): boolean {
    const some = this.audits.slice(this.walked, this.walked + AT_ONCE);
    const from = this.walk.length;
    for (const audit of some) this.walk.take(audit);
    this.walked += some.length;
    this.walk.settle(from, this.check);
    return some.length > 0;
  }

  private prepareSome(): boolean {
    const some = this.known.clocks.slice(this.prepared, this.prepared + 2 * AT_ONCE);
    this.walk.prepare(some, this.check);
    this.prepared += some.length;
    return some.length > 0;
  }

  private isTrueOf(audits: readonly Audit[], { requester, clocks, ...known }: Known): boolean {
    const { facts, teams, names, fates } = this.asked;
    const isSameAudit = ({ id, at }: Audit, index: number) =>
      audits[index]?.id === id && audits[index]?.at === at;
    return (
      requester === this.known.requester &&
      clocks.length > 0 === this.known.clocks.length > 0 &&
      this.audits.slice(0, this.walked).every(isSameAudit) &&
      areTrueOf(facts, known.directory) &&
      areTrueOf(teams, known.directory.names) &&
      areTrueOf(names, known.names) &&
      areTrueOf(fates, known.fates)
    );
  }
}

function remembering({ directory, names, fates }: Known) {
  const { known, byEmail, heard, staff } = directory;
  const { groups, organizations, statuses, schedules, fields } = names;
  const { comments, privacy, states } = fates;
  return {
    facts: {
      known: new Remembered(known),
      byEmail: new Remembered(byEmail),
      heard: new Remembered(heard),
      staff: new Remembered(staff),
    },
    teams: {
      groups: new Remembered(directory.names.groups),
      organizations: new Remembered(directory.names.organizations),
    },
    names: {
      groups: new Remembered(groups),
      organizations: new Remembered(organizations),
      statuses: new Remembered(statuses),
      schedules: new Remembered(schedules),
      fields: new Remembered(fields),
    },
    fates: {
      comments: new Remembered(comments),
      privacy: new Remembered(privacy),
      states: new Remembered(states),
    },
  };
}

function areTrueOf<Of extends string>(
  asked: { [of in Of]: Remembered<unknown> },
  known: { [of in NoInfer<Of>]: LookUp<unknown> },
): boolean {
  // Its own keys.
  return (Object.keys(asked) as Of[]).every((of) => asked[of].isTrueOf(known[of]));
}
