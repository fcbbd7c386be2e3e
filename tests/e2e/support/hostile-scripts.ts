/** Scripts of a page that is not content with showing a ticket. They run there, so each stands on its own. */

/** Notes in `heard()` every event, change of the page and new global that could come from an extension of this id. */
export function listenToEverything(id: string): void {
  const said: string[] = [];
  Object.assign(globalThis, { heard: () => said });
  const starts = ['ticket', 'courier', 'content', 'background'].flatMap((script) =>
    ['wxt:content-script-started', 'wxt:locationchange'].map((event) => `${id}:${script}:${event}`),
  );
  const events = ['message', 'messageerror', 'storage', 'copy', 'paste', 'error', 'unhandledrejection'];
  for (const name of [...starts, ...events, 'wxt:locationchange', 'securitypolicyviolation'])
    for (const target of [window, document]) target.addEventListener(name, () => said.push(name), true);
  const changes = new MutationObserver((all) => said.push(...all.map(({ type }) => `changed: ${type}`)));
  changes.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  const known = new Set(Object.getOwnPropertyNames(globalThis));
  const look = () => {
    const fresh = Object.getOwnPropertyNames(globalThis).filter((name) => !known.has(name));
    for (const name of fresh) known.add(name);
    said.push(...fresh.map((name) => `global: ${name}`));
    requestAnimationFrame(look);
  };
  look();
}

/**
 * Replaces what the courier would use if it ran among the page's own scripts; from `shout()` on these lie, note their
 * use in `caught()`, and answers of the page's own are cried out in every way a page has.
 */
export function fakeEverything(id: string): void {
  const reached: string[] = [];
  const lie = { ticket: { id: 48213, subject: 'Faked', created_at: '2026-11-17T08:12:05Z' }, audits: [] };
  const body = JSON.stringify(lie);
  let isArmed = false;
  const replace = (holder: object, method: string, answer?: () => unknown) => {
    const original: (...call: unknown[]) => unknown = Reflect.get(holder, method);
    Reflect.set(holder, method, function (this: unknown, ...call: unknown[]) {
      if (isArmed) reached.push(method);
      return isArmed && answer ? answer() : original.apply(this, call);
    });
  };
  replace(globalThis, 'fetch', () => Promise.resolve(new Response(body)));
  replace(JSON, 'parse', () => lie);
  replace(Response.prototype, 'text', () => Promise.resolve(body));
  replace(Response.prototype, 'arrayBuffer', () => Promise.resolve(new ArrayBuffer(0)));
  replace(ReadableStream.prototype, 'getReader');
  replace(TextDecoder.prototype, 'decode', () => body);
  replace(AbortSignal, 'any');
  replace(Element.prototype, 'querySelectorAll');
  replace(Promise.prototype, 'finally');

  const cry = (message: object) => {
    window.postMessage(message, '*');
    for (const name of ['debrief:courier', `${id}:courier`, id])
      document.dispatchEvent(new CustomEvent(name, { detail: message }));
  };
  const shout = () => {
    isArmed = true;
    cry({ debrief: 'clicked', tabId: 1 });
    for (const kind of ['response', 'head', 'shown', 'failed'])
      for (const nonce of ['', 'guess', null])
        cry({ nonce, id: 1, kind, status: 200, url: location.href, body, headers: {} });
    const { runtime = {} } = (globalThis as { chrome?: { runtime?: object } }).chrome ?? {};
    for (const way of ['connect', 'sendMessage', 'onConnect', 'onMessage'])
      if (way in runtime) reached.push(`a way to the extension: ${way}`);
  };
  Object.assign(globalThis, { caught: () => reached, shout });
}
