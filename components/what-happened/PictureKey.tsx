import { Glyph } from '../ui/Glyph';
import styles from './Picture.module.css';

/** What the marks mean. Hidden from screen readers, which get the picture in words. */
export function PictureKey({ clocks, outside }: { clocks: boolean; outside: boolean }) {
  return (
    <div className={styles.key} aria-hidden="true">
      {clocks && (
        <>
          <span>
            <svg width="18" height="10">
              <rect className={styles.running} width="18" height="10" />
            </svg>
            running
          </span>
          <span>
            <svg width="18" height="10">
              <rect className={styles.paused} x=".5" y=".5" width="17" height="9" />
            </svg>
            paused
          </span>
          {outside && (
            <span>
              <svg width="18" height="10">
                <rect className={styles.outside} y="4" width="18" height="2" />
              </svg>
              outside hours
            </span>
          )}
          <span>
            <svg width="18" height="14">
              <rect className={styles.over} x=".5" y=".5" width="17" height="13" />
            </svg>
            over target
          </span>
          <span>
            <svg width="12" height="14">
              <path className={styles.flag} d="M3 14V1h6L7 3l2 2H3" />
            </svg>
            due
          </span>
        </>
      )}
      <span>
        <Glyph name="customer" size={10} />
        customer
      </span>
      <span>
        <Glyph name="reply" size={10} />
        reply, customer sees it
      </span>
      <span>
        <Glyph name="note" size={10} />
        internal note
      </span>
      <span>
        <Glyph name="system" size={10} />
        system
      </span>
      <span>
        <svg width="18" height="12">
          <rect className={styles.silence} x=".5" y=".5" width="17" height="11" />
        </svg>
        silence
      </span>
      <span>
        <svg width="20" height="12">
          <path className={`${styles.handoff} ${styles.dashed}`} d="M1 1v8h14" fill="none" />
          <path className={styles.arrow} d="M14 5.5 19 9l-5 3.5z" />
        </svg>
        hand-off, untouched
      </span>
    </div>
  );
}
