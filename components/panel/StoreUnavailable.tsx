import { StoreFailure } from '../../lib/storage/problems';
import { StatusPanel } from '../ui/StatusPanel';

/** Without its store Debrief would lose what is typed, so it does not begin. */
export function StoreUnavailable({ error }: { error: unknown }) {
  const known = error instanceof StoreFailure ? error.problem : undefined;
  return (
    <StatusPanel
      alone
      role="alert"
      glyph="serious"
      title={known?.message ?? 'Debrief could not open its storage.'}
      text={
        known?.next ?? 'Close and reopen the browser. In a guest or private window drafts cannot be kept.'
      }
    >
      {!known && <p className="data soft">{error instanceof Error ? error.message : String(error)}</p>}
    </StatusPanel>
  );
}
