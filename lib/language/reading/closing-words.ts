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
`);

const forDone = phrases(`
  (thank~|thx|ta|cheers|merci|kudos)( [^ ]+){0,3}? for (?!(getting|coming|reaching|contacting|looking|checking|helping|your|understanding|the (reply|update|info)))(\\w+ing|the (quick|fast|prompt|great|swift|speedy|clear|spare))
`);

/** Thanks for something named that was done: no manner of speaking, also beside a question. */
export function thanksForDone(plain: string): boolean {
  return forDone.test(plain) && !onlyPolite.test(plain);
}

/** The sentence, in its plain form, thanks for something that was done. */
export function saysThanks(plain: string): boolean {
  return thanks.test(plain) && !onlyPolite.test(plain);
}

const words: Words = {
  well: '(fine|again|once more|now|perfectly|properly|well|great|correctly|smoothly|like a charm|as expected|as it should|for (me|us|everyone|all)|everywhere|on all|here|normally|flawlessly|too|at last|finally|since|without (problems|issues|errors|any)|as before)',
  runs: '(behaving|flowing|come out|coming out|works?|working|worked|runs?|running|loads?|loading|prints?|printing|syncs?|syncing|function~|connects?|starts?|opens?|sends?|signs? in|logs? in|logging in|upload(s|ing)?|import(s|ing)?|going through|goes through|went through|arrived|arriving)',
  done: '(fixed|solved|resolved|sorted( out)?|gone|ok(ay)?|fine|good|back(?! (again|and|order|to (us|me|you)))|online|up( again)?|working(?! on)|cleared|settled|done|closed|restored|complete|correct|stable|green|reachable|accessible|available|as expected|in order|in place|perfect|well|healthy|normal)',
  thing: '(problem|issue|error|ticket|case|bug|fault|outage|message|alert|warning|symptom|crash|matter)s?',
};

const confirms = phrases(
  `
  {runs} {well}
  (loads|works|prints|syncs|starts|opens|responds|runs|connects)( [^ ]+){0,4} (now|again|as it should)[.!]?$
  (can|may) archive
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
  (it|they|everything|all( of (it|them))?|the( [^ ]+){1,3}?)( (has|have|now|finally|all))* (went|gone|come|came) through
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
  (not|never|nor|neither|hardly|barely|no sign)(?! (see|seen|happen~|occur~|appear~|get|crash~|had|have|fail~|come|since|any ?more|again|been any|a problem|an issue|any|a single))
  (but( [^ ]+){0,5}? (not|still|no|only|fails?|failing|errors?|slow|half|some)|however|except|although|though|unfortunately|only (for|on|in|when|if|until)|partially|partly|sometimes|intermittent~|half|almost|nearly|apart from|on and off|for (a (few|while|minute|moment|day|couple)|an hour|\\d+)|until|unless|if|should|would(?! consider)|hope~|wish|want|(i|we|you|still) need|once|as soon as|before|when|whether|supposed|expected to be|must|worked (yesterday|before|until|last)|used to|wonder~|why)
  (none|neither)
  (closed (it|this|the ticket)( again)?|reclosed)
  (is|are|was) (running|working) (version|on|windows|linux|out|late|from)
  (again down|down again|gone (wrong|down|missing|offline|again)|is gone from)
  (all|everything|data|files?|records?|mails?|messages?|settings|attachments?|orders?|history|access|button|menu|page) (is|are) (gone|closed)
  (as (usual|always)|so far so)
`);

/** The sentence, in its plain form, says that it works now, or that the ticket can be closed. */
export function confirmsResolution(plain: string): boolean {
  return confirms.test(plain) && !notSettled.test(plain);
}
