import { Glyph, type GlyphName } from './Glyph';
import styles from './StatusPanel.module.css';

interface StatusPanelProps {
  glyph: GlyphName;
  title: string;
  /** What to do next, or what is kept. */
  text?: React.ReactNode;
  /** 'alert' interrupts a screen reader; a state that was there on arrival only tells. */
  role?: 'alert' | 'status';
  buttons?: React.ReactNode;
  /** The title is the screen’s own first heading, because nothing else is on it. */
  alone?: boolean;
  children?: React.ReactNode;
}

/** What is the matter, what is kept, and what to do: one shape for empty, failed and partial states. */
export function StatusPanel({
  glyph,
  title,
  text,
  role = 'status',
  buttons,
  alone = false,
  children,
}: StatusPanelProps) {
  const Title = alone ? 'h1' : 'p';
  return (
    <div role={role}>
      <div className={styles.panel}>
        <div className={styles.say}>
          <Glyph name={glyph} />
          <div>
            <Title className={styles.title}>{title}</Title>
            {text !== undefined && <p className="soft">{text}</p>}
            {children !== undefined && <div className={styles.more}>{children}</div>}
          </div>
        </div>
      </div>
      {buttons !== undefined && <div className={styles.buttons}>{buttons}</div>}
    </div>
  );
}
