import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { imageType } from '../../../lib/postmortem/image-type';
import { MOST_BLOB_BYTES, MOST_BLOB_BYTES_IN_ALL } from '../../../lib/storage/blobs';
import type { Store } from '../../../lib/storage/store';
import { newDisk, openOn, problem, samplePicture, samplePostmortem, value, withTitle } from './samples';

const bytesOf = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0));

describe('what a picture is', () => {
  it.each([
    ['\x89PNG\r\n\x1a\nrest', 'image/png'],
    ['\xff\xd8\xff\xe1rest', 'image/jpeg'],
    ['GIF87arest', 'image/gif'],
    ['GIF89arest', 'image/gif'],
    ['RIFF\0\0\0\0WEBPVP8 ', 'image/webp'],
    ['RIFF\0\0\0\0WAVEfmt ', undefined],
    ['<svg xmlns="http://www.w3.org/2000/svg"/>', undefined],
    ['<?xml version="1.0"?><svg/>', undefined],
    ['%PDF-1.7', undefined],
    ['\x89PN', undefined],
    ['', undefined],
  ])('is told by its first bytes: %j', (text, type) => {
    expect(imageType(bytesOf(text))).toBe(type);
  });
});

describe('an attached picture', () => {
  let store: Store;
  beforeEach(async () => {
    store = await openOn(newDisk());
  });

  it('is kept once, under the hash of its bytes, and comes back byte for byte', async () => {
    const bytes = samplePicture();
    const put = value(await store.putBlob('p1', bytes, 'screen.png'));
    const id = `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
    expect(put).toEqual({ id, type: 'image/png', name: 'screen.png', size: bytes.length });
    expect(value(await store.putBlob('p1', bytes, 'again.png'))).toEqual(put);
    const stored = value(await store.getBlob('p1', id));
    expect(stored && [...stored.bytes]).toEqual([...bytes]);
    expect(value(await store.getBlob('p2', id))).toBeUndefined();
  });

  it('is refused where it is no picture, or a drawing that can hold scripts', async () => {
    for (const text of ['<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>', 'hello'])
      expect(problem(await store.putBlob('p1', bytesOf(text), 'a.png'))).toMatchObject({
        code: 'refused',
        message: 'This file is no PNG, JPEG, WebP or GIF picture.',
      });
  });

  it('is refused above its size and above that of all of one postmortem, which the message names', async () => {
    const large = (n: number) => samplePicture(MOST_BLOB_BYTES - 1_000 - n);
    expect(problem(await store.putBlob('p1', samplePicture(MOST_BLOB_BYTES), 'a.png'))).toMatchObject({
      code: 'refused',
      message: 'This picture has 5.0 MB; 5 MB is the most.',
    });
    const most = Math.floor(MOST_BLOB_BYTES_IN_ALL / MOST_BLOB_BYTES);
    for (let n = 0; n < most; n++) value(await store.putBlob('p1', large(n), `${n}.png`));
    expect(problem(await store.putBlob('p1', large(most), 'a.png'))).toMatchObject({
      code: 'refused',
      message: 'The pictures of one postmortem may have 50 MB in all.',
    });
    value(await store.putBlob('p2', large(most), 'a.png'));
  });

  it('that neither the postmortem nor a version of it names is dropped, no other', async () => {
    const [shown, earlier, unused] = [
      value(await store.putBlob('p1', samplePicture(1), 'shown.png')),
      value(await store.putBlob('p1', samplePicture(2), 'earlier.png')),
      value(await store.putBlob('p1', samplePicture(3), 'unused.png')),
    ];
    value(await store.putBlob('p2', samplePicture(3), 'other.png'));
    value(await store.save(withTitle(samplePostmortem('p1'), earlier.id), 0));
    value(await store.save(withTitle(samplePostmortem('p1'), shown.id), 1));
    expect(await store.removeUnusedBlobs('p1')).toBe(1);
    expect(value(await store.getBlob('p1', unused.id))).toBeUndefined();
    for (const { id } of [shown, earlier]) expect(value(await store.getBlob('p1', id))).toBeDefined();
    expect(value(await store.getBlob('p2', unused.id))).toBeDefined();
  });
});
