/**
 * The words that our readers write by themselves: in notes, warnings, rules and rows without a kind of their own.
 * Between them stand values of the helpdesk's, so a word that is not listed here is not passed on.
 */

/** As it is where every word is listed; numbers are handed to `number`, and all else becomes one mark. */
export function knownWordsOnly(text: string, number: (digits: string) => string): string {
  return (text.match(/[A-Za-z]+|\d+|[^A-Za-z\d]/g) ?? [])
    .map((token) => {
      if (/^\d/.test(token)) return number(token);
      if (/^[A-Za-z]/.test(token)) return isKnownWord(token) ? token : UNKNOWN;
      return punctuation.has(token) ? token : UNKNOWN;
    })
    .join('')
    .replace(/…[…'’\s]*…/g, UNKNOWN);
}

/** `CommentPrivacyChange` is three words. */
export function isKnownWord(letters: string): boolean {
  const parts = letters.match(/[A-Z]?[a-z]+|[A-Z]+(?![a-z])/g) ?? [];
  return words.has(letters.toLowerCase()) || parts.every((part) => words.has(part.toLowerCase()));
}

/** Words that stand in ids: what came before the number, never a name. */
export function isIdWord(letters: string): boolean {
  return idWords.has(letters.toLowerCase());
}

/** A part of an address on a helpdesk that says what is asked for, not of whom. */
export function isAddressWord(letters: string): boolean {
  return addressWords.has(letters.toLowerCase());
}

const UNKNOWN = '…';

const punctuation = new Set([...' .,:;()[]/_-+#’\'"“”…']);

function list(text: string): Set<string> {
  return new Set(text.trim().split(/\s+/));
}

const metrics = `reply first next requester wait agent work resolution full periodic pausable update group
  ownership time on hold messaging reopens replies stations assignee worked calendar business`;

const idWords = list(`
  ${metrics} audit evt event comment txn journal entry user metric via created address unnumbered system sla chat
  session thread call message note rest due field queue ticket article n h s tags policy`);

const addressWords = list(`
  rest api ticket tickets agent history display html id txn audits comments comment metrics metric events event
  include users groups organizations slas sets count json attachments attachment transaction transactions show many
  m page size size per fields query orderby conversations side problems incidents sla update modify all dates links
  people reminders forward rt`);

const words = list(`
  ${metrics}

  a about account activity after all alone an and another any anonymous answer answered are archived as asked at
  be because been before being below beside by can cannot changed changes come comes contact could count counted
  counts deadline deadlines does done each either else empty end ended enough every exact exactly few for found
  from given had has have hidden higher history how hours however in incomplete inside instant instead is it its
  known larger last layout least left less like list listed logged long longer looked made many may means mentions
  minutes missing moment more most moved much name named names nobody none not nothing number numbered numbers
  object of off older once one only open or order other others out own over page pages part partly parts place
  policy policies private profile promised public read readable reader reason received record records refused
  repeated right role row rows said same save saved saves says schedule seconds see seen sent set several shape
  short show showed shown shows since size sizes so some something stands started state still stopped stood such
  taken tell telling tells text texts than that the their them then there these they this those three through
  times to today told too total transcript try turn two type under understood unknown unreadable until up used user
  users value values was were what when where whether which while who whose will with within without words write
  written wrote yet you your zone zones

  zendesk request tracker helpdesk html json debrief api error errors message messages internal notes comments
  comment attachment attachments file files ticket tickets event events metric metrics sla slas target targets
  people person group groups queue queues owner customer customers agent agents organization organizations
  organisation tag tags field fields custom subject problem incident incidents task question link links merge merged
  into key keys body audit audits users warnings channel web email mail mails phone chat chats side conversation
  conversations sessions calendars breach breaches participants follower followers cc ccs collaborator
  collaborators id ids title status priority brand form satisfaction rating score survey offered submitted response
  macro macros rule rules trigger automation workflow system fulfill activate pause apply creation follow up voice
  outgoing notification notifications created at requestor privacy change redaction

  audit comment change create notification satisfaction via event collab thread started ended conversation channel
  framework external facebook tweet sms push log me in sharing suspended recovery problem solved problems workspace
  switch schedule assignment knowledge linked skill assigned routing activity applied reference additional

  correspond resolved due worked estimated starts told type add del delete watcher watchers cc admincc refers
  referred depended depends member members of has reply reminder reminders emailrecord custom transaction
  transactions right forward taken taken steal take give untake disabled enabled attach attachments
`);
