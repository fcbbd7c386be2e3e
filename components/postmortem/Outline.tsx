import { memo } from 'react';
import { kindOf, type PartId, sectionsOfPart } from '../../lib/postmortem/kinds';
import type { Postmortem, SectionState, TextSectionName } from '../../lib/postmortem/schema';
import { Glyph } from '../ui/Glyph';
import { goToPart } from './Part';
import styles from './Postmortem.module.css';
import { partLabels } from './part-labels';
import { combinedState, stateGlyphs, stateNames } from './section-state';

/** Every part of the document with its state, one click away. */
export const Outline = memo(function Outline({ postmortem }: { postmortem: Postmortem }) {
  return (
    <nav className={styles.outline} aria-label="Parts of the postmortem">
      {kindOf(postmortem)
        .parts.flatMap(linksOf)
        .map(({ id, label, of }) => {
          const state = of(postmortem);
          return (
            <a
              key={id}
              href={`#${id}`}
              onClick={(click) => {
                click.preventDefault();
                goToPart(id);
              }}
            >
              <Glyph name={stateGlyphs[state]} />
              {label}
              <span className="hidden-text">, {stateNames[state]}</span>
            </a>
          );
        })}
    </nav>
  );
});

interface PartLink {
  id: string;
  label: string;
  of: (postmortem: Postmortem) => SectionState;
}

function linksOf(part: PartId): PartLink[] {
  const states =
    (...names: readonly TextSectionName[]) =>
    ({ sections }: Postmortem) =>
      combinedState(names.map((name) => sections[name].state));
  switch (part) {
    case 'levels':
      return [];
    case 'timeline':
      return [
        {
          id: part,
          label: 'Timeline',
          of: ({ timeline }) => combinedState(timeline.map(({ state }) => state)),
        },
      ];
    case 'messages':
      return [
        { id: 'externalMessages', label: 'Messages', of: states('externalMessages', 'internalMessages') },
      ];
    case 'cause':
      return [{ id: part, label: 'Cause', of: causeState }];
    case 'went':
      return [
        { id: 'wentWell', label: 'Went well', of: states('wentWell') },
        { id: 'wentBadly', label: 'Went badly', of: states('wentBadly') },
      ];
    case 'actions':
      return [{ id: part, label: 'Actions', of: actionState }];
    case 'followUps':
      return [{ id: part, label: 'Follow-ups', of: checkState }];
    case 'meeting':
      return [{ id: part, label: 'Meeting', of: meetingState }];
    default:
      return [{ id: part, label: partLabels[part], of: states(...sectionsOfPart[part]) }];
  }
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

function checkState({ checkpoints }: Postmortem): SectionState {
  const decided = checkpoints.filter(({ state }) => state !== 'open').length;
  if (decided === 0) return 'empty';
  return decided === checkpoints.length ? 'confirmed' : 'edited';
}

function meetingState({ meeting }: Postmortem): SectionState {
  if (meeting.heldAt !== undefined) return 'confirmed';
  return meeting.facilitator.trim() === '' && meeting.startsAt === undefined ? 'empty' : 'edited';
}
