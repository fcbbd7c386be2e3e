import { useId, useLayoutEffect, useRef, useState } from 'react';
import styles from './TextArea.module.css';

interface TextAreaProps extends Omit<React.ComponentProps<'textarea'>, 'onChange'> {
  value: string;
  onText: (text: string) => void;
  borderless?: boolean;
}

/** No part of a postmortem is that long; reading megabytes along with every key would hold the panel up. */
const MOST_CHARACTERS = 50_000;

const growsByItself = typeof CSS !== 'undefined' && CSS.supports?.('field-sizing', 'content');

/**
 * A text field as tall as its text: no scroll bar inside a narrow panel. What would make it too long is refused whole
 * and said: half of a paste is a loss that nobody sees.
 */
export function TextArea({ value, onText, borderless, className, ...rest }: TextAreaProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const message = useId();
  const [refused, setRefused] = useState<number>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the height follows the text
  useLayoutEffect(() => {
    const element = field.current;
    if (!element || growsByItself) return;
    element.style.height = 'auto';
    element.style.height = `${element.scrollHeight + 2}px`;
  }, [value]);
  /** A text that is too long already may become shorter. */
  const takes = (length: number) => length <= MOST_CHARACTERS || length <= value.length;
  const described = [rest['aria-describedby'], refused === undefined ? undefined : message];
  return (
    <>
      <textarea
        ref={field}
        rows={1}
        value={value}
        onPaste={(event) => {
          const { selectionStart, selectionEnd } = event.currentTarget;
          const pasted = event.clipboardData.getData('text/plain').length;
          if (takes(value.length - (selectionEnd - selectionStart) + pasted)) return;
          // Before the browser lays out megabytes, not after.
          event.preventDefault();
          setRefused(pasted);
        }}
        onChange={(event) => {
          const { value: text } = event.target;
          if (!takes(text.length)) return setRefused(text.length - value.length);
          setRefused(undefined);
          onText(text);
        }}
        className={[styles.field, borderless ? styles.borderless : undefined, className]
          .filter(Boolean)
          .join(' ')}
        {...rest}
        aria-describedby={described.filter(Boolean).join(' ') || undefined}
      />
      {refused !== undefined && (
        <p id={message} role="alert" className={styles.refused}>
          Not added: {refused.toLocaleString('en')} characters. A field holds{' '}
          {MOST_CHARACTERS.toLocaleString('en')}; what was here is unchanged. Add the part that matters, or a
          link to the rest.
        </p>
      )}
    </>
  );
}

export function TextInput({
  onText,
  className,
  ...rest
}: Omit<React.ComponentProps<'input'>, 'onChange'> & { onText: (text: string) => void }) {
  return (
    <input
      onChange={(event) => onText(event.target.value)}
      className={[styles.field, className].filter(Boolean).join(' ')}
      {...rest}
    />
  );
}
