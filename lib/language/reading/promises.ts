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
    'updates?|post|bulletin|credentials|sample|news|repl(y|ies)|answers?|responses?|fix(es)?|hot ?fix|patch|build|release|version|reports?|summary|root cause|rca|analysis|write-?up|refunds?|credit( note)?|invoice|quote|replacement|parts?|unit|device|licen[cs]es?|keys?|workaround|instructions|details?|feedback|call( ?back)?|phone call|emails?|mail|message|confirmation|results?|export|data|file|documents?|status|info(rmation)?|plan|access|account|solution|correction|restore|backup|log|service|connection|order|parcel|package|case|change|rollback|deployment|migration|estimate|eta|shipment|technician|engineer|visit',
  adverb:
    'also|then|now|just|personally|certainly|definitely|gladly|still|of course|be sure to|make sure( that)?( (to|we|i))?|try to|do (my|our) best to|keep|immediately|quickly|first',
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
  `,
  words,
);

/** The same once a time is named: "I can call you" is an offer, "I can call you at three" is a promise. */
const commitsWhenTimed = phrases(
  `
  (i|we) (can|could|should|hope to|want to|would like to) [a-z]+
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
  (my|our)( [^ ]+){0,2} (colleagues?|teams?|lead|manager|engineers?|developers?|specialists?|technicians?|supervisor|experts?|people|partner|department|group|desk|support|dba|admins?)( [^ ]+)? (will|is going to|are going to)${noStep} [a-z]+
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
  \\w+ will (pick (this|it) up|take (it|this)? ?over|write|call|contact|get back|reach out|send (you|it|the)|update you|follow up|look)
  (eta|target|deadline)( (is|for|of)( [^ ]+){0,4}?)?:? ({near})
  (i am|we are) ({doing})
  ({result})( (for|of|to|in)( [^ ]+){1,4}?)? (is|are) (going (out|live)|being (deployed|released|shipped|sent|rolled out)|planned|scheduled|due|rolling out|shipping|coming|set)
  ({result})( (for|of|to|in)( [^ ]+){1,4}?)? (goes (out|live)|ships|lands|follows|rolls out|arrives|will(?! (expire|end|stop|close|lapse|cost|need|require|fail|not)))
  (it|this|that|they|everything|all of (it|them)|both|access|(?!(i|we|you) )\\w+) will( (all|then|also|now|fully))* (be|go|follow|arrive|come|reach you|land|ship)( back)?( (fully|all))? (sent|released|deployed|shipped|issued|delivered|ready|out|live|available|with you|done|applied|processed|completed|fixed|merged|rolled out|restored|resolved|solved|corrected|refunded|replaced|posted|published|provided|in your|on (its|the) way|finished|paid|credited|repaired|uploaded|up(?! to)|online|there|handled|addressed|sorted|patched|back|reset|reviewed|unlocked|activated|enabled)
  `,
  words,
);

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
  if (noPromise.test(plain)) return false;
  if (commits.test(plain)) return true;
  const isTimed = namesTime.test(plain);
  if (isTimed && commitsWhenTimed.test(plain)) return true;
  if (asksReader.test(plain)) return false;
  return announces.test(plain) || (isTimed && announcesWhenTimed.test(plain));
}
