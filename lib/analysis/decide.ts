/** A decision taken by word of mouth, as one correction: what was decided, marked and pinned. */
import { addEvent, toggleMark, togglePin } from './correct';
import { type HandMadeEvent, marked, type Overlay } from './overlay';

export type Decision = Pick<HandMadeEvent, 'id' | 'at' | 'text' | 'heardBy'>;

export function addDecision(decision: Decision): (overlay: Overlay) => Overlay {
  return (overlay) => {
    const { id } = decision;
    const added = addEvent({ ...decision, audience: 'internal', side: 'agent' })(overlay);
    const isMarked = marked(added, 'decision').includes(id);
    const decided = isMarked ? added : toggleMark(id, 'decision')(added);
    return decided.pinned.includes(id) ? decided : togglePin(id)(decided);
  };
}
