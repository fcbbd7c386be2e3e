import { Button } from './Button';

/** Unfolds a list of which only the weightiest rows are shown; nothing is drawn before it is asked for. */
export function ShowAll({ hidden, of, onShow }: { hidden: number; of: string; onShow: () => void }) {
  if (hidden <= 0) return null;
  return (
    <Button variant="quiet" icon="down" onClick={onShow}>
      {hidden} more {of}
    </Button>
  );
}
