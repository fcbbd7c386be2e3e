import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { zendesk } from '../lib/helpdesks/zendesk';
import { offerReader } from '../lib/platform/reader-port';

export default defineUnlistedScript(() => offerReader(zendesk));
