// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { requestTracker } from '../../../../lib/helpdesks/request-tracker';

const locate = (url: string) => requestTracker.locate(new URL(url));

describe('locate', () => {
  it.each([
    ['https://rt.acme.example/Ticket/Display.html?id=12', 'https://rt.acme.example', '12'],
    ['http://127.0.0.1:8080/rt/Ticket/Display.html?id=12#txn-77', 'http://127.0.0.1:8080/rt', '12'],
    ['https://acme.example/help/rt/Ticket/History.html?id=012', 'https://acme.example/help/rt', '12'],
    ['https://acme.example/rt//Ticket/Display.html?id=12&results=abc', 'https://acme.example/rt', '12'],
    [
      'https://rt.acme.example/Ticket/Update.html?Action=Comment&QuoteTransaction=7&id=12',
      'https://rt.acme.example',
      '12',
    ],
    ['https://rt.acme.example/Ticket/ModifyPeople.html?id=12', 'https://rt.acme.example', '12'],
    ['https://rt.acme.example/m/ticket/show?id=12', 'https://rt.acme.example', '12'],
  ])('knows %s', (url, site, key) => {
    expect(locate(url)).toEqual({
      helpdesk: 'request-tracker',
      site,
      key,
      url: `${site}/Ticket/Display.html?id=${key}`,
    });
  });

  it.each([
    'https://rt.acme.example/Ticket/Display.html',
    'https://rt.acme.example/Ticket/Display.html?id=abc',
    'https://rt.acme.example/Ticket/Display.html?id=0',
    'https://rt.acme.example/Ticket/Display.html?id=-1',
    'https://rt.acme.example/Ticket/Create.html?Queue=1',
    'https://rt.acme.example/Ticket/Crypt.html?id=12',
    'https://rt.acme.example/SelfService/Display.html?id=12',
    'https://rt.acme.example/Transaction/Display.html?id=77',
    'https://rt.acme.example/',
    'file:///rt/Ticket/Display.html?id=12',
  ])('leaves %s alone', (url) => {
    expect(locate(url)).toBeUndefined();
  });
});

describe('customerPage', () => {
  it.each([
    ['https://rt.acme.example/SelfService/Display.html?id=12', 'https://rt.acme.example'],
    [
      'https://acme.example/support/rt/SelfService/Display.html?id=012#txn-7',
      'https://acme.example/support/rt',
    ],
    ['http://127.0.0.1:8080/rt/SelfService/Update.html?id=12&Action=Respond', 'http://127.0.0.1:8080/rt'],
  ])('knows %s and the agent’s page of it', (url, site) => {
    expect(requestTracker.customerPage(new URL(url))).toEqual({
      key: '12',
      agentUrl: `${site}/Ticket/Display.html?id=12`,
    });
  });

  it.each([
    'https://rt.acme.example/SelfService/',
    'https://rt.acme.example/SelfService/Closed.html',
    'https://rt.acme.example/SelfService/Display.html?id=new',
    'https://rt.acme.example/SelfService/Transaction/Display.html?id=77',
    'https://rt.acme.example/Ticket/Display.html?id=12',
    'file:///SelfService/Display.html?id=12',
  ])('says nothing of %s', (url) => {
    expect(requestTracker.customerPage(new URL(url))).toBeUndefined();
  });
});

describe('entryPage', () => {
  const ticket = { site: 'https://acme.example/rt', key: '12' };

  it('is the whole history of a ticket, at the entry', () => {
    const expected = 'https://acme.example/rt/Ticket/History.html?id=12#txn-77';
    expect(requestTracker.entryPage(ticket, { id: 'txn:77' })).toBe(expected);
    expect(requestTracker.entryPage({ ...ticket, events: Array(300) }, { id: 'txn:77/sla' })).toBe(expected);
  });

  it('is the entry alone where RT would take long to show the whole history', () => {
    expect(requestTracker.entryPage({ ...ticket, events: Array(301) }, { id: 'txn:77' })).toBe(
      'https://acme.example/rt/Transaction/Display.html?id=77',
    );
  });

  it('is none for what is no transaction', () => {
    expect(requestTracker.entryPage(ticket, { id: 'comment:77' })).toBeUndefined();
  });
});

describe('recognise', () => {
  const page = (body: string) => new DOMParser().parseFromString(body, 'text/html');

  it('reads the base path from the page’s own script', () => {
    const document = page(
      '<script>\nRT.CurrentUser = {"id":7};\nRT.Config      = {"WebPath":"/rt","rtname":"a"};\n</script>',
    );
    expect(requestTracker.recognise(document)).toEqual({ base: `${new URL(document.URL).origin}/rt` });
  });

  it.each([
    '<p>RT.Config = {"WebPath":"/rt"};</p>',
    '<script>RT.Config = {"WebPath":</script>',
    '<script>var x = 1</script>',
  ])('does not take %s for Request Tracker', (body) => {
    expect(requestTracker.recognise(page(body))).toBeUndefined();
  });
});

describe('entry', () => {
  it('finds the entry of an event and of what was worked out from it', () => {
    document.body.innerHTML =
      '<div class="transaction" data-transaction-id="7"></div><div class="transaction" data-transaction-id="77"></div>';
    const time = { at: '2026-11-17T08:12:00.000Z', precision: 's' as const };
    const at = (id: string) =>
      requestTracker.entry(document, { id, kind: 'other', time })?.getAttribute('data-transaction-id');
    expect(at('txn:77')).toBe('77');
    expect(at('txn:77/sla')).toBe('77');
    expect(at('txn:8')).toBeUndefined();
    expect(at('comment:7')).toBeUndefined();
  });
});
