/**
 * Earlier stored shapes, brought to the present one before it is checked. A shape that no build ever wrote passes
 * through as it is, and the check names what is wrong with it.
 */
import { blankAction, blankCheckpoints, blankMeeting } from './plan';

/** What the upgrade looks at; everything else is carried along. */
interface Fields {
  v?: unknown;
  kind?: unknown;
  sections?: unknown;
  actions?: unknown;
  owner?: unknown;
  due?: unknown;
}

export function upgraded(input: unknown, sectionNames: readonly string[]): unknown {
  return isFields(input) && input.v === 1 ? fromFirst(input, sectionNames) : input;
}

/** Version 1 had one kind, no severity, and actions of four fields. */
function fromFirst(old: Fields, sectionNames: readonly string[]): unknown {
  const { sections, actions } = old;
  const blank = { text: '', state: 'empty', claims: [] };
  const unknown = { text: '', source: '', state: 'empty' };
  return {
    ...old,
    v: 2,
    kind: old.kind === 'communication_failure' ? 'escalation' : old.kind,
    kindState: 'generated',
    severity: 'SEV-3',
    severityState: 'empty',
    flags: { dataLoss: false, security: false, customersAffected: 'unknown', state: 'empty' },
    exempt: '',
    status: 'draft',
    log: [],
    sections: isFields(sections)
      ? { ...Object.fromEntries(sectionNames.map((name) => [name, blank])), ...sections }
      : sections,
    facts: { usersAffected: unknown, servicesDisrupted: unknown },
    causes: { category: '', details: [], state: 'empty' },
    attachments: [],
    actions: Array.isArray(actions) ? actions.map(firstAction) : actions,
    checkpoints: blankCheckpoints(),
    meeting: blankMeeting,
    knownClaims: [],
  };
}

/** What had an owner and a day counted as committed. */
function firstAction(action: unknown): unknown {
  if (!isFields(action)) return action;
  const isCommitted = action.owner !== '' && action.due !== '';
  return { ...blankAction, status: isCommitted ? 'committed' : 'idea', ...action };
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
