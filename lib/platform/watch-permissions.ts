import { browser } from 'wxt/browser';

/** Tells of sites that are allowed or taken back, wherever that was done. Returns how to stop. */
export function watchPermissions(onChange: () => void): () => void {
  const { onAdded, onRemoved } = browser.permissions;
  onAdded.addListener(onChange);
  onRemoved.addListener(onChange);
  return () => {
    onAdded.removeListener(onChange);
    onRemoved.removeListener(onChange);
  };
}
