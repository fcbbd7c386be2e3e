import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { requestTracker } from '../lib/helpdesks/request-tracker';
import { offerReader } from '../lib/platform/reader-port';

export default defineUnlistedScript(() => offerReader(requestTracker));
