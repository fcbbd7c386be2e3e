/** Thanks, and "all is well": how a customer ends a conversation. */
import { phrases, type Words } from './phrases';

const thanks = phrases(`
  (thanks?|thanking|thank u|thx|tnx|tks|tx|ty|cheers|merci|danke|gracias|grazie|much appreciated|much obliged|kudos|hats off)
  ^(legend|hero|star|superstar|magic|genius)[.!]*( |$)
  (appreciate(d)?|grateful)
  (great|good|excellent|fantastic|amazing|brilliant|super|awesome|nice|superb|outstanding|quick|fast|wonderful|perfect|first-?class|stellar) (work|job|help|support|service|response|reaction|stuff|answer|explanation|turnaround)
  (you|that|this|he|she|they) (are|is|was|were|have been|has been)( (an?|the|very|really|so|absolutely|truly|all|most|guys|such))* (star|stars|legends?|life ?savers?|great|best|awesome|amazing|brilliant|helpful|fantastic|kind|perfect|excellent|wonderful|heroe?s?|quick|magic)
  ^(perfect|brilliant|excellent|awesome|wonderful|fantastic|amazing|great|lovely|superb|super|magic)[.!]*$
  (^ta( |$)|ta[.!]?$|ta (very much|for|so much|everyone))
  made my day
`);

const onlyPolite = phrases(`
  (thank~|thx|cheers|grateful|appreciated?)( [^ ]+){0,6}? (in advance|for nothing|beforehand|for (not|ignoring|your (attention|understanding|patience|prompt))|but|however|if (you|we|it))
  in advance
  no thanks?
  (would|will|be)( [^ ]+){0,3}? (grateful|great|appreciate~|thankful)
  appreciate( [^ ]+){0,6}? (if|soon|asap|update|urgent~)
  (great|good|nice) (work|job|service|support) (would|not|should|elsewhere)
  thank~ (god|goodness|to you)
  thank(s|[ -]?you)[ -](page|email|mail|message|note|card|letter|screen|gift|voucher|text|pop-?up|banner|button|template|slide)s?
`);

const forDone = phrases(`
  (thank~|thx|ta|cheers|merci|kudos)( [^ ]+){0,3}? for (?!(getting|coming|reaching|contacting|looking|checking|helping|your|understanding|the (reply|update|info)))(\\w+ing|the (quick|fast|prompt|great|swift|speedy|clear|spare))
`);

/** Thanks for something named that was done: no manner of speaking, also beside a question. */
export function thanksForDone(plain: string): boolean {
  return forDone.test(plain) && !onlyPolite.test(plain);
}

const forTrying = phrases(`
  (thank~|thx|ta|cheers)( [^ ]+){0,3}? for (trying|having a (go|look)|((your|the|all your) )?efforts?|your help (yesterday|so far|last|the other|on (mon|tues|wednes|thurs|fri)))
`);

/** Thanks for the trouble somebody took, also where it was in vain. */
export function thanksForTrying(plain: string): boolean {
  return forTrying.test(plain);
}

/** The sentence, in its plain form, thanks for something that was done. */
export function saysThanks(plain: string): boolean {
  return thanks.test(plain) && (forTrying.test(plain) || !onlyPolite.test(plain));
}

const words: Words = {
  well: '(fine|again|once more|now|perfectly|properly|well|great|correctly|smoothly|like a charm|as expected|as it should|for (me|us|everyone|all)|everywhere|on all|here|normally|flawlessly|too|at last|finally|since|without (problems|issues|errors|any)|as before)',
  runs: '(behaving|flowing|come out|coming out|works?|working|worked|runs?|running|loads?|loading|prints?|printing|syncs?|syncing|function~|connects?|starts?|(?<!(been|is|are|still|left|was) )opens?|sends?|signs? in|logs? in|logging in|upload(s|ing)?|import(s|ing)?|going through|goes through|went through|arrived|arriving)',
  done: '(fixed|solved|resolved|sorted( out)?|gone(?! (very|so|all|completely|quiet|silent|dark|wrong|bad))|ok(ay)?|fine|good|back(?! (again|and|order|to (us|me|you)))|online|up( again)?|working(?! on)|cleared|settled|done|closed|restored|complete|correct|stable|green|reachable|accessible|available|as expected|in order|in place|perfect|well|healthy|normal)',
  thing: '(problem|issue|error|ticket|case|bug|fault|outage|message|alert|warning|symptom|crash|matter)s?',
};

const confirms = phrases(
  `
  {runs} {well}
  (loads|works|prints|syncs|starts|opens|responds|runs|connects)( [^ ]+){0,4}? (now|again|as it should)([.!:]|$| (thank~|thx|cheers|ta|much|great|perfect|so|wonderful))
  (i|we)( [^ ]+)? ((was|were|have been|am|are)( (now|finally|just))* able|managed) to( (now|finally))? (book|pay|log|sign|print|connect|open|send|access|download|order|check in|register|complete|finish|submit|join|use|withdraw|transfer|make|place|renew|install|activate)
  (has|have|got) (?!(the|this|that|an?)? ?([^ ]+ )?(problem|issue|error|fault|message|warning|bug|trouble|noise|outage|leak|crash|delay|virus|it|to|been|same|started|stopped|gone|happened))[^ ]+( [^ ]+){0,2}? (again|back)([.!]|$| (thank~|thx|cheers|great|wonderful))
  (can|may) archive
  (i|we|my [^ ]+|our [^ ]+|customers?|guests?|everyone|everybody|staff)( (all|both|now|finally))* (can|could|am able to|are able to)( (now|finally|all|once))* (?!(not|try|send|resend|start|call|explain|restart|reboot|do|check|test|upload|attach|provide|write|talk|ask|come|go|return|tell|say|give|reinstall|reset|repeat)\\b)[a-z]+( [^ ]+){0,5}? (again|as before)
  (have|got|has)( (now|finally|our|my|the|some))* (internet|power|water|hot water|heating|signal|access|sound|service|connection|tv|wifi|email|electricity|gas|light|picture|reception|network)( [^ ]+)? (again|back)
  (rings?|heats?|charges?|plays?|streams?|scans?|calculates?|boots?|starts up|turns on|downloads?|saves?|opens?|shows?|displays?|cools?|spins?|locks?|unlocks?|balances|matches)( [^ ]+)? (correctly|properly|normally|perfectly|flawlessly|as it should|as before|like new)
  (rings|heats|charges|plays|streams|scans|boots|cools|spins|locks) again
  mark( [^ ]+){0,4}? (as )?(resolved|solved|closed|done|complete|completed|fixed)
  no (more |further |other )?(help|assistance|action|support|steps?)( [^ ]+)? (needed|required|necessary)
  (payment|booking|order|transfer|check-?in|checkout|log-?in|upload|registration|reservation|submission|refund|application)s?( (has|have|just|finally|now))* (went|gone|came) through
  ((logged|signed|got|checked) in|connected|paired|registered|booked|paid|installed)( [^ ]+){0,3}? (fine|ok|okay|without (a |any )?(problems?|trouble|errors?|issues?|hitch)|no problem|again|straight away|first time|at once|successfully)
  (lights?|leds?|lamps?|indicators?)( (are|is|all|now|both|back))* (green|on|white|solid|steady)
  (internet|power|line|phone|wifi|website|site|shop|server|system|heating|lift|network|signal)( (is|are))( (now|all|finally))* (up|on|back)[.!]?$
  (i am|we are|am|are)( (all|finally|now))* (back in|in again|connected again|online again|up and running|back on|logged in|in now)
  (figured|worked|found|sorted) (it|this|that)( all)? (out|myself|ourselves)
  figured it out
  (never ?mind|ignore (that|this|me|my))( [^ ]+){0,4}? (works?|working|fixed|solved|sorted|resolved)
  that (has )?(sorted|settled|cured|worked|did) it
  (everything|all)( (is|was|looks))? (complete|correct|there|in order|intact|accounted for|as (ordered|expected|described|agreed))
  (payment|money|refund|salary|parcel|order|documents?|card|delivery|code|invoice|email|letter)( (has|have|now|finally|just))* (come in|come through|finally arrived|arrived safely|arrived in one piece)
  consider( [^ ]+){0,3} (done|solved|resolved|fixed|settled)
  (happy|glad|pleased|delighted) to (report|say|confirm|tell)
  log (in|on) (again|once more|now)
  (it|that|this|everything|all( of (it|them))?|both|that one|your( [^ ]+)? (fix|solution|suggestion|workaround|steps|patch|advice)|the( [^ ]+){1,3}?|\\w+)( (finally|really|definitely|now|just|actually|indeed))* (works|worked|did (it|the trick|the job)|((has|have) )?(fixed|solved|resolved|sorted|cured|cleared) (it|this|that|the|our|my|things|everything|all)|helped)( (now|again|fine|perfectly|great|thank~|thx|too|finally|at last|so|and|a lot|much|immediately|straight away|right away|indeed|like a charm))*([.!:;]|$| (for (me|us|all)|on (our|my)|thank~|so|and))
  ({thing}|this|that|it|all|everything|both)( (is|are|was|has been|have been|had been|been|seems?( to be)?|looks?|appears?( to be)?|got))( (now|all|finally|completely|fully|been|indeed|definitely|also|really|already|both|officially|again))* {done}
  ^((ok|okay|yes|yep|great|hi|perfect|confirmed|update|hello|good news|and|all|now|so|just|that is|it is|problem|issue|case|ticket|everything)[.:!]? )*(solved|fixed|resolved|sorted|works|working|confirmed|all (good|set|fine|well|clear|working)|problem solved|case closed|issue resolved|back (online|up|in business|to normal)|up and running|that was it|that did it|did the trick|good now|looks? (good|great|fine|right|correct)|no (more|further) (issues?|problems?|errors?)|success)(?! (for|by|as soon|when|until|on (it|this)|with (the|you)|to))
  (you (can|may|could)|please|feel free to|happy (for you )?to|ok(ay)? to|good to|safe to|can be|may be|let us|i am|we can|go ahead and|ready to|fine to)( [^ ]+){0,4}? clos(e|ed|ing)(?! (my|our|the) (account|contract|window|browser))
  (no longer|not|do not|does not|have not|has not|did not|stopped)( [^ ]+){0,3}? (get~|see~|seen|happen~|appear~|occur~|crash~|fail~|had any|had a single)( [^ ]+){0,4}? (any ?more|since|now|the error)
  no longer (get~|see~|happen~|appear~|occur~|crash~|fail~|an issue|a problem|affected|blocked|locked)
  no (more|further) (errors?|issues?|problems?|crashes|complaints|alerts|failures|timeouts)
  {thing} gone
  (after|since) (applying|following|using|installing|running|your|the) … (gone|works?|working|fine|ok)
  (you|they|your (team|colleague)) (fixed|solved|resolved|sorted) (it|this|that|the)
  complete again
  (never ?mind|nvm|scrap that|forget it)[.:]?( [^ ]+){0,2}? (found|got|figured|solved|sorted|fixed|works|worked|done)
  (you can|you may|please|feel free to) shut( [^ ]+){0,3} (ticket|case|this|it)( [^ ]+)?
  none of (them|us|the|our)( [^ ]+){0,2}? (sees?|gets?|has|have|reports?)( [^ ]+){0,4}? (errors?|problems?|issues?|messages?|fault)( any ?more| any longer| now)
  no need to (look|investigate|search|check|do anything|dig)( [^ ]+){0,3}? (further|any ?more|any longer|now)
  (it|they|everything|all( of (it|them))?|the( [^ ]+){1,3}?)( (has|have|now|finally|all))* (went|gone|come|came) through(?! (it|this|that|all|the|every))
  (has|have)( (now|finally|just))* (accepted|taken) (it|all|everything|them)
  \\w+( (is|are|was|were|has been|have been))( (now|all|finally|completely|fully|also|both|again))* (fixed|solved|resolved|sorted|back(?! (again|and|order|to (us|me|you)))|online|up again|restored|reachable|accessible|green|stable|working again|possible again|available again|running again)
  (ran|run|runs|went|completed|finished|came)( [^ ]+){0,2} without( any)? (error|problem|issue|hiccup|trouble)s?
  (getting|coming|going|get|come|go) through (again|now|fine)
  (possible|available|working|reachable) again
  (does|do) work (now|again)
  all( [^ ]+){0,2} (green|good|fine|ok|clear|up|working|online|there)( now| again)?[.!]?$
  (tested|checked|tried)( [^ ]+){0,6}? (all|every|both|each)( [^ ]+){0,3} (opens?|works?|prints?|pass~|runs?|syncs?|loads?)
  confirm( [^ ]+){0,6}? (reached|arrived|received|came through|has come in)
  (nothing (else|more|further)|no further action)( [^ ]+)? (from (us|me|our)|needed|required|to do)
  consider( [^ ]+){0,4} closed
  {thing} (is|are|has|have|went)( (now|all|finally|completely|just))* ?(gone|disappeared|vanished|away|cleared|history)
  (i|we|they|users?|everyone|everybody|customers?|colleagues?|staff|guests?|all( [^ ]+)?|team)( (all|now|both|finally))? (can|could|are able to|am able to|was able to|were able to|managed to|have|has|got)( (now|finally|all|just))* (log(ged)? (in|on)|sign(ed)? in|access|print|open|connect|send|upload|download|see|work|save|export|import|use|enter|order|pay|get in|reach|call|receive|received|everything|it working|it back|them back)( [^ ]+){0,4}? (again|now|fine|without|working|as before|back|at last|ok|okay)
  (now|finally) (i|we) (can|could|am able to|are able to)
  (i|we)( (can|have|just|now))* (confirm~|verified|tested|checked)( [^ ]+){0,6}? (work~|fixed|solved|resolved|ok|fine|gone|good|correct|back|success~|arrived|received|all)
  (back to normal|back online|back in business|back up|up and running|online again|in service again|good as new)
  that (was it|did it|solved it|fixed it|helped|cleared it|did the trick)
  (did the trick|problem solved|case closed|works like a charm)
  `,
  words,
);

const notSettled = phrases(`
  \\?$
  (not|never|nor|neither|hardly|barely|no sign)(?! (see|seen|happen~|occur~|appear~|get|crash~|had|have|fail~|come|since|mind|any ?more|again|been any|a problem|an issue|any|a single))
  (but( [^ ]+){0,5}? (not|still|no|only|fails?|failing|errors?|slow|half|some)|however|except|although|though|unfortunately|only (for|on|in|when|if|until)|partially|partly|sometimes|intermittent~|half|almost|nearly|apart from|on and off|for (a (few|while|minute|moment|day|couple)|an hour|\\d+)|until|unless|if|(?<!as (it|they) )should|would(?! consider)|hope~|wish|want(?! to (say|thank|confirm|let you know|tell you))|(i|we|you|still) need|(?<!at )once(?! (more|again))|as soon as|(?<!(as|than|like) )before|when|whether|supposed|expected to be|must|worked (yesterday|before|until|last)|used to|wonder(ed|ing|s)?|why|no ?body (?!complain|report|has (complain|report))|no ?one (?!complain|report|has (complain|report))|(how|what|where|which) (it|the|this|that|your))
  (none|neither)
  either( [^ ]+){1,8}? or (i|we|you)
  (take|takes|took|taking|needs?)( [^ ]+){0,3}? (seconds?|minutes?|hours?|forever|ages|long|longer|a while|days)( [^ ]+)? to
  (slow|slower|slowly|sluggish~)
  (closed (it|this|the ticket)( again)?|reclosed)
  (for|in|within|after) (one|two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty|thirty|\\d+|an?) (seconds?|minutes?|hours?|days?)
  (error|message|warning|alert|problem|issue|fault|bug)s?( [^ ]+){0,3}? (again|shows?|displays?)
  (very|gone) (quiet|silent)
  (i|we) can( (also|gladly|always|of course))? (send|upload|provide|attach|forward|share)( (it|you|them|that|this|(the|my|our) (files?|logs?|screenshots?|pictures?|photos?|documents?|details?|form|information)))+
  clos(e|ed|ing)( [^ ]+){0,6}? (accounts?|contract|subscription|membership|policy|plan|loan|card)
  (is|are|was) (running|working) (version|on|windows|linux|out|late|from)
  (again down|down again|gone (wrong|down|missing|offline|again)|is gone from)
  (all|everything|data|files?|records?|mails?|messages?|settings|attachments?|orders?|history|access|button|menu|page) (is|are) (gone|closed)
  (as (usual|always)|so far so)
`);

const arrived = phrases(
  `
  (?<!for (the|your|my|our|a|an) ([^ ]+ )?)(parcel|package|delivery|order|refund|money|payment|documents?|letter|email|mail|code|card|invoice|replacement|salary|item|suitcase|luggage|bag|cable|part|key|keys|certificate|credit|deposit|amount|ticket|tickets|shipment|book|books|device|phone|passport|licen[cs]e|voucher|file|files|report)s?( [^ ]+){0,3}? (here|arrived|received|delivered|landed|came|come|in (my|our) (account|inbox|hands|mailbox)|credited|turned up|showed up|there)
  (new|replacement|spare)( [^ ]+){1,2}? (arrived|came|is here|has (arrived|come))
  ^((i|we|have|just|now|yes|hi|ok|finally)[.!]? )*(got|received)( (it|them|everything|all|the|my|our|your|both))+
  (all|everything|both)( [^ ]+)? (received|arrived|delivered|here|there)
  `,
);
const amiss = phrases(
  `(wrong|damaged|broken|incomplete|faulty|torn|scratched|dead|opened|late|empty|return|exchange|instead|your (email|mail|message|reply|answer|response|letter)|would|will|was (supposed|due))`,
);

/** The sentence, in its plain form, says that what was waited for has come; beside thanks that settles it. */
export function saysArrived(plain: string): boolean {
  return arrived.test(plain) && !amiss.test(plain) && !notSettled.test(plain);
}

/** The sentence, in its plain form, says that it works now, or that the ticket can be closed. */
export function confirmsResolution(plain: string): boolean {
  return confirms.test(plain) && !notSettled.test(plain);
}
