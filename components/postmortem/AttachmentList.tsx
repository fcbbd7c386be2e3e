import { useEffect, useState } from 'react';
import { formatStamp } from '../../lib/language/dates';
import { removeAttachment, setCaption } from '../../lib/postmortem/edit-plan';
import type { Attachment } from '../../lib/postmortem/schema';
import { IconButton } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { TextInput } from '../ui/TextArea';
import styles from './Evidence.module.css';
import type { Editing } from './use-editing';

interface AttachmentListProps {
  attachments: readonly Attachment[];
  editing: Editing;
  /** When the entry it belongs to happened; shown where the list does not stand at that entry. */
  atOf?: (attachment: Attachment) => string | undefined;
}

/** Pictures and links with their captions; what is taken out comes back by Undo. */
export function AttachmentList({ attachments, editing, atOf }: AttachmentListProps) {
  if (attachments.length === 0) return null;
  return (
    <ul className={styles.list}>
      {attachments.map((attachment) => (
        <li key={attachment.id} className={styles.attachment}>
          {attachment.kind === 'image' ? (
            <Picture attachment={attachment} editing={editing} />
          ) : (
            <span className={styles.link}>
              <Icon name="link" />
            </span>
          )}
          <div className={styles.words}>
            <Caption attachment={attachment} editing={editing} />
            {attachment.kind === 'link' && <LinkOut attachment={attachment} />}
            <EntryTime at={atOf?.(attachment)} />
          </div>
          <IconButton
            icon="remove"
            label={`Remove ${nameOf(attachment)}`}
            onClick={() => editing.change((current, now) => removeAttachment(current, attachment.id, now))}
          />
        </li>
      ))}
    </ul>
  );
}

function Caption({ attachment, editing }: { attachment: Attachment; editing: Editing }) {
  const { id, kind, caption } = attachment;
  return (
    <TextInput
      aria-label={kind === 'image' ? 'What the picture shows' : 'What the link shows'}
      placeholder="What does it show?"
      value={caption}
      onText={(text) => editing.change((current, now) => setCaption(current, id, text, now))}
    />
  );
}

function LinkOut({ attachment: { url } }: { attachment: Attachment }) {
  if (url === undefined || url === '') return <p className="data bad">The address was not a web address.</p>;
  return (
    <a href={url} target="_blank" rel="noopener noreferrer" className={styles.address}>
      {url}
    </a>
  );
}

function EntryTime({ at }: { at: string | undefined }) {
  if (at === undefined) return null;
  return (
    <p className="data soft">
      Belongs to <time dateTime={at}>{formatStamp(at)}</time>
    </p>
  );
}

/** A thumbnail that grows where it stands. */
function Picture({ attachment, editing }: { attachment: Attachment; editing: Editing }) {
  const [isLarge, setLarge] = useState(false);
  const shown = usePicture(attachment, editing);
  if (shown.kind === 'gone')
    return <p className={`${styles.link} data bad`}>This picture is not stored here.</p>;
  return (
    <button
      type="button"
      className={isLarge ? styles.large : styles.thumbnail}
      aria-expanded={isLarge}
      aria-label={`${isLarge ? 'Make smaller' : 'Enlarge'}: ${nameOf(attachment)}`}
      onClick={() => setLarge(!isLarge)}
    >
      {shown.kind === 'here' && <img src={shown.url} alt={nameOf(attachment)} />}
    </button>
  );
}

function nameOf({ kind, caption, url }: Attachment): string {
  return caption.trim() || (kind === 'image' ? 'picture without a caption' : (url ?? 'link'));
}

type Shown = { kind: 'loading' } | { kind: 'gone' } | { kind: 'here'; url: string };

/** From the store to an address that only this page can open. */
function usePicture({ blob }: Attachment, { store, postmortemId: id }: Editing): Shown {
  const [shown, setShown] = useState<Shown>({ kind: 'loading' });
  useEffect(() => {
    let url: string | undefined;
    let isLeft = false;
    void store.getBlob(id, blob ?? '').then((found) => {
      if (isLeft) return;
      if (!found.ok || !found.value) return setShown({ kind: 'gone' });
      url = URL.createObjectURL(new Blob([found.value.bytes], { type: found.value.type }));
      setShown({ kind: 'here', url });
    });
    return () => {
      isLeft = true;
      if (url !== undefined) URL.revokeObjectURL(url);
    };
  }, [store, id, blob]);
  return shown;
}
