import { lazy, Suspense, useState } from 'react';
import type { Capture } from '../../lib/ticket/schema';
import { Button } from '../ui/Button';

const AnonymisedNote = lazy(() =>
  import('./AnonymisedNote').then((module) => ({ default: module.AnonymisedNote })),
);

/** For a report about something read wrong: the capture without anybody in it. */
export function SaveAnonymised({ capture }: { capture: Capture }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant="quiet" icon="save" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        Save an anonymised capture
      </Button>
      {isOpen && (
        <Suspense>
          <AnonymisedNote key={capture.id} capture={capture} />
        </Suspense>
      )}
    </>
  );
}
