/** Which sentences of the company's side commit it to a next step. */
import { phrases, type Words } from './phrases';

const weekday = '(mon|tues|wednes|thurs|fri|satur|sun)day';
const words: Words = {
  // What names a time, near or far: without one "you will get a reply" says little, with one it commits.
  when: `by|before|until|no later than|within|in (the next|an?|about|half|\\d+|one|two|three|a few)|today|tomorrow|tonight|overnight|this (morning|afternoon|evening|week)|next week|(on )?${weekday}|at \\d|\\d{1,2}(:\\d\\d| ?[ap]\\.?m)|eod|cob|noon|lunch|midday|end of|soon|shortly|asap|as soon as|once|on (the )?\\d|\\d{1,2} (jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)~|first thing|later|hourly|daily|every (hour|\\d+)`,
  // What a time begins with.
  near: `by|before|within|in|at|on|today|tomorrow|tonight|overnight|this|next|${weekday}|\\d+|eod|cob|noon|lunch|midday|end|soon|shortly|asap|once|first thing|later|hourly|daily|every`,
  // What the company owes in such a conversation.
  result:
    'updates?|post|bulletin|credentials|sample|news|repl(y|ies)|answers?|responses?|fix(es)?|hot ?fix|patch|build|release|version|reports?|summary|root cause|rca|analysis|write-?up|refunds?|credit( note)?|invoice|quote|replacement|parts?|unit|device|licen[cs]es?|keys?|workaround|instructions|details?|feedback|call( ?back)?|phone call|emails?|mail|message|confirmation|results?|export|data|file|documents?|status|info(rmation)?|plan|access|account|solution|correction|restore|backup|log|service|connection|order|parcel|package|case|change|rollback|money|amount|salary|card|goods|credit|deployment|migration|estimate|eta|shipment|technician|engineer|visit',
  adverb:
    'also|then|now|just|personally|certainly|definitely|gladly|still|of course|be sure to|make sure( that)?( (to|we|i))?|try to|do (my|our) best to|keep|immediately|quickly|first',
  // What is done for a customer, in the present tense.
  act: 'do|make|bring|process|swap|ship|transfer|pay|refund|post|mail|email|text|phone|drop|collect|pick|fetch|come|visit|repair|replace|install|restore|release|deploy|book|order|return|reset|unlock|activate|credit|issue|finish|complete|meet|speak|talk|arrange|run|move|switch|push|roll|publish|upload|share|escalate|forward|pass|hand|look|investigate|follow|report|submit|prepare|change|reply|respond|contact|courier|dispatch|deal|handle|sort|close|get|put(?=.* (tomorrow|tonight|next|later))',
  weekday: '(mon|tues|wednes|thurs|fri|satur|sun)day',
  // Doing something for the customer that is under way or set for a time.
  doing:
    'calling|sending|shipping|deploying|releasing|rolling out|getting back|writing|ringing|posting|meeting|visiting|replacing|restoring|issuing|pushing|publishing|delivering|coming back|following up|fixing|migrating|switching|updating|planning|aiming|reporting back|checking back|passing|booking',
};

/** A state, a wish or a need: nothing that is done for the customer. */
const noStep =
  '(?! (not|never|need|require|have to|want|assume|see|be (out|away|off|on (leave|holiday|vacation)|unable|unavailable|happy|glad|pleased|delighted|closed|careful|in (a |an )?(meeting|training))|miss|unlikely)\\b)';

const commits = phrases(
  `
  (i|we) (will|shall|am going to|are going to|promise to|intend to|plan to|aim to|expect to)( {adverb})*${noStep} [a-z]+
  let (me|us)( (quickly|just|first))? (?!(know|have|be|in|down|off|log|access|assure|explain|summari[sz]e|say|see(?! (if|whether|what|with))) )(?!(know|have|be|in|off)$)[a-z]+
  give (me|us) (until|till|a (few|couple|moment|minute|day|bit|second)|an hour|\\d+|one|two|half)
  leave (it|this|that) with (me|us)
  (you have my word|rest assured|bear with (me|us) (until|till))
  you (will|can expect to|are going to)( (then|also|soon|shortly|definitely))? (hear|have|get|receive|see)( back)? from (me|us|our|my)
  (you )?(can |may )?expect … from (me|us)
  you (will|can expect to|are going to)( (then|also|soon))? (hear|have|get|receive|see) … from (me|us)
  (i|we|i am|we are) … and (will|shall)( (then|also|now))?${noStep} [a-z]+
  ^(i|we)( [^ ]+){1,14}? and (will|shall)( (then|also|now))?${noStep} [a-z]+
  `,
  words,
);

/** The same once a time is named: "I can call you" is an offer, "I can call you at three" is a promise. */
const commitsWhenTimed = phrases(
  `
  (?<!(so|so that|before|until|if|when|once|whether|as soon as|in order that) )(i|we) (can|could|should|hope to|want to|would like to) [a-z]+
  count on (me|us|an?|the)
  (i|we)( then| also)? (call|write|check|send|give|come back|get back|inform|update|let you know|ring|fix|confirm|ask|test|answer|deliver|ship)
  you (will|can expect to|are going to)( (then|also|soon|shortly|definitely))? (hear|have|get|receive|see) … ({result})
  you (will|can expect to|are going to)( (then|also|soon|shortly|definitely))? (hear|have|get|receive|see) (it|this|that|them|him|her|one|my|our)
  (you )?(can |may )?expect (an?|the|our|my|to hear|this|it|that|another|more|{result})
  `,
  words,
);

/** Without a subject, as people write under time; and what of ours is set to act. */
const announces = phrases(
  `
  ^((ok|okay|sure|yes|understood|thanks|hi|got it|noted|done)[.:]? )?will( (also|then|now|definitely))* (get|be|call|update|send|check|do|let|keep|come|follow|post|share|report|ring|write|reply|ping|look|investigate|provide|confirm|fix|deploy|try|have|escalate|chase|arrange|test|revert|drop|advise|share)
  (my|our)( [^ ]+){0,2} (colleagues?|teams?|lead|manager|engineers?|developers?|specialists?|technicians?|supervisor|experts?|people|partner|department|group|desk|support|dba|admins?)( [^ ]+){0,3}? (will|is going to|are going to)${noStep} [a-z]+
  (someone|somebody|one|a (colleague|specialist|technician|senior \\w+|member))( (from|of|in|on) (the|our|my)( [^ ]+){1,3})? (will|is going to)${noStep} [a-z]+
  ^(the )?(\\w+ )?(engineering|developers?|development|billing|finance|logistics|operations|ops|on-?call|tier \\d|level \\d|second line|third line|technician|engineer|lead|manager|office|warehouse|team)( [^ ]+)? (will|are going to|is going to)${noStep} [a-z]+
  `,
  words,
);

/** What is set to happen, once a time is named. */
const announcesWhenTimed = phrases(
  `
  ^((the|our|my|an?|your) )?((next|another|first|further|more|full|final|written|short|detailed|second|new|corrected) )?(status )?{result}( (for|on|about|of|with|from|to)( [^ ]+){1,5}?)?( (is|are))?( (to follow|follows|coming( up)?|due|planned|expected|scheduled|targeted|on (its|the) way|will (follow|be)))?:? ({near})
  ^(i am |we are )?(back to you|back with|in touch|get(ting)? back|follow(ing)? up|report(ing)? back|more (news|info|information|details)|call(ing)? (you|back|them)|ring(ing)? you|writing|check(ing)? back|send(ing)? (you|it|the)|update (to )?follow~)
  (my|our|an?|the)( [^ ]+){0,2} (colleague|team|engineer|technician|manager|specialist|driver|courier|fitter|plumber|supervisor|office)( [^ ]+)? (calls|rings|comes|sends|visits|delivers|contacts|writes|picks|brings|collects|phones|emails) (you|it|the|by|at|on|round|over|tomorrow|today)
  \\w+ will (pick (this|it) up|take (it|this)? ?over|write|call|contact|get back|reach out|send (you|it|the)|update you|follow up|look)
  (eta|target|deadline)( (is|for|of)( [^ ]+){0,4}?)?:? ({near})
  (i am|we are) ({doing})
  ({result})( (for|of|to|in)( [^ ]+){1,4}?)? (is|are) (going (out|live)|being (deployed|released|shipped|sent|rolled out)|planned|scheduled|due|rolling out|shipping|coming|set)
  ({result})( (for|of|to|in)( [^ ]+){1,4}?)? (goes (out|live|to)|leaves|departs|comes|ships|lands|follows|rolls out|arrives|will(?! (expire|end|stop|close|lapse|cost|need|require|fail|not)))
  (it|this|that|they|everything|all of (it|them)|both|access|(?!(i|we|you) )\\w+) will( (all|then|also|now|fully))* (be|go|follow|arrive|come|reach you|land|ship)( back)?( (fully|all))? (sent|released|deployed|shipped|issued|delivered|ready|out|live|available|with you|done|applied|processed|completed|fixed|merged|rolled out|restored|resolved|solved|corrected|refunded|replaced|posted|published|provided|in your|on (its|the) way|finished|paid|credited|repaired|uploaded|up(?! to)|online|there|handled|addressed|sorted|patched|back|reset|reviewed|unlocked|activated|enabled)
  `,
  words,
);

/**
 * What is done at a time to come, said as people say it under time: "dropping it off tomorrow", "we do the refund
 * today". Without a time of the near future these are about what goes on, or about what is done at all times.
 */
const plans = phrases(
  `
  ^((ok|okay|sure|yes|great|right|hi|done|and|also|then|now|just|still|perfect|good)[.:!]? )*(?!(regarding|concerning|following|according|depending|assuming|considering|including|excluding|during|looking|waiting|hoping|having|being|seeing|nothing|something|everything|anything|morning|evening|meeting|missing|wishing|reading|thanking|referring|judging|owing|asking|wondering|going by|speaking|pending|starting|beginning|opening|closing|understanding|billing|training|parking|spring|string|thing|building|shipping (takes|costs|is)|given|barring|touching|notwithstanding|expecting|needing|wanting)\\b)[a-z]{2,}ing (the|an?|you|your|it|this|that|these|them|him|her|our|my|one|two|three|both|all|some|everything|new|out|over|off|up|in|on|back|for|with|to|into|by|at|round|down|today|tomorrow|tonight|[^ ]+(?<!s) (to|for|with|over|out|off|back|today|tomorrow|tonight|on|by))\\b(?!(is|are|was|were|will|of|does|has|should|can|may|might|helps?|takes?|clears?|requires?|needs?|works?|to)\\b)(?!([^ ]+ ){1,8}(is|was|were|helps|takes|should|clears|fixes|solves|requires|needs|works|does|causes|means|makes|keeps|deletes|removes) )
  (?<!(if|when|before|once|as|what|where|how|do|unless|which|did|until|whenever|because|since|date|day|time) )(i|we)( (then|also|now|already))? {act}
  (?<!(if|when|once|that|before|did|do|can|as|what|because|unless|whenever|where|date|day|time) )you( (then|also))? ((get|receive|hear)|have (it|them|(the|your|our|an?)( [^ ]+)? ({result})))
  `,
  words,
);
const soon = phrases(
  `
  (today|tomorrow|tonight|over ?night|this (morning|afternoon|evening|week)|later (today|on)|next (week|month|{weekday})|first thing|eod|cob|end of (the |this |next )?(day|week|month|business|play))
  (?<!every )(by|before|until|no later than|on|for|this|coming|latest) {weekday}
  (by|before|at|around|until) (\\d|noon|lunch|mid-?day|midnight|the end of|close)
  (within|in)( the next)? (an?|the|half|\\d+|one|two|three|four|five|ten|fifteen|twenty|thirty|a few|a couple of)( [^ ]+)? (minutes?|mins?|hours?|hrs?|days?|weeks?)
  (on|by) (the )?\\d{1,2}(st|nd|rd|th|\\.| (jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)~)
  (on|by|before) (jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)~ \\d
  `,
  words,
);
const habitual = phrases(`
  (every|each|usually|normally|always|generally|typically|only|never|sometimes|often|not|since|ago|yesterday|(i|we|it|he|she|they) (found|noticed|saw|see|had|was|were|did|got)|last (week|night|month|\\w+day)|(mon|tues|wednes|thurs|fri|satur|sun)days)
`);

/** A first step on the way to what is promised: beside a promise with a time it is no second one. */
const preparing = phrases(
  `
  let (me|us)
  (leave|give|bear|rest assured|you have my word)
  (i|we)( (will|shall|am|are|am going to|are going to|would))( {adverb})* (check~|look~|investigat~|find(ing)? out|see|ask~|dig~|speak~|talk~|test~|try~|verif~|review~|analy~|go~ through|read~|take a (closer )?look|chase~|on it)
  ^will( {adverb})* (check|look|investigate|ask|see|test|try|chase)
  `,
  words,
);

/** Of a sentence in its plain form that promises without a time. */
export function isPreparation(plain: string): boolean {
  return preparing.test(plain);
}

/** Hangs on the other side, is denied, is asked, or is past. */
const noPromise = phrases(`
  ^(if|unless|should|in case|when|provided|as long as|whether)
  (if (you|there|it|the (problem|issue|error))|unless|in case (you|it)|if (we|i) (do not|have not))
  (will not|can not|will never|could not|unable to|not be able to|no longer)
  ^(and |so |ok |okay )?(shall|should|could|can|may|will|would|do) (i|we)
  (had|was|were) (going to|supposed to|meant to)
  (said|thought|told (you|them)|promised|wrote|hoped|assumed)( that)? (i|we|it|you|they) (would|will)
  ^(as|like) promised
  (i|we) will (assume|consider|take (it|that) (as|that))
  (vendor|supplier|carrier|courier|bank|manufacturer|partner|customs) (says|said|told|expects|confirmed|promised)
  how (can|may) (i|we)
`);

/** What the reader is to do, or a question. */
const asksReader = phrases(`
  ^(please|kindly|could you|can you|would you|will you|make sure|remember|do not|send|let me know|try|check|restart)
  you (need|have|must|should) to
  \\?$
`);

const namesTime = phrases('{when}', words);

/** The sentence, in its plain form, commits the company to a next step of its own, dated or not. */
export function isPromise(plain: string): boolean {
  return commitsInWords(plain) && !noPromise.test(plain);
}

function commitsInWords(plain: string): boolean {
  if (commits.test(plain)) return true;
  const isTimed = namesTime.test(plain);
  if (isTimed && commitsWhenTimed.test(plain)) return true;
  if (asksReader.test(plain)) return false;
  if (announces.test(plain)) return true;
  return isTimed && (announcesWhenTimed.test(plain) || isPlan(plain));
}

function isPlan(plain: string): boolean {
  return soon.test(plain) && plans.test(plain) && !habitual.test(plain);
}
