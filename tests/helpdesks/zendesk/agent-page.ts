/** The agent's page as the replay server shows it: plain HTML of our own design with the hooks a reader looks for. */
import type { WireAudit, WireEvent, WireTurn, ZendeskStory } from './wire';

const MOST_SHOWN = 200;

export function agentPage(stories: readonly ZendeskStory[], shown: ZendeskStory | undefined): string {
  const { me } = stories[0] ?? {};
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${shown ? `#${shown.ticket.id} ${text(shown.ticket.subject)}` : 'Tickets'} – Acme Support</title>
<link rel="stylesheet" href="/agent/app.css">
<link rel="icon" href="data:,">
<script src="/agent/app.js" defer></script>
</head>
<body>
<nav class="rail" aria-label="Main">
  <span class="logo" aria-hidden="true">a</span>
  <a href="/agent" class="rail-item is-on" aria-label="Tickets">≡</a>
  <span class="rail-item" aria-hidden="true">◷</span>
  <span class="rail-item" aria-hidden="true">☺</span>
  <span class="avatar rail-me" title="${text(me?.name ?? '')}">${initials(me?.name ?? '?')}</span>
</nav>
<aside class="views" aria-label="Tickets">
  <h2>Your unsolved and recent <span class="count">${stories.length}</span></h2>
  <ul>${stories.map(listRow).join('')}</ul>
</aside>
<main id="main_panes">${shown ? ticketPane(shown) : '<p class="empty">Choose a ticket on the left.</p>'}</main>
</body>
</html>`;
}

export function ticketPane(told: ZendeskStory): string {
  const { ticket } = told;
  const requester = told.users.find(({ id }) => id === ticket.requester_id);
  const organization = told.organizations.find(({ id }) => id === requester?.organization_id);
  const entries = [
    ...told.audits.flatMap((audit) =>
      audit.events
        .filter(isComment)
        .map((event) => ({ at: audit.created_at, html: article(told, audit, event) })),
    ),
    ...(told.conversation ?? []).map((turn) => ({ at: turn.created_at, html: turnArticle(turn) })),
  ].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  return `<section class="pane" data-ticket-id="${ticket.id}" aria-label="Ticket ${ticket.id}">
<header class="head">
  <p class="crumb">${text(organization?.name ?? 'No organisation')} › ${text(requester?.name ?? 'Unknown')} <span class="key">#${ticket.id}</span></p>
  <h1 data-test-id="ticket-pane-subject">${text(ticket.subject)}</h1>
  <p class="chips">
    <span class="chip status-${text(ticket.status)}">${text(label(ticket.status))}</span>
    ${ticket.priority ? `<span class="chip">${text(label(String(ticket.priority)))}</span>` : ''}
    <span class="chip plain">${text(nameOf(told.groups, ticket.group_id) ?? 'No group')}</span>
    <span class="chip plain">${text(nameOf(told.users, ticket.assignee_id) ?? 'Unassigned')}</span>
    ${(ticket.slas?.policy_metrics ?? []).map((row) => slaChip(row, told.now)).join('')}
  </p>
</header>
<div class="log" data-test-id="omni-log-container">
${entries
  .slice(0, MOST_SHOWN)
  .map(({ html }) => html)
  .join('\n')}
${entries.length > MOST_SHOWN ? '<button type="button" data-test-id="convolog-show-more-button">Show more</button>' : ''}
</div>
<footer class="composer" aria-hidden="true">
  <p class="composer-kind">Public reply ▾ <span>to ${text(requester?.name ?? 'the requester')}</span></p>
  <div class="composer-text"></div>
  <p class="composer-foot"><span>Apply macro</span><span class="submit">Submit as ${text(label(ticket.status))}</span></p>
</footer>
</section>`;
}

export function loginPage(returnTo: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Sign in – Acme Support</title>
<link rel="stylesheet" href="/agent/app.css"></head><body class="login"><main><h1>Sign in to Acme Support</h1>
<p>Your session has ended.</p><p><a class="submit" href="/access/login/session?return_to=${encodeURIComponent(returnTo)}">Sign in</a></p></main></body></html>`;
}

function listRow({ ticket, users }: ZendeskStory): string {
  const requester = users.find(({ id }) => id === ticket.requester_id);
  return `<li><a href="/agent/tickets/${ticket.id}" data-ticket-link="${ticket.id}">
<span class="row-top"><span class="dot status-${text(ticket.status)}" title="${text(label(ticket.status))}"></span>#${ticket.id}<time datetime="${text(ticket.updated_at)}">${when(ticket.updated_at)}</time></span>
<span class="row-subject">${text(ticket.subject)}</span><span class="row-who">${text(requester?.name ?? '')}</span></a></li>`;
}

function article(told: ZendeskStory, audit: WireAudit, event: WireEvent): string {
  const author = told.users.find(({ id }) => id === event.author_id);
  const kind = event.public === false ? 'internal' : author?.role === 'end-user' ? 'end-user' : 'agent';
  const files = Array.isArray(event.attachments) ? event.attachments : [];
  return `<article data-test-id="omni-log-comment-item" id="${audit.id}" data-comment-id="${event.id}" class="entry ${kind}">
<span class="avatar" aria-hidden="true">${initials(author?.name ?? '?')}</span>
<div class="bubble" data-test-id="omni-log-item-message" type="${kind}">
<p class="entry-head"><strong data-test-id="omni-log-item-sender">${text(author?.name ?? 'Unknown')}</strong>
${kind === 'internal' ? '<span class="tag" data-test-id="omni-log-internal-note-tag">Internal</span>' : ''}
<time datetime="${text(audit.created_at)}" data-test-id="timestamp-relative">${when(audit.created_at)}</time></p>
<div class="zd-comment">${paragraphs(String(event.body ?? ''))}</div>
${files.map((file: { file_name?: string }) => `<p class="file">Attached: ${text(String(file.file_name ?? ''))}</p>`).join('')}
</div></article>`;
}

/** A turn of a conversation: it has a time and no number of its own on the page. */
function turnArticle({ author, content, created_at }: WireTurn): string {
  const kind = author.type === 'user' ? 'end-user' : 'agent';
  const name = String(author.display_name ?? 'Unknown');
  return `<article data-test-id="omni-log-comment-item" class="entry ${kind}">
<span class="avatar" aria-hidden="true">${initials(name)}</span>
<div class="bubble" data-test-id="omni-log-item-message" type="${kind}">
<p class="entry-head"><strong data-test-id="omni-log-item-sender">${text(name)}</strong>
<time datetime="${text(created_at)}" data-test-id="timestamp-relative">${when(created_at)}</time></p>
<div class="zd-comment">${paragraphs(String(content.text ?? ''))}</div>
</div></article>`;
}

function slaChip(row: { metric: string; stage: string; breach_at: string | null }, now: string): string {
  const name = label(row.metric.replace('_time', '').replaceAll('_', ' '));
  // A clock that has stopped has no badge, whether it was met or missed.
  if (row.stage === 'achieved') return '';
  const left = row.breach_at ? Math.round((Date.parse(row.breach_at) - Date.parse(now)) / 60_000) : undefined;
  const shown = left === undefined ? 'paused' : left < 0 ? `${-left} min over` : `${left} min`;
  return `<span class="chip sla ${left !== undefined && left < 0 ? 'over' : ''}" data-test-id="sla-policy-${text(row.metric)}">${text(name)} ${shown}</span>`;
}

function isComment(event: WireEvent): boolean {
  return event.type === 'Comment';
}

function paragraphs(body: string): string {
  return body
    .split(/\n{2,}/)
    .map((part) => `<p>${text(part).replaceAll('\n', '<br>')}</p>`)
    .join('');
}

function nameOf(list: readonly { id: number; name: string }[], id: unknown): string | undefined {
  return list.find((item) => item.id === id)?.name;
}

function label(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function initials(name: string): string {
  return text(
    name
      .split(/\s+/)
      .map((part) => part.charAt(0))
      .slice(0, 2)
      .join('')
      .toUpperCase(),
  );
}

function when(at: string): string {
  const date = new Date(at);
  return text(
    date.toLocaleString('en-GB', {
      timeZone: 'UTC',
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      hour: '2-digit',
      minute: '2-digit',
    }),
  );
}

function text(value: string): string {
  return value
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
