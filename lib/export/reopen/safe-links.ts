import type { Postmortem } from '../../postmortem/schema';
import type { Capture } from '../../ticket/schema';

/**
 * A postmortem from a file, whose links are followed on a click: the ticket's is the capture's own, which has been
 * checked, and what is no http(s) address becomes none.
 */
export function withSafeLinks(postmortem: Postmortem, { ticket }: Capture): Postmortem {
  const { actions, attachments } = postmortem;
  return {
    ...postmortem,
    ticket: {
      ...postmortem.ticket,
      ...(isHttp(postmortem.ticket.url) && sameOrigin(postmortem.ticket.url, ticket.url)
        ? {}
        : { url: ticket.url }),
    },
    // While somebody types, a tracker may be anything; only what would be followed matters.
    actions: actions.map((action) =>
      isHttp(action.tracker) || !/^[\s\p{C}]*[a-z][a-z0-9+.-]*:/iu.test(action.tracker)
        ? action
        : { ...action, tracker: '' },
    ),
    attachments: attachments.map((attachment) => {
      const { url, ...rest } = attachment;
      return url === undefined || isHttp(url) ? attachment : rest;
    }),
  };
}

function isHttp(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol } = new URL(text);
  return protocol === 'http:' || protocol === 'https:';
}

function sameOrigin(one: string, other: string): boolean {
  return URL.canParse(one) && URL.canParse(other) && new URL(one).origin === new URL(other).origin;
}
