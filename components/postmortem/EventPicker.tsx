import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { formatStamp } from '../../lib/language/dates';
import type { EventId } from '../../lib/ticket/events';
import { IconButton } from '../ui/Button';
import { glyphOf, useEvidence } from '../ui/Evidence';
import { Glyph } from '../ui/Glyph';
import { TextInput } from '../ui/TextArea';
import styles from './EventPicker.module.css';
import { eventsToLink, type FoundEvent, matching } from './find-events';

/** A ticket of thousands is searched and not read through. */
const MOST_SHOWN = 50;

interface EventPickerProps {
  label: string;
  /** The figure that it is to bear out, in its words. */
  figure: string | undefined;
  /** Those that stand at the part already. */
  linked: ReadonlySet<EventId>;
  onChoose: (event: EventId) => void;
  onClose: () => void;
}

/** Finds one entry of the ticket: type, arrows, Enter; Escape leaves. */
export function EventPicker({ label, figure, linked, onChoose, onClose }: EventPickerProps) {
  const id = useId();
  const { ticket, nameOf } = useEvidence();
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const field = useRef<HTMLInputElement>(null);
  const all = useMemo(() => eventsToLink(ticket, nameOf, linked), [ticket, nameOf, linked]);
  const found = useMemo(() => matching(all, query), [all, query]);
  const shown = found.slice(0, MOST_SHOWN);
  const chosen = shown[active];
  const optionId = (index: number) => `${id}-${index}`;

  useEffect(() => field.current?.focus(), []);
  useEffect(() => {
    // Where there is no layout there is nothing to scroll.
    document.getElementById(`${id}-${active}`)?.scrollIntoView?.({ block: 'nearest' });
  }, [id, active]);

  const onKey = (event: React.KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) setActive(Math.min(Math.max(active + step, 0), Math.max(shown.length - 1, 0)));
    else if (event.key === 'Enter' && chosen) onChoose(chosen.event.id);
    else if (event.key === 'Escape') onClose();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be read out for every key
    <div className={styles.picker} role="group" aria-label={`Link evidence: ${label}`}>
      {figure !== undefined && <p className={styles.for}>What bears out “{figure}”?</p>}
      <div className={styles.top}>
        <TextInput
          ref={field}
          type="text"
          role="combobox"
          aria-label="Find an entry of the ticket"
          aria-autocomplete="list"
          aria-expanded={shown.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={chosen && optionId(active)}
          autoComplete="off"
          placeholder="Words, a name, a day"
          value={query}
          onKeyDown={onKey}
          onText={(text) => {
            setQuery(text);
            setActive(0);
          }}
        />
        <IconButton icon="remove" label="Close without linking" onClick={onClose} />
      </div>
      <div className={styles.options} role="listbox" id={`${id}-list`} aria-label="Entries of the ticket">
        {shown.map((one, index) => (
          <Option
            key={one.event.id}
            id={optionId(index)}
            found={one}
            name={nameOf(one.event)}
            isActive={index === active}
            onPoint={() => setActive(index)}
            onChoose={() => onChoose(one.event.id)}
          />
        ))}
      </div>
      <p className="data soft" role="status">
        {countWords(shown.length, found.length, all.length)}
      </p>
    </div>
  );
}

interface OptionProps {
  id: string;
  found: FoundEvent;
  name: string;
  isActive: boolean;
  onPoint: () => void;
  onChoose: () => void;
}

function Option({ id, found: { event, text }, name, isActive, onPoint, onChoose }: OptionProps) {
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names the option that is meant
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys are the field's
    <div
      id={id}
      role="option"
      aria-selected={isActive}
      className={styles.option}
      // The field keeps the focus.
      onMouseDown={(press) => press.preventDefault()}
      onMouseMove={isActive ? undefined : onPoint}
      onClick={onChoose}
    >
      <span className={styles.who}>
        <Glyph name={glyphOf(event)} size={10} />
        <time dateTime={event.time.at}>{formatStamp(event.time.at)}</time>
        <span>{name}</span>
      </span>
      <span className={styles.text}>{text}</span>
    </div>
  );
}

function countWords(shown: number, found: number, all: number): string {
  if (all === 0) return 'Every entry of the ticket is linked.';
  if (found === 0) return 'No entry has these words.';
  const of = found === all ? `${all} ${all === 1 ? 'entry' : 'entries'}` : `${found} of ${all} entries`;
  return shown < found ? `${of}, the first ${shown} shown. Type to narrow.` : `${of}.`;
}
