import { useDeferredValue } from 'react';
import type { SectionOffer } from '../../lib/postmortem/merge';
import { WordDiff } from '../history/WordDiff';
import { Button } from '../ui/Button';
import styles from './Postmortem.module.css';

interface OfferProps {
  label: string;
  /** What stands in the field. */
  text: string;
  offer: SectionOffer;
  isDeclined: boolean;
  onUse: () => void;
  onDecline: (isDeclined: boolean) => void;
}

/** What the draft would say after a newer pull, word by word beside a person's own; nothing is taken without a click. */
export function Offer({ label, text, offer, isDeclined, onUse, onDecline }: OfferProps) {
  const late = useDeferredValue(text);
  // Taken, it is gone; taken back, it stands here again.
  if (text === offer.fresh) return null;
  if (isDeclined) {
    return (
      <Button variant="quiet" className={styles.declined} onClick={() => onDecline(false)}>
        See what the draft would say
        <span className="hidden-text"> in {label}</span>
      </Button>
    );
  }
  return (
    <div className={styles.offer}>
      <p className="data soft">The ticket changed. The draft would now say:</p>
      {offer.fresh === '' ? (
        <p className="soft">Nothing. Your words would go.</p>
      ) : (
        <WordDiff before={late} after={offer.fresh} />
      )}
      <p className="data soft">
        <del>Struck out</del>: yours. <ins>Underlined</ins>: new.
      </p>
      <div className={styles.buttons}>
        <Button variant="small" onClick={onUse}>
          Use this
        </Button>
        <Button variant="small" onClick={() => onDecline(true)}>
          Keep mine
        </Button>
      </div>
    </div>
  );
}
