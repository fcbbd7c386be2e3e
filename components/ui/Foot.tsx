import styles from './Foot.module.css';

/** The sticky foot of a screen: one primary and one secondary action. */
export function Foot({ children }: { children: React.ReactNode }) {
  return <div className={styles.foot}>{children}</div>;
}
