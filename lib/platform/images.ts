/**
 * Draws a picture anew before it is kept: what a camera or an editor wrote beside the points (place, device, earlier
 * thumbnails) does not come along, and what is no picture does not get through.
 */
import { imageType } from '../postmortem/image-type';
import { fail, ok, type Problem, type Result } from '../ticket/problem';

/** Larger files are not even decoded, nor pictures with more points than a wall of screens has. */
export const MOST_IMAGE_FILE_BYTES = 25_000_000;
export const MOST_IMAGE_POINTS = 50_000_000;

/** Photographs stay JPEG, everything else becomes PNG; of an animation the first frame stays. */
export async function reencodeImage(file: Blob): Promise<Result<Uint8Array<ArrayBuffer>, Problem>> {
  if (file.size > MOST_IMAGE_FILE_BYTES) return fail(tooLarge(`${MOST_IMAGE_FILE_BYTES / 1e6} MB`));
  const given = new Uint8Array(await file.arrayBuffer());
  const type = imageType(given);
  if (!type) return fail(noPicture);
  const drawn = await createImageBitmap(new Blob([given], { type })).catch(() => undefined);
  if (!drawn) return fail(noPicture);
  try {
    const { width, height } = drawn;
    if (width * height > MOST_IMAGE_POINTS)
      return fail(tooLarge(`${MOST_IMAGE_POINTS / 1e6} million points`));
    const canvas = new OffscreenCanvas(width, height);
    canvas.getContext('2d')?.drawImage(drawn, 0, 0);
    const encoded = await canvas.convertToBlob(
      type === 'image/jpeg' ? { type, quality: 0.92 } : { type: 'image/png' },
    );
    return ok(new Uint8Array(await encoded.arrayBuffer()));
  } finally {
    drawn.close();
  }
}

const noPicture: Problem = {
  code: 'unexpected_answer',
  message: 'This file is no PNG, JPEG, WebP or GIF picture that the browser can read.',
  next: 'Take a screenshot and attach that.',
};

function tooLarge(most: string): Problem {
  return {
    code: 'too_large',
    message: `This picture is too large: ${most} is the most.`,
    next: 'Cut it to the part that matters, or make it smaller.',
  };
}
