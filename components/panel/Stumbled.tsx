import { Component } from 'react';
import { Button } from '../ui/Button';
import { StatusPanel } from '../ui/StatusPanel';

/** A bug in drawing would leave the panel blank; this says so instead. React has no hook for it. */
export class Stumbled extends Component<{ children: React.ReactNode }, { error?: unknown }> {
  override state: { error?: unknown } = {};

  static getDerivedStateFromError(error: unknown): { error: unknown } {
    return { error };
  }

  override render(): React.ReactNode {
    if (!('error' in this.state)) return this.props.children;
    const { error } = this.state;
    return (
      <main>
        <StatusPanel
          alone
          role="alert"
          glyph="serious"
          title="Debrief stumbled and cannot show this."
          text="What you wrote is kept in this browser. Open the panel anew; if it happens again, report the words below."
          buttons={
            <Button variant="primary" onClick={() => location.reload()}>
              Open anew
            </Button>
          }
        >
          <p className="data soft">{error instanceof Error ? error.message : String(error)}</p>
        </StatusPanel>
      </main>
    );
  }
}
