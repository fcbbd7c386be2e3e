import { useId, useRef, useState } from 'react';
import { webAddress } from '../../lib/postmortem/own-evidence';
import type { EventId } from '../../lib/ticket/events';
import { Button } from '../ui/Button';
import styles from './Evidence.module.css';
import { Line } from './Field';
import type { Attach } from './use-attach';

/** Pictures by the browser's own dialog, or a link. Both stay in this browser until somebody shares the document. */
export function AttachForm({
  attach,
  event,
  onDone,
}: {
  attach: Attach;
  event?: EventId;
  onDone?: () => void;
}) {
  const [url, setUrl] = useState('');
  const [caption, setCaption] = useState('');
  const chooser = useRef<HTMLInputElement>(null);
  const hint = useId();
  const address = webAddress(url);
  const isBad = url.trim() !== '' && address === undefined;
  const add = () => {
    if (address === undefined) return;
    attach.link(address, caption, event);
    setUrl('');
    setCaption('');
    onDone?.();
  };
  return (
    <form
      className={styles.form}
      aria-label={event === undefined ? 'Add evidence' : 'Add evidence to this entry'}
      onSubmit={(submit) => {
        submit.preventDefault();
        add();
      }}
    >
      <div className={styles.choose}>
        <Button variant="small" onClick={() => chooser.current?.click()}>
          Choose a picture
        </Button>
        <span className="data soft">or paste or drop one. PNG, JPEG, WebP or GIF, at most 5 MB.</span>
        <input
          ref={chooser}
          type="file"
          hidden
          multiple
          accept="image/png,image/jpeg,image/webp,image/gif"
          onChange={({ target }) => {
            void attach.files([...(target.files ?? [])], event);
            target.value = '';
            onDone?.();
          }}
        />
      </div>
      <Line
        label="Or a link"
        type="url"
        inputMode="url"
        value={url}
        placeholder="https://"
        aria-invalid={isBad}
        aria-describedby={isBad ? hint : undefined}
        onText={setUrl}
      />
      {isBad && (
        <p id={hint} className="data bad">
          A link begins with https:// or http:// and holds no user name.
        </p>
      )}
      {url.trim() !== '' && (
        <>
          <Line label="What it shows" value={caption} placeholder="Optional" onText={setCaption} />
          <Button type="submit" variant="small" disabled={address === undefined}>
            Add link
          </Button>
        </>
      )}
    </form>
  );
}
