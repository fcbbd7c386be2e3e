/** Begins before anybody waits for it: should it fail until then, that is no news to anybody else. */
export function ahead<T>(work: Promise<T>): Promise<T> {
  work.catch(() => undefined);
  return work;
}
