import type { Postmortem, SectionState } from '../../lib/postmortem/schema';
import { Glyph } from '../ui/Glyph';
import styles from './Postmortem.module.css';
import { combinedState, stateGlyphs, stateNames } from './section-state';

/** Every part of the document with its state, one click away. */
export function Outline({ postmortem }: { postmortem: Postmortem }) {
  const { sections } = postmortem;
  const parts: { id: string; label: string; state: SectionState }[] = [
    { id: 'summary', label: 'Summary', state: sections.summary.state },
    { id: 'impact', label: 'Impact', state: sections.impact.state },
    {
      id: 'timeline',
      label: 'Timeline',
      state: combinedState(postmortem.timeline.map((entry) => entry.state)),
    },
    {
      id: 'externalMessages',
      label: 'Messages',
      state: combinedState([sections.externalMessages.state, sections.internalMessages.state]),
    },
    { id: 'cause', label: 'Cause', state: causeState(postmortem) },
    { id: 'wentWell', label: 'Went well', state: sections.wentWell.state },
    { id: 'wentBadly', label: 'Went badly', state: sections.wentBadly.state },
    { id: 'actions', label: 'Actions', state: actionState(postmortem) },
  ];
  return (
    <nav className={styles.outline} aria-label="Parts of the postmortem">
      {parts.map((part) => (
        <a key={part.id} href={`#${part.id}`}>
          <Glyph name={stateGlyphs[part.state]} />
          {part.label}
          <span className="hidden-text">, {stateNames[part.state]}</span>
        </a>
      ))}
    </nav>
  );
}

function causeState({ whys, sections }: Postmortem): SectionState {
  return combinedState([
    sections.symptom.state,
    sections.cause.state,
    ...whys.map((why) => why.state).filter((state) => state !== 'empty'),
  ]);
}

function actionState({ actions }: Postmortem): SectionState {
  return actions.length === 0 ? 'empty' : combinedState(actions.map((action) => action.state));
}
