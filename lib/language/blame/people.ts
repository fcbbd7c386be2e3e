/**
 * Who or what a sentence is about. The same verb is a fact about a system ("the alert failed to fire") and blame of a
 * person, so every rule asks for the subject first.
 */
import type { Sentence, Word } from './sentences';
import { isPast } from './verbs';

export type Subject = 'person' | 'team' | 'nobody' | 'customer' | 'system' | 'unknown' | 'implied';

export interface Found {
  kind: Subject;
  /** Where the noun begins, its article included; absent where the subject stands with an earlier verb. */
  start?: number;
}

const list = (words: string) => new Set(words.trim().split(/\s+/));

const pronouns = list('he she you i they someone somebody anyone anybody everyone everybody whoever');
const ourselves = list('we us');
const nobodies = list('nobody no-one noone none');
const roles = list(`
integrator subcontractor trainer coach mentor volunteer exec pm po csm tam ae ciso cio cfo founder chap bloke lad muppet numpty buffoon jobsworth slacker joker wizard guru superstar signatory watchman
agent engineer developer dev operator analyst technician tech rep representative manager lead supervisor admin administrator sysadmin dba specialist
consultant contractor intern trainee newcomer newbie rookie junior senior colleague coworker co-worker staffer employee person guy man woman individual member dispatcher
handler assignee owner on-call oncall on-duty sre tester clerk director ceo cto coo vp head boss teammate freelancer temp expert coordinator advisor adviser
assistant associate accountant planner programmer architect designer author reviewer approver responder commander moderator receptionist trainer
seller salesperson salesman worker human humans people folks predecessor successor leader executive captain secretary apprentice officer responder caretaker hire
starter scribe professional installer driver guard janitor chef waiter waitress porter pilot mechanic electrician plumber cashier lawyer auditor banker editor steward doctor physician pharmacist librarian professor tutor inspector foreman fitter welder packer picker loader surveyor bookkeeper controller buyer-planner paralegal recruiter host hostess instructor lecturer registrar caseworker case-worker bartender barista ranger marshal courier genius idiot moron clown fool amateur hero cowboy nurse teacher student-worker buyer-side deputy escalator triager maintainer committer deployer somebody's one's`);
const teams = list(`
team teams support helpdesk servicedesk engineering development sales marketing product billing finance legal ops operations devops security hr it-support qa
logistics procurement management leadership headquarters hq staff crew squad desk department dept group groups company vendor supplier provider partner
contractors shift dayshift nightshift front-office back-office backoffice frontline second-line first-line third-line second-level first-level everyone-else
warehouse accounting compliance infrastructure-team platform-team onboarding-team netops secops infosec account-management customer-success reseller agency
outsourcer firm firms carrier carriers haulier hauliers forwarder distributor wholesaler manufacturer consultancy bureau committee board call-centre contact-centre housekeeping reception concierge nursing pharmacy kitchen catering maintenance faculty admissions branch store frontdesk front-desk academics office hq-team brand communications comms pr partnerships onboarding retention dispatch procurement accounts platform infra infrastructure sre edge design research merchandising presales pre-sales postsales purchasing fulfilment fulfillment callcenter call-center backend frontend training-team editorial growth field-service networking dba-team leadership-team training-dept facilities risk treasury payroll-team content tier1 tier2 tier3 l1 l2 l3 l4 t1 t2 t3 tier-1 tier-2 tier-3 level-1 level-2 level-3 1st-line 2nd-line 3rd-line 1st-level 2nd-level`);
const customers = list(`
customer customers client clients user users caller callers requester requesters subscriber subscribers guest guests tenant tenants buyer buyers shopper shoppers
patient patients student students visitor visitors reporter reporters consumer consumers member-account end-user end-users passenger passengers`);
const systems = list(`
it this that these those which system service server job alert alarm queue rule script monitor monitoring routing macro deploy deployment webhook integration api bot
email mail message ticket case form field trigger automation workflow process policy procedure document documentation article runbook playbook template page button view dashboard report
database index cache network router switch firewall certificate cert token key connector sync import export migration release build pipeline test check rollout
rollback patch update upgrade app application site website portal tool software hardware phone line call channel mailbox inbox filter tag label status priority
sla target timer clock schedule calendar rota roster reminder notification config configuration setting flag feature version code function query request response
reply note comment log error bug issue incident outage problem change fix workaround handover hand-over handoff hand-off escalation contract invoice order payment refund
device printer laptop battery cable disk storage backup cluster node container gateway proxy balancer dns agent-software installer-package plugin extension crm
search parser scheduler validator classifier model detector probe sensor poller worker-process daemon crawler thread connection session login account profile
attachment file folder link list table column row record data date time window deadline meeting training course onboarding knowledge base kb catalogue
threshold limit quota license subscription plan contract-form checklist step gap cause chain part thing nothing something everything anything decision instruction generator valve pump elevator lift truck van train parcel package stock shipment delivery gate light lamp motor engine meter terminal till register
scale reader camera door lock kiosk robot conveyor line belt machine oven fridge heater boiler radio antenna satellite modem phone tablet mouse keyboard screen monitor-stand mic headset power network
internet wifi vpn mfa sso login password pin code ticket-form macro-list survey feedback reply-all consumer-group producer partition shard replica primary standby lambda function endpoint
counter timer cronjob pipeline runner agentless bundle binary library package kernel driver firmware bios disk raid volume snapshot bucket object blob region zone rack voltage current
invoice quote price discount voucher coupon basket cart checkout catalogue catalog inventory warehouse-system erp crm cms lms payroll-run bank card iban transfer refund-run subscription renewal`);

/** Capitalised, and nobody's name. */
const products = list(`
monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december
zendesk jira slack salesforce hubspot intercom freshdesk servicenow pagerduty opsgenie datadog grafana prometheus splunk kibana elasticsearch redis kafka postgres
postgresql mysql mongo mongodb oracle stripe paypal twilio sendgrid mailchimp outlook gmail exchange teams zoom sharepoint confluence notion trello asana github gitlab
jenkins docker kubernetes nginx apache cloudflare aws azure gcp google microsoft amazon apple android windows linux chrome firefox safari edge okta auth0 sap netsuite
shopify magento wordpress twitter facebook instagram whatsapp telegram signal skype nagios zabbix sentry terraform ansible puppet vault consul rabbitmq celery airflow
looker tableau excel powerpoint sap workday snowflake debrief otrs osticket freescout zammad linear statuspage new-relic bamboo circleci lambda s3 ec2 dynamo cassandra`);

const twoWords =
  /^(?:customer (?:success|care|support|service|services|experience)|account management|human resources|quality assurance|front desk|back office|help desk|service desk|field services?|(?:client|customer|member|guest|technical|business|shared|it|digital|clinical|emergency) services|head office|data office|regional office|service cent(?:er|re)|contact cent(?:er|re)|call cent(?:er|re)|inside sales|site reliability|public relations|network operations|data platform|tech support|technical support|second level|first level|third level|second line|first line|third line|night duty|people operations)$/;

const adverbs = list(`
just also simply again then still even never not once twice only first later finally already all both each always often sometimes usually too there here yesterday today
apparently clearly obviously probably once-again somehow instead almost nearly perhaps maybe either neither really quite rather deliberately well long soon ago
had has have was were is are am be been being did do does got 's 'd himself herself themselves itself ourselves myself`);
const notAdverbs = list(
  'family supply reply assembly anomaly italy july fly apply rely ally emily kelly sally billy molly lily holly polly kimberly beverly carly',
);
const prepositions = list(
  'on in from of at for with inside behind during to within between about under over per as since after before until via',
);
const joints = list('and but or nor yet then plus');
const openers = list(
  'because that when while as since if so although though after before until once where whereas how why what whether unless than',
);
const determiners = list(
  'the a an our your their his her my its this these those one another any some each every no whole entire new old same other first second third last next night day weekend late early morning evening',
);
const modals = list('to can could may might will would shall should must let lets make makes help helps');

/** Names that end like the name of a thing. */
const nounlike =
  list(`peter walter oliver hector victor xavier roger jennifer alexander christopher heather amber ester esther günter gunter dieter werner rainer tyler taylor carter parker
hunter cooper mercer spencer jasper casper javier olivier roger fraser harper piper skyler wilder connor conor igor trevor salvador eleanor taylor nestor ester al hal cal sal pal val
michal rafal chantal vidal bilal jamal kamal vishal gopal neal faisal kunal abigail vincent laurent clement clément brent kent trent grant garant lamont harriet juliet janet margaret
bridget scarlet violet kit merit harry larry barry terry jerry gerry henry rory mary rosemary cherry perry garry kerry betty patty marty scotty kitty dorothy rick nick jack dick patrick frederick
derick erick eric mick vick brock chuck zack mack dominic cedric ludovic ic beth elizabeth ruth judith keith edith meredith seth garth heath jess ross russ tess bess klaus hans agnes clarence
chester lester buster ulster walther luther esther sander xander leander evander pieter wouter olivier didier gauthier thierry valery gregory avery emory ivory hilary hillary zachary
gareth viktor sander dexter webster fletcher mercer palmer foster walker butler sawyer sumner archer asher fischer schneider weber wagner becker bauer meyer meier mayer keller huber berger winkler fedor theodor sandor tibor gabor leonor elinor melchior windsor ginger summer wheeler potter
lance vance terrance constance marion dion charity trinity clement mable olive clive ling ming jing xing ying ting qing bing sterling fleming harding irving king
ahmed mohamed mohammed muhammed muhammad khaled waleed walid saeed syed javed hamed fred alfred wilfred winifred mildred jared jarred ned ted reed rashed majed
anders rogers myers sanders peters waters flowers rutger jesper casper kasper ditmar gunnar einar
amal nidal talal iqbal ismail pascal gal tal noor mansoor tanvir omer ömer caner soner taner alper umer tamer samer maher taher naser yasser nasser bahadur sudhir`);

/** Things without an article that end like names. */
const masses =
  list(`power traffic latency capacity bandwidth electricity internet security weather health growth length depth width access progress stress loss business process address success music public logic metric
quantity quality content rent event client payment budget market packet socket ticket target asset outlet wallet bucket basket cabinet jacket tablet feedback stack clock lock block check track click rack back stick disk bulk risk task mask desk
history memory battery factory delivery recovery entry query country directory repository registry inventory industry property safety identity availability reliability connectivity functionality priority severity visibility activity facility majority utility
nothing something everything anything plenty sixty twenty thirty forty fifty eighty ninety truth growth month north south earth strength warmth both cloth path math bath logic topic public traffic fabric magic panic basic classic static automatic electric plastic generic specific`);

const tierWords = list(
  'tier level line l t layer agent engineer team group operator shift site person technician rep analyst user desk',
);

export function isHuman({ kind }: Found): boolean {
  return kind === 'person' || kind === 'team';
}

/** The noun that ends at word `at`, or undefined where that word is none. */
export function nounAt(sentence: Sentence, at: number): Found {
  const { words } = sentence;
  const word = words[at];
  if (!word || word.isMark) return { kind: 'unknown' };
  const kind = kindOf(words, at);
  return { kind, start: startOfNoun(words, at) };
}

function kindOf(words: readonly Word[], at: number): Subject {
  const word = words[at];
  if (!word) return 'unknown';
  const { low } = word;
  const before = words[at - 1];
  if (low === 'one' && before?.low === 'no') return 'nobody';
  if (nobodies.has(low)) return 'nobody';
  if (word.raw === 'IT') return 'team';
  if (ourselves.has(low)) return 'team';
  if (pronouns.has(low)) return 'person';
  if (/^(?:\d{1,2}|[a-z]|two|one|three|i{1,3})$/.test(low) && before && tierWords.has(before.low))
    return /^(?:agent|engineer|operator|person|technician|rep|analyst)$/.test(before.low) ? 'person' : 'team';
  if (before && twoWords.test(`${before.low} ${low}`)) return 'team';
  if (customers.has(low)) return 'customer';
  if (before && ['no'].includes(before.low) && isPersonWord(low)) return 'nobody';
  if (teams.has(low)) return 'team';
  if (isPersonWord(low)) {
    // "the customer's admin"
    if (before?.low === "'s" && customers.has(words[at - 2]?.low ?? '')) return 'customer';
    return plural(low) ? 'team' : 'person';
  }
  if (systems.has(low) || systems.has(singular(low))) return 'system';
  return isName(words, at) ? 'person' : 'unknown';
}

function isPersonWord(low: string): boolean {
  return roles.has(low) || roles.has(singular(low));
}

function plural(low: string): boolean {
  return !roles.has(low) || low === 'people' || low === 'folks' || low === 'humans';
}

function singular(low: string): string {
  if (low.endsWith('men')) return `${low.slice(0, -2)}an`;
  return low.endsWith('s') ? low.slice(0, -1) : low;
}

function isName(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (!word || !/^@?\p{Lu}[\p{Ll}'’.-]+(?:\p{Lu}\p{Ll}+)?$/u.test(word.raw.replace(/['’]s$/, '')))
    return word?.raw.startsWith('@') ?? false;
  const { low } = word;
  if (
    products.has(low) ||
    adverbs.has(low) ||
    openers.has(low) ||
    prepositions.has(low) ||
    determiners.has(low)
  )
    return false;
  const before = words[at - 1];
  if (before && determiners.has(before.low) && !/^(?:our|night|day)$/.test(before.low)) return false;
  const opens = before === undefined || before.isMark;
  // "Mei-Ling", and what no thing is called.
  if (!opens || nounlike.has(low) || /-\p{Lu}/u.test(word.raw)) return true;
  const next = words[at + 1];
  // A thing that is counted has an article before it.
  const isCounted = /(?:er|or|al|age|ure|sis|ata)s?$|(?:ent|ant|ry|ty|et|ic|ck|th|ss)s$/.test(low);
  const isMass = /(?:ent|ant|ry|ty|et|ic|ck|th|ss)$/.test(low) && !isPast(next?.low ?? '');
  if ((isCounted || isMass || masses.has(low)) && !/^\p{Lu}/u.test(next?.raw ?? '')) return false;
  // The first word of a sentence is written large whatever it is.
  return (
    !/(?:tion|ment|ing|ity|ness|ance|ics|ware|ship|ism|less|ful|ous|ive|able)s?$/.test(low) &&
    !(isPast(low) && next?.low !== 'and' && !isPast(next?.low ?? ''))
  );
}

function startOfNoun(words: readonly Word[], at: number): number {
  let from = at;
  for (let steps = 0; steps < 5; steps++) {
    const before = words[from - 1];
    if (!before || before.isMark) break;
    // "Network and Security"
    const joint = words[from - 2];
    if (before.low === 'and' && joint && !joint.isMark && isHuman({ kind: kindOf(words, from - 2) })) {
      from -= 2;
      continue;
    }
    // "the project lead"
    const isDescribed =
      determiners.has(joint?.low ?? '') &&
      !isPast(before.low) &&
      ![openers, joints, prepositions, modals, adverbs].some((set) => set.has(before.low));
    const isPart =
      isDescribed ||
      determiners.has(before.low) ||
      teams.has(before.low) ||
      isPersonWord(before.low) ||
      before.low === 's' ||
      before.low === "'s" ||
      (/^\p{Lu}/u.test(before.raw) &&
        !openers.has(before.low) &&
        !joints.has(before.low) &&
        !prepositions.has(before.low)) ||
      /^(?:on-call|on-duty|duty|shift|senior|junior|network|account|key|customer|database|backend|frontend|platform|infrastructure|responsible|assigned|previous|former|current|external|outsourced|remote|weekend|regional|local|whole|busy|own|success|field|service|poor|lazy|careless|rookie|young|inexperienced|overworked|tired|data|software|systems?|release|incident|quality|test|call|center|centre|chat|phone|retail|store|hotel|it|logistics|payments?|second|first|third|line|level|tier)$/.test(
        before.low,
      );
    if (!isPart || (openers.has(before.low) && before.low !== 'that')) break;
    from--;
  }
  return words[from]?.start ?? 0;
}

/** The subject of the verb that begins at `offset` of the text. */
export function subjectBefore(sentence: Sentence, offset: number, earlier?: Sentence): Found {
  const { words } = sentence;
  const whoever = words.findLastIndex((word) => word.end <= offset && word.low === 'whoever');
  if (whoever >= 0 && words.findLastIndex((word) => word.end <= offset && word.isMark) < whoever)
    return { kind: 'person', start: words[whoever]?.start ?? 0 };
  let at = words.findLastIndex((word) => word.end <= offset);
  // "had not", "just", "repeatedly": between a subject and its verb.
  for (; at >= 0; at--) {
    const word = words[at];
    if (!word || word.isMark) break;
    if (modals.has(word.low)) return { kind: 'unknown' };
    if (/^(?:usual|always|ever)$/.test(word.low) && words[at - 1]?.low === 'as') {
      at--;
      continue;
    }
    if (/^(?:more|again)$/.test(word.low) && /^(?:once|yet)$/.test(words[at - 1]?.low ?? '')) {
      at--;
      continue;
    }
    const isAdverb =
      adverbs.has(word.low) || (word.low.endsWith('ly') && !notAdverbs.has(word.low) && word.low.length > 4);
    if (!isAdverb) break;
  }
  return nounLeftOf(sentence, at, earlier);
}

function nounLeftOf(sentence: Sentence, at: number, earlier?: Sentence): Found {
  const { words } = sentence;
  const word = words[at];
  if (!word || word.low === ':' || (word.low === '-' && at <= 1))
    return { kind: 'implied', start: words[at + 1]?.start ?? sentence.start };
  if (word.low === ')') {
    const opens = words.findLastIndex((other, index) => index < at && other.low === '(');
    return opens > 0 ? nounLeftOf(sentence, opens - 1, earlier) : { kind: 'unknown' };
  }
  if (joints.has(word.low)) return sharedSubject(sentence, at, earlier);
  if (word.isMark) return besideComma(sentence, at, earlier);
  const isCleft =
    word.low === 'that' &&
    /\bit (?:was|is|'s) [^,;:]{1,60}$/.test(sentence.low.slice(0, word.start - sentence.start));
  if (word.low === 'who' || isCleft)
    return { ...nounLeftOf(sentence, words[at - 1]?.isMark ? at - 2 : at - 1, earlier), start: undefined };
  if (word.low === 'they' || word.low === 'them')
    return { kind: meant(sentence, at, earlier), start: word.start };
  const found = nounAt(sentence, at);
  // "the agent who took the call hung up"
  const who = words.findLastIndex(
    (other, index) => index < at && index > at - 8 && (other.low === 'who' || other.isMark),
  );
  if (!isHuman(found) && words[who]?.low === 'who' && who > 0) {
    const antecedent = nounAt(sentence, who - 1);
    if (isHuman(antecedent) && words.slice(who + 1, at).some((other) => isPast(other.low))) return antecedent;
  }
  const prep = prepositionBefore(words, at);
  if (prep !== undefined && prep > 0) {
    const head = nounAt(sentence, prep - 1);
    if (isHuman(found) && head.kind !== 'unknown')
      return isHuman(head) ? nounLeftOf(sentence, prep - 1, earlier) : head;
    if (
      isHuman(found) &&
      (words[prep]?.low === 'to' ||
        (words[prep - 1]?.isMark === false && !isPast(words[prep - 1]?.low ?? ''))) &&
      words[prep]?.low !== 'in'
    )
      return { kind: 'unknown' };
    if (found.kind === 'unknown' || found.kind === 'system')
      return isHuman(head) ? nounLeftOf(sentence, prep - 1, earlier) : head.kind === 'nobody' ? head : found;
  }
  return found;
}

/** "the engineer on the night call": the preposition between two nouns. */
function prepositionBefore(words: readonly Word[], at: number): number | undefined {
  for (let index = at - 1; index > Math.max(0, at - 5); index--) {
    const word = words[index];
    if (
      !word ||
      word.isMark ||
      (joints.has(word.low) && !isBetween(words, index)) ||
      (openers.has(word.low) && !prepositions.has(word.low))
    )
      return undefined;
    // "to" before a name or an article: "the hand-off to Tier 2".
    if (joints.has(word.low)) continue;
    const isTo =
      word.low === 'to' &&
      (determiners.has(words[index + 1]?.low ?? '') || /^\p{Lu}/u.test(words[index + 1]?.raw ?? ''));
    if (isTo || prepositions.has(word.low)) return index;
  }
  return undefined;
}

/** "a fault between Ghent and Bruges" */
function isBetween(words: readonly Word[], and: number): boolean {
  return words.slice(Math.max(0, and - 4), and).some(({ low }) => low === 'between');
}

/** "Dana, our lead, missed": the noun before the insertion; else the subject that is shared. */
function besideComma(sentence: Sentence, at: number, earlier?: Sentence): Found {
  const { words } = sentence;
  const opening = words.findLastIndex((word, index) => index < at && word.isMark);
  if (words[at]?.low === ',' && opening > 0 && at - opening < 8) {
    const head = nounAt(sentence, opening - 1);
    if (isHuman(head)) return head;
  }
  return sharedSubject(sentence, at, earlier);
}

/** "The agent read the mail and ignored it": the first noun of the clause that goes on. */
function sharedSubject(sentence: Sentence, at: number, earlier?: Sentence): Found {
  const { words } = sentence;
  const from = words.findLastIndex(
    (word, index) =>
      index < at && (openers.has(word.low) || word.low === ':' || word.low === '—' || word.low === '–'),
  );
  for (let index = from + 1; index < at; index++) {
    const word = words[index];
    if (!word || word.isMark || prepositions.has(word.low)) continue;
    if (isPast(word.low) && index > from + 1) break;
    if (word.low === 'they') return { kind: meant(sentence, index, earlier) };
    // A noun before another noun only describes it.
    const next = words[index + 1];
    const { kind } = nounAt(sentence, index);
    const describes = next && !next.isMark && kind !== 'unknown' && kindOf(words, index + 1) !== 'unknown';
    if (kind !== 'unknown' && !describes) return { kind };
  }
  return { kind: 'unknown' };
}

/** Whom "they" means: the last ones named. */
function meant(sentence: Sentence, at: number, earlier?: Sentence): Subject {
  const places: readonly [Sentence | undefined, number][] = [
    [sentence, at - 1],
    [earlier, (earlier?.words.length ?? 0) - 1],
  ];
  for (const [where, last] of places) {
    for (let index = last; where && index >= 0; index--) {
      const { kind } = nounAt(where, index);
      const low = where.words[index]?.low ?? '';
      if (kind === 'customer') return kind;
      if (kind === 'system' && low.endsWith('s') && low !== 'this') return kind;
      if ((kind === 'person' || kind === 'team') && !pronouns.has(low)) return kind;
    }
  }
  return 'person';
}

/** Whether anybody is named at all: half of the sentences of a postmortem are about things. */
export function namesPeople({ words }: Sentence): boolean {
  return words.some((word, index) => {
    if (word.isMark) return false;
    const kind = kindOf(words, index);
    return (
      kind === 'person' ||
      kind === 'team' ||
      kind === 'nobody' ||
      /^(?:whoever|his|her|their|your)$/.test(word.low)
    );
  });
}

/** "Engineering", "the night crew", "Support leads": not one person. */
export function isTeamName(name: string): boolean {
  const words = name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, ' ')
    .trim()
    .split(/\s+/);
  const last = words.at(-1) ?? '';
  if (/^(?:head|vp|director|chief|lead|manager) (?:of|for)\b/.test(words.join(' '))) return false;
  if (last === 'guild' || last === 'chapter' || last === 'tribe') return true;
  if (isPersonWord(last) && last !== 'sre') return plural(last) && last !== 'ops';
  if (teams.has(last) || twoWords.test(words.slice(-2).join(' '))) return true;
  return (
    /^(?:tier|level|line|team|squad|group|shift|l|t)$/.test(words.at(-2) ?? '') ||
    /\bIT$/.test(name.trim()) ||
    /^(?:dev|success|training|cx|people|accounts|workforce|production|it|planning|sre)$/.test(
      words.join(' '),
    ) ||
    words.includes('team')
  );
}
