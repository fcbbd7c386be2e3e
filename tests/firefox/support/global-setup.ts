import { packExtension } from '../../../scripts/lib/store-archives';

/** The tests install the very archive that goes to addons.mozilla.org. */
export default function globalSetup(): void {
  packExtension('firefox');
}
