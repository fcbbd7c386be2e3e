import type { Analysis } from '../analysis/types';
import type { Iso } from '../ticket/basics';
import type { Capture } from '../ticket/schema';
import { suggestActions } from './draft-actions';
import { dependencies, draftAnswers } from './draft-answers';
import { draftCause } from './draft-cause';
import { draftDelays } from './draft-delays';
import { draftFactors, draftLearnings, draftLuck, draftRisks } from './draft-lessons';
import { wentBadly, wentWell } from './draft-lists';
import { externalMessages, impact, internalMessages } from './draft-messages';
import { draftResolution } from './draft-resolution';
import { draftSummary } from './draft-summary';
import { draftTimeline } from './draft-timeline';
import { claim, listOf } from './facts-in-words';
import { helpdeskName } from './helpdesk-name';
import { kindOf } from './kinds';
import { clip, nameInProse, oneLine } from './names-in-prose';
import { blankCheckpoints, blankMeeting } from './plan';
import type {
  Claim,
  CustomKind,
  FirstUpdateTargets,
  KindId,
  Postmortem,
  Severity,
  Sourced,
  TextSection,
} from './schema';
import { type Story, storyOf } from './story';

export interface DraftOptions {
  now: Iso;
  /** Given, so that nothing random happens inside. */
  id: string;
  /** The helpdesk's name as shown. */
  helpdeskLabel?: string;
  /** What the analysis suggests where left out. */
  kind?: KindId;
  customKind?: CustomKind;
  severity?: Severity;
  /** A user's own; the defaults where left out. */
  firstUpdateTargets?: FirstUpdateTargets | undefined;
  /** What people have filled in already: the prose takes it up. */
  entered?: Partial<Pick<Postmortem, 'facts' | 'whys' | 'causes'>>;
}

/**
 * A complete first draft from the evidence. Deterministic: the same capture, analysis and options give the same
 * postmortem. What the evidence does not tell is written as unknown or left empty, never made up.
 */
export function draftPostmortem(capture: Capture, analysis: Analysis, options: DraftOptions): Postmortem {
  const { ticket } = capture;
  const { suggestion } = analysis;
  const { customKind, entered = {} } = options;
  const kind = customKind?.base ?? options.kind ?? suggestion.kind;
  const story = storyOf(capture, analysis, kind);
  const chosen = kindOf({ kind, ...(customKind ? { customKind } : {}) });
  const { whys, symptom, cause } = draftCause(story, chosen.whyPrompts);
  const facts = withEntered(draftFacts(story), entered.facts);
  const prose = (claims: readonly Claim[]) => section(story, claims, ' ');
  const lines = (claims: readonly Claim[]) => section(story, claims, '\n');
  const details = suggestion.causes.slice(0, MOST_CAUSES).map(({ detail }) => detail);
  return {
    v: 2,
    id: options.id,
    kind,
    ...(customKind ? { customKind } : {}),
    kindState: options.kind || customKind ? 'edited' : 'generated',
    severity: options.severity ?? suggestion.severity.level,
    severityState: options.severity ? 'edited' : 'generated',
    ...(options.firstUpdateTargets ? { firstUpdateTargets: options.firstUpdateTargets } : {}),
    flags: {
      dataLoss: false,
      security: false,
      customersAffected: story.failed ? 'yes' : 'unknown',
      state: 'generated',
    },
    exempt: '',
    status: 'draft',
    log: isWhole(story, cause) ? [{ at: options.now, what: 'drafted' }] : [],
    ticketId: ticket.id,
    captureId: capture.id,
    ticket: {
      helpdesk: ticket.helpdesk,
      label: options.helpdeskLabel ?? helpdeskName(ticket.helpdesk),
      key: ticket.key,
      url: ticket.url,
      subject: ticket.subject,
      customer: analysis.customer,
    },
    createdAt: options.now,
    updatedAt: options.now,
    sections: {
      title: prose([claim(titleOf(story, chosen.title))]),
      summary: prose(draftSummary(story, { facts, whys: entered.whys ?? [] })),
      impact: lines(impact(story, facts)),
      externalMessages: lines(externalMessages(story)),
      internalMessages: lines(internalMessages(story)),
      delays: lines(draftDelays(story)),
      answers: lines(draftAnswers(story)),
      symptom: prose(symptom),
      cause: prose(cause),
      systemic: prose([]),
      factors: lines(
        draftFactors(story, entered.causes?.state === 'edited' ? entered.causes.details : undefined),
      ),
      resolution: lines(draftResolution(story)),
      wentWell: lines(wentWell(story)),
      wentBadly: lines(wentBadly(story)),
      lucky: lines(draftLuck(story)),
      learnings: lines(draftLearnings(story)),
      risks: lines(draftRisks(story)),
      dependencies: lines(dependencies(story)),
      notes: lines([]),
    },
    facts,
    causes: {
      category: suggestion.causes[0]?.category ?? '',
      details,
      state: details.length > 0 ? 'generated' : 'empty',
    },
    timeline: draftTimeline(story),
    attachments: [],
    dropped: [],
    whys: whys.map((why) => ({ ...why, events: known(story, why.events) })),
    actions: suggestActions(story),
    checkpoints: blankCheckpoints(),
    meeting: blankMeeting,
    knownClaims: [],
  };
}

/** Summary, timeline and cause are all there is to ask of a draft. */
function isWhole({ analysis }: Story, cause: readonly Claim[]): boolean {
  return cause.length > 0 && analysis.keyEvents.length > 0;
}

/** More contributing causes than this is a list of everything. */
const MOST_CAUSES = 3;

/** What a person said counts before what the ticket tells. */
function withEntered(drafted: Postmortem['facts'], entered = drafted): Postmortem['facts'] {
  const chosen = (mine: Sourced, theirs: Sourced) => (mine.state === 'edited' ? mine : theirs);
  return {
    usersAffected: chosen(entered.usersAffected, drafted.usersAffected),
    servicesDisrupted: chosen(entered.servicesDisrupted, drafted.servicesDisrupted),
  };
}

/** What the ticket tells of who and what was hit; most often only its product area. */
function draftFacts({ capture }: Story): Postmortem['facts'] {
  const areas = capture.ticket.productAreas
    .map((area) => nameInProse(area, ''))
    .filter((area) => area !== '');
  const unknown: Sourced = { text: '', source: '', state: 'empty' };
  return {
    usersAffected: unknown,
    servicesDisrupted:
      areas.length === 0
        ? unknown
        : { text: listOf(areas), source: 'product area of the ticket', state: 'generated' },
  };
}

/** Reads as a title in a list of postmortems; a ticket on which all went well is not called a failure. */
function titleOf({ capture, nameless, failed }: Story, opening: string): string {
  const { subject, key } = capture.ticket;
  const what = clip(oneLine(nameless(subject)), 150) || `ticket #${key}`;
  return `${failed ? opening : 'Communication review'}: ${what}`;
}

/** Sentences or lines with the events each rests on; events that the capture does not hold are no evidence. */
function section(story: Story, claims: readonly Claim[], separator: ' ' | '\n'): TextSection {
  if (claims.length === 0) return { text: '', state: 'empty', claims: [] };
  return {
    text: claims.map((part) => part.text).join(separator),
    state: 'generated',
    claims: claims.map((part) => ({ text: part.text, events: known(story, part.events) })),
  };
}

function known({ events }: Story, ids: readonly string[]): string[] {
  return ids.filter((id) => events.has(id));
}
