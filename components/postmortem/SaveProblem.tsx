import { WindowConflicts } from '../history/WindowConflicts';
import type { PostmortemSession } from '../panel/use-postmortem';
import { Button } from '../ui/Button';
import { StatusPanel } from '../ui/StatusPanel';

/** Not saved, or saved by two windows: both versions are kept until the person has chosen. */
export function SaveProblem({ session }: { session: PostmortemSession }) {
  const { saveState } = session;
  if (saveState.kind === 'failed') {
    const { message, next } = saveState.problem;
    return (
      <StatusPanel
        role="alert"
        glyph="serious"
        title={`Not saved: ${message}`}
        text={next}
        buttons={
          <Button variant="primary" onClick={session.retry}>
            Try to save again
          </Button>
        }
      />
    );
  }
  return <WindowConflicts session={session} />;
}
