import { buildFor } from '../../../scripts/lib/builds';
import { packExtension } from '../../../scripts/lib/store-archives';

/** The tests install the very archive that goes to addons.mozilla.org. */
export default function globalSetup(): void {
  if (process.env.DEBRIEF_BUILT !== '1' && buildFor('firefox') !== 0) throw new Error('The build failed.');
  packExtension('firefox');
}
