// @vitest-environment jsdom
import '../support/panel-browser';
import { fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { expect, it } from 'vitest';
import { TextArea } from '../../../../components/ui/TextArea';

function Field({ first }: { first: string }) {
  const [text, setText] = useState(first);
  return <TextArea aria-label="Notes" value={text} onText={setText} />;
}

function shown(first: string) {
  render(<Field first={first} />);
  return screen.getByLabelText<HTMLTextAreaElement>('Notes');
}

const long = (length: number) => 'x'.repeat(length);

it('refuses a paste that would not fit, whole, and says so until something fits', () => {
  const field = shown('Mine.');
  const isLeft = fireEvent.paste(field, { clipboardData: { getData: () => long(50_000) } });
  expect(isLeft).toBe(false);
  expect(screen.getByRole('alert').textContent).toContain('Not added: 50,000 characters.');
  expect(field.getAttribute('aria-describedby')).toBe(screen.getByRole('alert').id);
  fireEvent.change(field, { target: { value: 'Mine. More.' } });
  expect(field.value).toBe('Mine. More.');
  expect(screen.queryByRole('alert')).toBeNull();
});

it('leaves a paste that fits, also in the place of what is selected', () => {
  const field = shown(long(40_000));
  field.setSelectionRange(0, 40_000);
  expect(fireEvent.paste(field, { clipboardData: { getData: () => long(50_000) } })).toBe(true);
  expect(screen.queryByRole('alert')).toBeNull();
});

it('keeps what came in by any other way out as well, and lets a longer text become shorter', () => {
  const field = shown(long(60_000));
  fireEvent.change(field, { target: { value: long(60_001) } });
  expect(field.value).toHaveLength(60_000);
  fireEvent.change(field, { target: { value: long(59_999) } });
  expect(field.value).toHaveLength(59_999);
});
