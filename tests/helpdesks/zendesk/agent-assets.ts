/** Style and script of the replayed agent page; served as files, because its CSP allows nothing inline. */
export const agentStyle = `
*{box-sizing:border-box}
:root{--ink:#1d2b36;--soft:#5c6b76;--line:#d9e0e4;--bg:#f5f7f8;--accent:#1f6f5c;--note:#fff6df;--note-line:#ead8a4}
html,body{height:100%;margin:0}
body{display:grid;grid-template-columns:52px 268px minmax(0,1fr);color:var(--ink);background:#fff;
  font:14px/1.5 system-ui,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
p,h1,h2,ul{margin:0;padding:0}
.rail{background:#16302b;display:flex;flex-direction:column;align-items:center;gap:6px;padding:12px 0}
.logo{width:30px;height:30px;border-radius:9px;background:#bfe3d6;color:#16302b;font-weight:700;display:grid;place-items:center;margin-bottom:10px}
.rail-item{width:36px;height:36px;border-radius:8px;color:#bcd0ca;display:grid;place-items:center;font-size:18px;text-decoration:none}
.rail-item.is-on{background:#25483f;color:#fff}
.rail-me{margin-top:auto}
.views{border-right:1px solid var(--line);background:var(--bg);overflow:auto}
.views h2{font-size:13px;font-weight:600;padding:14px 16px 10px}
.count{color:var(--soft);font-weight:400}
.views ul{list-style:none}
.views a{display:block;padding:10px 16px;border-top:1px solid var(--line);color:inherit;text-decoration:none}
.views a:hover{background:#eaf0ee}
.views a[aria-current]{background:#fff;box-shadow:inset 3px 0 var(--accent)}
.row-top{display:flex;align-items:center;gap:6px;font-size:12px;color:var(--soft)}
.row-top time{margin-left:auto}
.row-subject{display:-webkit-box;-webkit-line-clamp:2;-webkit-box-orient:vertical;overflow:hidden;font-weight:600;line-height:1.35;margin:2px 0;overflow-wrap:anywhere}
.row-who{font-size:12px;color:var(--soft)}
.dot{width:9px;height:9px;border-radius:50%;background:#8796a0}
.dot.status-new{background:#d9a520}.dot.status-open{background:#c0392b}.dot.status-pending{background:#2c7bb6}.dot.status-solved{background:#7d8b94}
main{min-width:0;height:100vh;overflow:auto;background:#fff}
.pane{min-height:100%;display:flex;flex-direction:column}
.head{position:sticky;top:0;background:#fff;border-bottom:1px solid var(--line);padding:14px 28px 12px;z-index:1}
.crumb{font-size:12px;color:var(--soft)}
.key{margin-left:6px}
h1{font-size:19px;line-height:1.3;font-weight:600;margin:2px 0 8px;overflow-wrap:anywhere}
.chips{display:flex;flex-wrap:wrap;gap:6px}
.chip{font-size:12px;line-height:20px;padding:0 8px;border-radius:10px;background:#e6edf0}
.chip.plain{background:none;border:1px solid var(--line);line-height:18px}
.chip.status-new{background:#f7e7b5}.chip.status-open{background:#f5d3ce}.chip.status-pending{background:#d3e6f3}.chip.status-solved{background:#dfe4e7}
.chip.sla{background:none;border:1px solid #b9d8cd;line-height:18px;color:#1a5c4c}
.chip.sla.over{border-color:#e0a39a;color:#a1281a;font-weight:600}
.log{flex:1;padding:20px 28px;display:flex;flex-direction:column;gap:14px;max-width:860px;width:100%}
.entry{display:grid;grid-template-columns:34px minmax(0,1fr);gap:12px;scroll-margin:130px}
.avatar{width:32px;height:32px;border-radius:50%;display:grid;place-items:center;font-size:12px;font-weight:600;background:#dbe6ee;color:#28465c}
.agent .avatar,.rail-me{background:#cfe7de;color:#17463a}
.internal .avatar{background:#f2e3b3;color:#6a4e00}
.bubble{padding:0 0 4px;overflow-wrap:anywhere}
.internal .bubble{background:var(--note);border:1px solid var(--note-line);border-radius:8px;padding:8px 12px}
.entry-head{display:flex;align-items:baseline;gap:8px}
.entry-head time{margin-left:auto;font-size:12px;color:var(--soft);white-space:nowrap}
.tag{font-size:11px;line-height:16px;padding:0 6px;border-radius:8px;background:#ead8a4;color:#5b4300}
.zd-comment p{margin:4px 0 8px;max-width:70ch}
.file{font-size:13px;color:var(--soft)}
.composer{position:sticky;bottom:0;background:#fff;border-top:1px solid var(--line);padding:10px 28px;max-width:860px;width:100%}
.composer-kind{font-size:13px;font-weight:600}.composer-kind span{font-weight:400;color:var(--soft)}
.composer-text{height:34px}
.composer-foot{display:flex;justify-content:space-between;align-items:center;font-size:13px;color:var(--soft)}
.submit{display:inline-block;background:#16302b;color:#fff;border-radius:6px;padding:5px 12px;text-decoration:none;font-size:13px}
.empty{padding:40px;color:var(--soft)}
.login{display:grid;grid-template-columns:1fr;place-items:center}.login main{height:auto;text-align:center}
.login p{margin:12px 0}
@media (max-width:820px){body{grid-template-columns:52px minmax(0,1fr)}.views{display:none}}
`;

/**
 * Moves between tickets without loading a page, as the real one does: every opened ticket stays in the DOM as
 * its own pane and only one of them is visible.
 */
export const agentScript = `
'use strict';
const panes = document.getElementById('main_panes');
const paneOf = (key) => panes.querySelector(':scope > [data-ticket-id="' + key + '"]');
const keyOf = (path) => (/^\\/agent\\/tickets\\/(\\d+)/.exec(path) || [])[1];

async function show(key) {
  if (!paneOf(key)) {
    const answer = await fetch('/agent/panes/' + key);
    if (!answer.ok) { location.href = '/agent/tickets/' + key; return; }
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').body.firstElementChild;
    if (!paneOf(key)) panes.append(fresh);
  }
  for (const child of panes.children) child.style.display = child.dataset.ticketId === key ? '' : 'none';
  document.title = '#' + key + ' ' + paneOf(key).querySelector('h1').textContent + ' – Acme Support';
  mark(key);
}

function mark(key) {
  for (const link of document.querySelectorAll('[data-ticket-link]')) {
    if (link.dataset.ticketLink === key) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
}

document.addEventListener('click', (event) => {
  const link = event.target.closest && event.target.closest('[data-ticket-link]');
  if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return;
  event.preventDefault();
  history.pushState({}, '', link.getAttribute('href'));
  show(link.dataset.ticketLink);
});
addEventListener('popstate', () => { const key = keyOf(location.pathname); if (key) show(key); });
mark(keyOf(location.pathname));
`;
