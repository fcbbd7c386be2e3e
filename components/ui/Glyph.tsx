/**
 * The marks of the panel, told apart by shape before colour: a filled mark is something the customer saw, a
 * hollow one is not. Circle: customer. Square: company. Diamond: system.
 */
export type GlyphName =
  | 'customer'
  | 'reply'
  | 'note'
  | 'system'
  | 'serious'
  | 'doubt'
  | 'noted'
  | 'done'
  | 'generated'
  | 'edited'
  | 'empty';

const shapes: Record<GlyphName, React.ReactNode> = {
  customer: <circle cx="6" cy="6" r="5" fill="var(--accent)" />,
  reply: <rect x="1.5" y="1.5" width="9" height="9" fill="var(--ink)" />,
  note: (
    <rect
      x="2.25"
      y="2.25"
      width="7.5"
      height="7.5"
      fill="var(--bg)"
      stroke="var(--ink-soft)"
      strokeWidth="1.5"
    />
  ),
  system: (
    <path d="M6 1.2 10.8 6 6 10.8 1.2 6z" fill="var(--bg)" stroke="var(--ink-soft)" strokeWidth="1.3" />
  ),
  serious: <path d="M6 1 11.6 11H.4z" fill="var(--bad)" />,
  doubt: <path d="M6 .5 11.5 6 6 11.5.5 6z" fill="var(--warn)" />,
  noted: <circle cx="6" cy="6" r="4.3" fill="none" stroke="var(--ink-soft)" strokeWidth="1.6" />,
  done: (
    <>
      <circle cx="6" cy="6" r="5.4" fill="var(--good)" />
      <path d="m3.4 6.1 1.9 1.9 3.4-3.9" fill="none" stroke="var(--bg)" strokeWidth="1.5" />
    </>
  ),
  generated: (
    <circle
      cx="6"
      cy="6"
      r="4.6"
      fill="none"
      stroke="var(--ink-soft)"
      strokeWidth="1.4"
      strokeDasharray="2 1.6"
    />
  ),
  edited: (
    <>
      <circle cx="6" cy="6" r="4.6" fill="none" stroke="var(--ink-soft)" strokeWidth="1.4" />
      <path d="M6 1.4a4.6 4.6 0 0 1 0 9.2z" fill="var(--ink-soft)" />
    </>
  ),
  empty: <circle cx="6" cy="6" r="4.6" fill="none" stroke="var(--edge)" strokeWidth="1.4" />,
};

export function Glyph({ name, size = 12 }: { name: GlyphName; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 12 12"
      aria-hidden="true"
      style={{ flex: 'none', overflow: 'visible' }}
    >
      {shapes[name]}
    </svg>
  );
}
