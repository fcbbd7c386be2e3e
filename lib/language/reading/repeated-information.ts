/** The customer has to say again what they had said before. */
import { phrases, type Words } from './phrases';

const words: Words = {
  told: '(said|mentioned|wrote|written|explained|stated|described|told|noted|reported|pointed out|indicated|specified|answered|sent|given|gave|provided|attached|shared|uploaded|listed|outlined|supplied|posted|included|detailed|submitted|forwarded|replied|communicated|filled|entered|pasted|replied|gone through|went through|been through|been asked|answered)',
  mail: '(emails?|mails?|messages?|tickets?|posts?|repl(y|ies)|comments?|requests?|descriptions?|notes?|calls?|forms?|chats?|letters?|threads?|subject|reports?)',
  ordinal:
    '(second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|umpteenth|last|hundredth|2nd|3rd|\\d+th)',
  before: '(first|last|previous|opening|initial|earlier|very first|original|other|last two|two)',
  times: '(twice|(two|three|four|five|several|many|multiple|\\d+) times|before|already)',
};

const says = phrases(
  `
  (as|like)( (i|we|my colleagues?))?( (have|had|was|already|previously|clearly|just|also|repeatedly))* {told}(?! (by you|by your|in (the|your) (docs|documentation|manual|article|guide|release|email)))
  (as|like) (per|in|stated in|written in) (my|our) ({before} )?{mail}
  (i|we|my colleagues?|our (team|admin|it))( (have|had))? (already|previously)( (once|twice))? ({told}|did (all )?(that|this))
  (i|we)( (have|had))?( (already|now))? (?!(wrote|written))({told})( [^ ]+){0,8}? (previously|{times}|last (time|week|night|month|\\w+day)|yesterday|earlier|on (mon|tues|wednes|thurs|fri)day|at the (start|beginning|very start|outset)|this morning|weeks? ago|days? ago)
  (i|we)( (have|had))?( (already|now|all))? {told}( [^ ]+){0,6}? in (my|the|our|every|each|all)( [^ ]+){0,2} {mail}
  already (been )?({told}|asked|in (the|my|our)|on (the|this)|there|above|known to you)(?! (by you|to (your|the) (team|lead)|below|here))
  {told}( [^ ]+){0,5}? (your|the {before}|another|a different|two of your|three of your|both|every|each|one of your) ([^ ]+ ){0,1}?(colleagues?|agents?|person|people|support|teams?|engineers?|reps?|guy|one|departments?)
  i( have)? told (you|them)( already| that)* (we|i|it|our|the|they)
  (explained|told|described|gone through|given)( [^ ]+){0,6}? (two|three|four|five|six|several|many|\\d)( different| other)? (people|agents|colleagues|persons|engineers|of you)
  (read|check|see|look at|go through) (the|this|my|our) (ticket|thread|case|history|conversation|email|mail)( [^ ]+)? from the (beginning|start|top)
  (in|in the|from the) (case|ticket) (history|notes|thread|log)
  (went|gone|been) through (it|this|that|these|those|everything|all( of)?( (it|this|that|these|those|the))?|the( same)?)( (questions?|details|steps|list|story|points|security))*( [^ ]+)? with (your|the (agent|lady|man|woman|gentleman|guy|person|colleague|girl|first|other|last|team|night|day|chat|bot|operator)|another|one of|two|three|a (colleague|different|lady|man|woman))
  (put|wrote|gave|have|had|is|was|in) (it |that |them )?in the (first|second|previous|last|original)( [^ ]+){0,5}? {mail}
  for the {ordinal} time
  (i|we) (did |do )?(wrote|write|written|said|say|told|sent|gave|posted) (this|it|that|them|these)( [^ ]+)? (before|already|earlier)
  (do|does|did) (you|they|it)( (really|honestly|seriously))? need( [^ ]+){0,4}? (a second|a third|yet another|again|once more|twice)( time)?
  (sent|attached|uploaded|gave|provided|included|entered)( [^ ]+){0,8}? when (i|we) (opened|raised|created|logged|filed|reported|signed up|registered)
  asked (me|us) the same
  (this is )?(the |my |now the |for the )?{ordinal} time( [^ ]+){0,5}? (i|we)( (am|are|have|had))?( [^ ]+){0,2}? (explain~|send~|sent|give|gave|giving|tell~|told|provid~|attach~|answer~|repeat~|say~|said|write|wrote|writing|describ~|post~|upload~|shar~|enter~|fill~)
  (been|gone|went) over (it|this|that|all (of )?(this|that))( [^ ]+){0,3}? with
  your( [^ ]+){0,4}? (has|have|had|got) (all( of)? (this|that|it|the)|everything|this|that|these|it|them|my [^ ]+)( [^ ]+){0,3}? (from me|from us|already|on file)
  again for the {ordinal} time
  {ordinal} time:
  (for the )?{ordinal} time( [^ ]+){0,2}? (here|it is|the|my|our|we|see|attached)
  (repeat~|reiterat~|restate|re-?send~|re-?attach~)( [^ ]+){0,3}? (myself|ourselves|this|it|that|everything|all|same|story|details|information|again|what|my|our)
  (explain|tell|say|send|give|go (over|through)|describe|start|write|do|answer|fill)( [^ ]+){0,6}? (all over again|over again|once more|one more time|yet again|from scratch|from the (start|beginning)|for the (\\w+) time|again and again)
  (explain|tell|telling|explaining|describe|answer|answering|give you|send you|giving|sending)( [^ ]+){0,6}? again
  how (often|many( more)? times)( [^ ]+){0,4}? (explain|send|tell|say|repeat|give|answer|provide|write|describe|told|sent)
  (asked|ask|asking|been asked|get asked|answered|answer|keep asking)( [^ ]+){0,5}? (same (question|thing|info|information|details)|(that|this|it|us|me) (already|before|twice|again|three times)|already|twice|over and over)
  same (questions?|information|details|data|screenshots?|logs?)( [^ ]+){0,4}? (again|twice|third|as|already|before|over|every|colleague|asked|once more|you asked|yesterday)
  (see|read|check|refer to|look at|scroll (up|back|down)|go back to|per|it is( all)? in|is( all)? in|was in|are( all)? in|stands in|that is in|find it in|found in|stated in|contained in|in) (my|our|the|every|each|both|all)( [^ ]+){0,3}? ({before}|every|each|all)( [^ ]+)? {mail}(?! (log|settings))
  (see|read|check|refer to|look at) (my|our)( [^ ]+){0,2} {mail}
  ((just )?scroll (up|down|back)|it is all (there|above|in)|(see|read|as) above|as stated above)
  (it is|is) in every {mail}
  (attached|included|provided|available|in the ticket|visible|on file|uploaded|there)( [^ ]+){0,3}? since (\\d|mon|tues|wednes|thurs|fri|yesterday|last|the (first|start|beginning)|my first|day one)
  you( (should|must))?( (already|all|still))* have( [^ ]+){0,4}? (already|since|from (my|the|our|last|yesterday|\\w+day)|on file)
  you (already|should already|must already) have
  ^(once again|again|one more time|once more|for the record)( for the record)?[:]? (the|our|my|here|it is|its|we (are|use|run|have)|i (am|use|have)|version|order|this is)
  ^again[:]? 
  (nobody|no ?one|none of you|you (do|did) not|your (colleague|team) (do|did|does) not) (seems? to )?(read|reads|pass~|look~ at)( [^ ]+){0,3}? ({mail}|history|what (i|we)|on)
  (do|did) you (not )?(read|see|get|even read|have)( [^ ]+){0,2}? (my|our|the) ({before} )?({mail}|history|logs?|file|attachment|details)
  (start~|begin~) (over|again|from (zero|scratch))
  every (new )?(agent|person|engineer|colleague|time)( [^ ]+){0,3}? (asks?|have to|need to|must|explain)
  (explain|tell|repeat|describe|go through|give|say)( [^ ]+){0,5}? (to|with|for) (each|every)( (new|single|other|different))* (person|agent|colleague|one|engineer|employee)
  you are the {ordinal}( [^ ]+)? (person|agent|one|colleague|engineer|employee)( [^ ]+){0,3}? (i|we|to ask|asking|who|that)( [^ ]+){0,3}? (give|gave|given|tell|told|explain~|send|sent|for|about|ask~|wants?|needs?)
  (attached|enclosed|uploaded|pasted|sent|here( it)? (is|are))( [^ ]+)? (once more|once again|yet again|a (second|third) time)
  (information|details?|documents?|cop(y|ies)|data|form|certificate|proof|figures?)( [^ ]+){0,2}? (was|were|has been|have been)( [^ ]+)? (supplied|provided|sent|given|submitted|enclosed) (with|in|by) (our|my)( [^ ]+)? (letter|email|mail|form|message|application|fax|note)
  `,
  words,
);

/** They gave it … */
const gave = phrases(`
  (i|we|my colleagues?|our (team|admin|it))( (have|had|did|do))?( [^ ]+)? (told|gave|given|provided|explained|answered|filled|specif(y|ied)|mentioned|described|stated|listed|entered|supplied|confirmed)
  (was|were|has been|have been|had been|is) (already )?(told|given|provided|explained|answered|filled in|specified|mentioned|described|stated|listed|supplied)
  (got|has|have|had|received)( [^ ]+){0,4}? from (me|us)
  you asked( [^ ]+){0,6}? and (i|we) (sent|gave|told|provided|attached|answered)
  did(?: not|n't) (i|we) (send|give|tell|provide|explain|attach)
  (type|write|spell|fill) (it |this |that )?(out|down|in)( [^ ]+){0,3}? (same|again|story)
  (mail|email|message|post|ticket|description) (contains|has(?! (been|not|no|still|now))|includes|says|answers|states)
`);
/** … and not just now. */
const before = phrases(`
  (already|before|earlier|yesterday|previously|twice|again|(two|three|four|several|many|multiple) times|last (week|night|month|time|\\w+day)|on (mon|tues|wednes|thurs|fri)day|this morning|an hour ago|(days|weeks|hours|minutes) ago|the same day|when i opened|further up|in the (thread|description|form|ticket)|in my|my (earlier|first|last|previous|original)|each new (agent|person)|every time|did already|precisely|to \\w+ yesterday)
`);

const saidByOthers = phrases(`
  how often (are|is|will)( (the|these|your))?( [^ ]+){1,3}? (sent|updated|written|posted|given)
  repeat~? (my|our|the|an|this|that)( [^ ]+)? (orders?|bookings?|prescription|tests?|scan|measurements?|delivery|purchase|payment)
  (you|they|your (colleague|team)|the (agent|docs|documentation|manual|guide|article))( (have|had))?( already)? (mentioned|said|wrote|explained|suggested|described|recommended)(?!.*\\b(i|we)\\b)
  (i|we) (was|were|had been|have been)( [^ ]+)? (told|promised|assured|informed) (that |by )?(some|any|no|it|you|he|she|they|the|an?|there|your)~( [^ ]+){0,6}? (would|will)
  (can|could|would|will) (you|some ?one|any ?one|some ?body|any ?body)( (please|kindly))? (look|check|have a look|take a look)
  (did|done|do) (as|like)( [^ ]+){0,2}? (told|said|asked)
  already (attached|uploaded|included) (below|here|to this)
  as (you|they|he|she) (said|mentioned|suggested|described|wrote|recommended|explained|asked|requested)
  as (requested|asked|suggested|recommended|instructed|discussed|agreed|described in the)
`);

/** The sentence, in its plain form, says again what had been said, and that it had been. */
export function repeatsItself(plain: string): boolean {
  return (says.test(plain) || (gave.test(plain) && before.test(plain))) && !saidByOthers.test(plain);
}
