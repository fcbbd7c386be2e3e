/** Words that people outside a trade do not know, each with plain ones for it. The list is the user's to change. */

export interface JargonTerm {
  term: string;
  /** What one could write in its place. */
  plain: string;
  /** Where the term stands by itself in the same capitals only; without it, in any. */
  exact?: boolean;
}

/** Offsets count UTF-16 code units; the end is exclusive. */
export interface JargonFinding {
  start: number;
  end: number;
  /** As written in the text. */
  found: string;
  plain: string;
}

/** Left out is what also has an everyday meaning, "token", "build", "thread": a list that cries wolf is not read. */
const listed: readonly (readonly [terms: string, plain: string])[] = [
  [
    'nil pointer|null pointer|nil pointer dereference|null pointer dereference|null pointer exception|nullpointerexception|null reference exception',
    'a programming fault',
  ],
  ['unhandled exception|uncaught exception|runtime exception', 'a fault the program did not expect'],
  ['stack trace|stacktrace|backtrace', 'the program’s error report'],
  ['segfault|segmentation fault|kernel panic|core dump', 'a crash'],
  ['race condition', 'two steps that got in each other’s way'],
  ['memory leak', 'a fault that used up the memory'],
  ['buffer overflow|stack overflow', 'a fault in how data is held'],
  ['off-by-one error', 'a miscount by one'],
  ['http 400|bad request error', 'the request was not understood'],
  ['http 401|401 unauthorized', 'the sign-in was not accepted'],
  ['http 403|403 forbidden', 'access was refused'],
  ['http 404', 'the page was not found'],
  ['http 429', 'too many requests at once'],
  [
    'http 500|http 502|http 503|http 504|internal server error|bad gateway|gateway timeout',
    'an error on our side',
  ],
  ['5xx errors|5xx', 'errors on our side'],
  ['invalid_scope|invalid_grant|invalid_token', 'a missing permission'],
  ['oauth|oauth2', 'the sign-in between the two systems'],
  ['token refresh|refresh token', 'renewing the sign-in'],
  ['api endpoint|rest endpoint', 'the address other programs use'],
  ['webhook', 'an automatic message between systems'],
  ['payload', 'the data that was sent'],
  ['regression test', 'a check that old functions still work'],
  ['hotfix|hot fix', 'an urgent correction'],
  ['rolled back|roll back|rollback', 'went back to the earlier version'],
  ['backported|backport', 'brought to the earlier version'],
  ['feature flag|feature toggle', 'a switch for a function'],
  ['deployed to production|pushed to prod|in prod|to prod|prod environment', 'released'],
  ['ci/cd|ci pipeline|build pipeline', 'our release process'],
  ['staging environment|sandbox tenant|test tenant', 'a test system'],
  ['multi-tenant|single-tenant', 'shared by several customers'],
  ['tenant', 'customer accounts'],
  ['failover', 'the switch to the spare system'],
  ['load balancer', 'what spreads the work over servers'],
  ['rate limit|rate limited|rate limiting', 'a limit on how often'],
  ['throttled|throttling', 'slowed down on purpose'],
  ['cron job|cronjob', 'a scheduled task'],
  ['message queue|dead letter queue|dlq', 'the waiting list of messages'],
  ['deadlock|deadlocked', 'two tasks that waited for each other'],
  ['idempotent|idempotency', 'safe to repeat'],
  ['latency', 'delay'],
  ['cache invalidation|cache busting|stale cache', 'out-of-date stored copies'],
  ['dns propagation|dns record|dns', 'the internet’s address book'],
  ['tls handshake|ssl handshake', 'setting up the secure connection'],
  ['ssl certificate|tls certificate', 'the certificate for secure connections'],
  ['cors error|cors', 'a browser security rule'],
  ['schema migration|database migration|db migration', 'a change to how data is stored'],
  ['sql query|sql queries', 'a question to the database'],
  ['foreign key|primary key', 'a link between records'],
  ['microservice', 'parts of our system'],
  ['kubernetes|k8s|docker container', 'our servers'],
  ['middleware', 'the program in between'],
  ['edge case', 'a rare situation'],
  ['root cause analysis|rca', 'the search for the cause'],
  ['mttr|mtta|mttd', 'the time it took'],
  ['sev-0|sev-1|sev-2|sev-3|sev0|sev1|sev2|sev3', 'how serious it was'],
  ['sla breach|breached the sla|breached our sla', 'later than agreed'],
  ['sla', 'what we agreed'],
  ['on-call engineer|on-call', 'the person on duty'],
  ['triage|triaged|triaging', 'sorted by urgency'],
  ['repro steps|repro', 'how to make it happen again'],
  ['workaround', 'a way round it'],
  ['downstream system|upstream system', 'connected systems'],
  ['csat|nps', 'customer satisfaction'],
  ['eta', 'the expected time'],
  ['eod|cob', 'the end of the day'],
];

/** Abbreviations that are other words in small letters. */
const inCapitals = new Set(['eta', 'eod', 'cob', 'nps', 'rca', 'dns', 'cors']);

export const jargon: readonly JargonTerm[] = listed.flatMap(([terms, plain]) =>
  terms
    .split('|')
    .map((term) =>
      inCapitals.has(term) ? { term: term.toUpperCase(), plain, exact: true } : { term, plain },
    ),
);

/** In order, without overlap: of terms at one place the longest. A plural is its term too. */
export function findJargon(text: string, terms: readonly JargonTerm[] = jargon): JargonFinding[] {
  const found = terms.flatMap((term) =>
    Array.from(text.matchAll(patternOf(term)), ({ 0: match, index }) => ({
      start: index,
      end: index + match.length,
      found: match,
      plain: term.plain,
    })),
  );
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  let end = 0;
  return found.filter((one) => {
    if (one.start < end) return false;
    end = one.end;
    return true;
  });
}

const patterns = new WeakMap<JargonTerm, RegExp>();

/** As a word of its own; a blank in it is any blank or a hyphen. */
function patternOf(term: JargonTerm): RegExp {
  const known = patterns.get(term);
  if (known) return known;
  const words = term.term
    .trim()
    .replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
    .replace(/[\s-]+/g, '[\\s-]+');
  const made = new RegExp(
    `(?<![\\p{L}\\p{N}_-])${words}(?:s|es)?(?![\\p{L}\\p{N}_-])`,
    term.exact ? 'gu' : 'giu',
  );
  patterns.set(term, made);
  return made;
}
