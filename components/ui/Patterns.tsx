/** Hatches for what lies over a target and for silence, so that neither rests on colour alone. Drawn once. */
export function Patterns() {
  return (
    <svg width="0" height="0" style={{ position: 'absolute' }} aria-hidden="true" focusable="false">
      <defs>
        <pattern
          id="over-target"
          patternUnits="userSpaceOnUse"
          width="4"
          height="4"
          patternTransform="rotate(45)"
        >
          <rect width="4" height="4" fill="var(--bad)" />
          <rect width="1.3" height="4" fill="var(--bg)" />
        </pattern>
        <pattern
          id="silence"
          patternUnits="userSpaceOnUse"
          width="5"
          height="5"
          patternTransform="rotate(-45)"
        >
          <rect width="1" height="5" fill="var(--bad)" opacity=".5" />
        </pattern>
      </defs>
    </svg>
  );
}
