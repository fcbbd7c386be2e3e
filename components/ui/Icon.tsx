const paths = {
  pull: 'M12.8 8.6A5 5 0 1 1 11.5 4.4M13 2.4v3.1H9.9',
  copy: 'M6 6h7v7.5H6zM3.5 10V2.5h7',
  save: 'M8 2.5V10M5 7.2 8 10l3-2.8M3 13.2h10',
  open: 'M8 10V2.8M5 5.6 8 2.8l3 2.8M3 10.5v2.7h10v-2.7',
  plus: 'M8 3.5v9M3.5 8h9',
  remove: 'M4 4l8 8M12 4l-8 8',
  undo: 'M5.4 3 3 5.4l2.4 2.4M3 5.4h6.2a3.9 3.9 0 0 1 0 7.8H6',
  redo: 'M10.6 3 13 5.4l-2.4 2.4M13 5.4H6.8a3.9 3.9 0 0 0 0 7.8H10',
  up: 'M4 9.8 8 6l4 3.8',
  down: 'M4 6.2 8 10l4-3.8',
  list: 'M3 4.5h10M3 8h10M3 11.5h10',
  back: 'M9.8 3.8 5.5 8l4.3 4.2',
  forward: 'M6.2 3.8 10.5 8l-4.3 4.2',
  bin: 'M3.5 4.5h9M6.5 4.2V2.8h3v1.4M4.7 4.8l.6 8.4h5.4l.6-8.4',
  info: 'M8 7.4v3.4M8 5.2v.1M8 2.3a5.7 5.7 0 1 0 0 11.4A5.7 5.7 0 0 0 8 2.3z',
  clip: 'M12.6 7.2 7.7 12a3 3 0 0 1-4.2-4.2l5.3-5.3a2 2 0 0 1 2.8 2.8L6.4 10.5a.9.9 0 0 1-1.3-1.3l4.6-4.5',
  flag: 'M4 14V2.5h7.5L9.8 5.4l1.7 2.9H4',
  link: 'M7 3.8H3.5v8.7h8.7V9M9.5 3h3.6v3.6M13 3 7.8 8.2',
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg
      width="16"
      height="16"
      viewBox="0 0 16 16"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      style={{ flex: 'none' }}
    >
      <path d={paths[name]} />
    </svg>
  );
}
