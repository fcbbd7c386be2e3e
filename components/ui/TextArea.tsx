import { useLayoutEffect, useRef } from 'react';
import styles from './TextArea.module.css';

interface TextAreaProps extends Omit<React.ComponentProps<'textarea'>, 'onChange'> {
  value: string;
  onText: (text: string) => void;
  borderless?: boolean;
}

const growsByItself = typeof CSS !== 'undefined' && CSS.supports?.('field-sizing', 'content');

/** A text field as tall as its text: no scroll bar inside a narrow panel. */
export function TextArea({ value, onText, borderless, className, ...rest }: TextAreaProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the height follows the text
  useLayoutEffect(() => {
    const element = field.current;
    if (!element || growsByItself) return;
    element.style.height = 'auto';
    element.style.height = `${element.scrollHeight + 2}px`;
  }, [value]);
  return (
    <textarea
      ref={field}
      rows={1}
      value={value}
      onChange={(event) => onText(event.target.value)}
      className={[styles.field, borderless ? styles.borderless : undefined, className]
        .filter(Boolean)
        .join(' ')}
      {...rest}
    />
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
