/** An answer that was none: the customer says it did not help, or the company takes it back. */
import { phrases, type Words } from './phrases';

const words: Words = {
  ordinal: 'earlier|previous|last|first|initial|original|other|old',
  fix: 'fix|solution|suggestions?|steps?|instructions?|advice|workaround|patch|hot ?fix|answer|article|link|guide|command|script|update|upgrade|reset|restart|reboot|procedure|recommendation|settings? you|change|reinstall~|tips?|idea|build|rollback|proposal|method|manual|document~|new (version|build|firmware|key|password|licen[cs]e|file|link)|(version|file|page) you (sent|attached|gave)|attachment|replacement',
  // Of an answer that somebody gave.
  said: 'instructions?|advice|answers?|repl(y|ies)|suggestions?|messages?|information|info|steps|explanation|workaround|fix|solution|diagnosis|link|article|guide|recommendation|statement|estimate|assumption|mail|email|comment|script|command|version',
  untrue:
    'wrong|incorrect|mistaken|not (right|correct|accurate|complete|the right)|inaccurate|outdated|out of date|misleading|incomplete|for (the|an?) (wrong|other|older|different)|no good|no use',
  not: '(did|does|do|has|have|had|will|is|was|were) not|never|no longer|still does not|still did not',
  works:
    'help~|work~|solve~|fix~|change~|resolve~|cure~|do (anything|the trick|it|much|the job)|done (anything|the trick)|make (a|any) difference|made (a|any)|appl(y|ied|ies)|exist|match|fit|address|answer|cover|last|correspond',
  given:
    'that|this|it|these|those|which|none of (it|this|that|these|your|the)( [^ ]+)?|neither|your {fix}|(the|that|this|these|those|last|both)( [^ ]+){0,2}? {fix}|what you (suggested|sent|proposed|described|said|wrote)|doing (so|that|this)|(restarting|reinstalling|resetting|rebooting|updating|upgrading|clearing)( [^ ]+){0,3}?',
  toldTo:
    '(wrote|said|told|asked|advised|explained|described|suggested|instructed|recommended|showed|shown|mentioned|requested|texted|emailed|demonstrated)( (me|us|to|in [^ ]+ [^ ]+))*',
  badState:
    '(still|same|not|no (better|different|change|luck|joy|difference)|remains?|stays?|stayed|keeps?|continues?|again|never|nothing|worse|black|blank|dead|red|offline|frozen|error|fails?|failed|crash~|as before|unchanged|in vain)',
  tried:
    'tried|followed|did|done|applied|ran|run|installed|used|tested|performed|executed|implemented|restarted|reinstalled|updated|cleared|changed|set|opened|checked|reset|entered|upgraded|completed|rebooted',
  part: 'menu|option|button|setting|tab|page|field|checkbox|entry|link|folder|file|command|screen',
};

const noHelp = phrases(
  `
  {given}( (really|actually|even|just|unfortunately|alone|also|at all))* {not}( (really|actually|even|seem to|at all|unfortunately|quite))* {works}
  {given} (you|that you|we|i)( [^ ]+){1,3}? {not}( (really|actually|even|seem to|at all))* {works}
  ^(unfortunately |sadly |sorry |no |nope |hi |hmm )*({not}) ({works})
  (i|we)( have)?( (now|just|already|also|even|carefully))* {tried} … (but|and|yet|still|however|without) … (no|not|nothing|same|fails?|failed|errors?|worse|success|luck|effect|broken|in vain)
  (i|we)( have)?( (now|just|already|also|even|carefully))* {tried} … (but|yet|still|,)? ?(no (luck|change|difference|success|effect)|nothing (changed|changes|happens|happened)|same|in vain|without (success|luck|effect))
  (after|even after|even with|despite|with|following|since)( (following|applying|doing|trying|installing|running|using|all))*( [^ ]+){0,3}? {fix} … (still|same|no|not|again|worse|fails?|error|broken|now nothing)
  (still|exactly|is|get|getting|gives|see|seeing|have|with|now|shows|the|^)? ?(the )?(exact |very )?same( old)? (error|problem|issue|result|message|behaviou?r|symptoms?|failure|picture|outcome|crash|fault|noise|warning|defect|trouble|rattle|leak|glitch|thing (again|happens|happened|as before|here|still))( (again|appears|as before|here|happens|persists|after|here|still|comes|on our side))?(?! (as (my|our|another)|for (another|other|several|all)|on (another|all|two|the (second|other|third|next))|in (another|two|all)))
  (no|zero|without any|hardly any) (change|difference|effect|improvement|success|luck)
  (that|this|it) (is|was)( (really|actually|clearly|simply))? not( (really|actually|even|at all|quite))? (what (i|we)|it|the (problem|issue|question|cause|right|correct|point|answer|solution)|(my|our) (problem|issue|question|case|version|setup|product|plan|situation)|correct|right|relevant|related|applicable|helpful|true|an answer|a (solution|fix)|about)
  (the|your|that|this|an?)( [^ ]+){1,4}? (you|your (colleague|team|engineer)|support)( have| had)? (gave|sent|suggested|proposed|told|recommended|described|provided|shared|pasted|linked|mentioned|posted|given|attached|texted|emailed|mailed|forwarded|issued|quoted|supplied|fitted|installed|shipped|read out)( [^ ]+){0,5}? ((is|are|was|were) (rejected|invalid|wrong|empty|broken|expired|for|not|the (one|wrong))|(says|said|reads|comes up|came up)( as)? (invalid|expired|wrong|not|unknown|error|denied|used|that)|returns|gives|throws|fails|failed|leads|points|belongs|shows|(just |only )?opens an?( [^ ]+)? (empty|blank|wrong|error|different)|has (broken|not)|(does|did|do|has|have|could|can) not|only|expired)
  {fix} (only|just|merely) (help~|work~|last~|fixe?d?s?)
  {fix} (has|have)( [^ ]+)? (broken|crashed|killed|locked)
  (link|article|guide|page|manual|document~|file|instructions?|steps?)( [^ ]+){0,3}? (points?|leads?|belongs?|refers?|goes|is|are)( [^ ]+){0,4}? (another|different|wrong|other|older|old|previous) ([^ ]+)
  nothing to do with (my|our|the|this)
  {fix} (is|was|are|were) (only )?for the
  (replacement|new|second|swapped|other)( [^ ]+){0,3}? (fails|failed|drops|dropped|crash~|stops|leaks|does it|has it|dead|broken|faulty|behaves)( [^ ]+){0,3}? (too|as well|likewise|just (as|like)|exactly (as|like)|the same|again)
  to no avail
  (talks?|writes?|wrote|is|speaks?|answers?|replied|answered)( [^ ]+){0,5}? (i|we) (asked|wanted|meant|wrote|was asking|were asking) (about|for|to|whether|how)
  not( [^ ]+){0,2}? what (i|we) (asked|meant|wanted|was asking|were asking|wrote)
  after (your|the|that) (last |latest |recent )?(update|fix|patch|change|visit|repair|reset|engineer|technician)( [^ ]+){0,4}? (even )?(worse|slower|louder|hotter|colder|longer|less)
  {tried}( [^ ]+){0,3}? (like|as|the way|how) (you|your [^ ]+|the [^ ]+|they|he|she)( (just|have|had))? {toldTo}( [^ ]+){0,8}? {badState}
  ^(nope|no|sadly|unfortunately|negative)[.!]?( it is)? still (?!(waiting|no |nothing|have|open))[^ ]+
  your ([^ ]+ ){0,2}?(technician|engineer|fitter|plumber|colleague|man|repair~|visit)( [^ ]+){0,6}? (still|as before|same|(cold|dead|red|black|offline|leaking|dripping|down|off|out|blinking|noisy|frozen|slow|broken|stuck|blocked) again)
  none of (your|the|these|those)( [^ ]+){0,3}? (work~|help~|solve~|fix~|did|appl~|made)
  (will|would|does|can|could) not (help|work for|apply to|fit|suit)( (us|me|our|here|in our))
  wrong (article|answer|link|advice|products?|version|instructions?|fix|solution|guide|doc~|page|steps|information|file|department|team|person|platform|plan|module|part|item|environment|attachment|driver|order|replacement|diagnosis|direction|explanation|suggestion|customer|region|model|device|language)
  (does|do|did|can) not (apply|relate|exist|match|correspond)( (to|for|in|on|with) (us|our|my|me|this|that|what))?
  (there is|we have|i have|i see|i can see|has) no (such|{part})
  (there is no |no )such {part}
  (the|that|your) ({part})( you [^ ]+| from your [^ ]+| in your [^ ]+)( [^ ]+){0,2} (is not (there|available|visible)|does not exist|is (missing|greyed|grayed|dead)|leads nowhere)
  (made|makes|making|is|got|getting|gets|become|even|now) (it |things |everything |this |matters )?(even |much |a lot |only )?worse
  broke (something|more|even|it|everything|another|other|our|the)
  (problem|error|issue|bug|fault|outage|symptom|crash|message)s?( (is|are|has|have))?( (now|already|just|still))* (back(?! (up|online|to normal))|come back|came back|returned|persists?|remains?|reappeared|re-?occur~|still there|not (gone|fixed|solved|resolved))
  (it|problem|error|issue|bug) (came|comes|keeps coming) back
  ^(it )?(is )?still (not|broken|failing|fails?|happen~|occur~|down|crash~|the same|wrong|missing|locked)(?! (sure|heard|received|clear|waiting|a word|an answer|answered|had|got))
  still (not (working|fixed|solved|resolved|possible|ok|right)|broken|failing|fails|happening|crashing|get(ting)? (the|this|that|an?|same)( [^ ]+)? (error|message|problem|warning|code|timeout)|see(ing)? (the|this|that|an?|same)( [^ ]+)? (error|message|problem|warning|code)|does not (work|load|open|start|connect|sync|print|send)|can not (log|access|open|connect|print|send|see|reach)|the same)
  not( (really|actually|yet|been|properly|even))* (fixed|solved|resolved|sorted)
  you( have)? (misunder~|misread|missed the point|are (answering|describing|talking about|mixing|confusing)|answered (a different|another|the wrong)|sent (me|us) (the wrong|to the wrong))
  (that|this|it) is an?( [^ ]+)? (different|another|unrelated) (problem|issue|question|product|bug|topic|case)
  (that|this|it|these|those|the {fix})( [^ ]+){0,3}? (is|are|was|were)( (only|just))? (for|about|meant for|valid for|based on) (the |an? )?(old|older|previous|other|different|wrong|windows|mac|linux|on-?prem~|self-hosted|cloud|enterprise|desktop|mobile|ios|android|version|v?\\d)
  `,
  words,
);

/** The answer itself and what is bad about it. */
const badAnswer = phrases(
  `
  (your|the|that|this|last|first|second|latest)( [^ ]+){0,3}? ({fix})( [^ ]+){0,5}? (throws?|threw|crash~|wip~|broke|breaks|kill~|delet~|stops|stopped|lasted|fails?|failed|errors? out|worse|slower|is about|are about|is for|was for|are for|did nothing|does nothing|useless|points?|returns an?)
  (part|guide|article|link|manual|file|script|version|document|driver|tool) (you|that you) (sent|shipped|shared|gave|linked|posted|attached)( [^ ]+){0,3}? (is|are|was|were) (for|about|from)
  you (sent|gave|linked|shared|pointed)( [^ ]+){0,6}? (for|about) (the|an?|another|windows|mac)( [^ ]+){0,4}? but
  (marked|closed|set|called|declared|flagged)( [^ ]+)?( as| to)? (solved|resolved|fixed|done|closed) … (yet|but|still|although|while|not)
  (square one|back to (square one|the start|zero))
  (tried|done|did(?! not)|followed|applied|completed|performed|carried out)( [^ ]+){0,8}? (still(?! (waiting|no |not (heard|received)))( [^ ]+)|(exactly |just )?the same|no different|unchanged|will not even|as before)(?! (time|day|way|thing|problem as|as (me|my|you)))
  (followed|tried|did|done|applied)( [^ ]+){0,2}? (your|the)( [^ ]+)? (instructions?|steps|guide|advice|tips?|suggestions?|video|manual|procedure)( [^ ]+){1,6}? (does|do|will|can|is|are|did) not (?!(clear|sure))
  you( have)? answered( [^ ]+){0,3} (i|we) (never|did not)
  made (it|things|everything|matters|the \\w+)( only| even| just)? (worse|slower|harder|longer|less)
  only made
  not( [^ ]+){0,4} either[.!]*$
  my question (was|is) (on|about|how|whether|not)
  working as designed
  (thank~|cheers|appreciate~)( [^ ]+){1,8}? (but|sadly|unfortunately|however|alas)( [^ ]+){0,4}? (still|keeps?|same) (?!(waiting|need|have (a|no|not)|no|wondering|unsure|like))[^ ]+
  (thank~|cheers)( [^ ]+){0,3}? (trying|effort)( [^ ]+){0,2}? (but|sadly|unfortunately|however|alas)( [^ ]+){1,9}? (as well|too|either|again|same|not|no|still)
  `,
  words,
);

/** What they were told to do, in any words … */
const advised = phrases(
  `
  (as|like|the way|how)( (you|was|were|i was|we were|it was|your [^ ]+|the agent|he|she|they))*( (just|have|had))* (advised|suggested|instructed|described|proposed|told|recommended|explained|requested|wrote|said|asked|shown|showed|mentioned|texted|emailed)
  (did|done|followed|tried|carried out|completed)( [^ ]+)? (what|everything|all( that)?|exactly what)( that)? (you|your [^ ]+|they|he|she)
  as per your
  (your|the)( [^ ]+){0,2} (instructions?|guide|steps|suggestions?|advice|workaround|procedure|recommendations?|manual|checklist)
  (you|your colleague) (suggested|proposed|recommended|advised|told (me|us) to)
  (tried|used|installed|entered|fitted|ran|opened|plugged in|applied)( [^ ]+){0,5}? (you|your [^ ]+)( have| had)? (sent|posted|gave|texted|emailed|mailed|shipped|linked|provided|shared|attached|quoted)
  `,
);
/** … and that it was in vain. */
const inVain = phrases(
  `
  (still|same|no (change|effect|luck|difference|success|better|different|joy|improvement)|not any (better|different)|exactly as before|unchanged|(remains?|stays?|stayed|keeps?|continues?) [^ ]+|(is|are) (black|blank|dead|red|cold|offline|frozen|empty|gone) again|nothing (changed|happens|happened)|fails?|failed|worse|in vain|useless|rejected)
  (has|have|does|did|do|is|are|was|can|could|will) not( (been|be))? (cure~|help~|work~|fix~|solve~|change~|resolve~|used|appl~|start~|go|gone|possible|make|made|do|done)
  `,
);
const notTried = phrases(
  '(have|has|did|could|can|will|would) not( (yet|even|been able to))* (tr(y|ied)|follow~|had time|done|test~|appl~|start~)',
);

const fine = phrases(`
  (now|finally|has been|been) (fixed|solved|resolved) (now|again|thanks)
  (no|not) (the )?same
  none of (them|us|the|our)( [^ ]+){0,7} (any ?more|any longer|now)
  (if|unless|should|in case|whether|when|once)( [^ ]+){0,5}? not( [^ ]+){0,2}? (help~|work~|fix~|solv~|sorted|resolv~|chang~)
  not( yet)?( been)? (arrived|delivered|come|here|reached|received)
  not( [^ ]+)? (heard|had)( (back|anything|nothing|from|an?|any|a single))* ?(thing|word|reply|answer|anyone|anybody|anything|back|since|yet|from)?
`);

/** They did as they were told, and say so in a sentence of its own … */
const followed = phrases(
  `
  (as|like|the way) (you|your [^ ]+)( [^ ]+)? (advised|suggested|instructed|described|told|recommended|explained|wrote|said|asked|mentioned|showed)
  (did|done|followed|tried|tested|applied|carried out|performed)( [^ ]+){0,2}? (what you|everything you|(your|the|that|this|all( of)?( the| your)?)( [^ ]+)? (tips?|advice|steps?|instructions?|guide|suggestions?|fix|reset|workaround|trick|method))
  (did|done) as( (i was|you|we were|you have))? (told|said|asked|instructed|advised|described|wrote)
  ^((ok|okay|yes|hi|so|right|i|we|have|just|now|already)[.!]? )*(did|done|tried)( (that|it|this|so|all( of it| that)?|everything|twice|now|just))*[.!]*$
  (swapped|replaced|changed|reset|restarted|rebooted|reinstalled|cleared|unplugged|updated)( [^ ]+){0,5}? as (advised|instructed|told|suggested|described|requested|recommended)
  `,
);
/** … and the next one says what is as it was. */
const persists = phrases(
  `
  ^(but |and )?no [^ ]+( [^ ]+)?( yet| still| again)?[.!]*$
  (still|same|as before|as ever|unchanged|no (change|luck|joy|difference|better|effect|success)|nothing( [^ ]+)? (chang~|happen~)|(keeps?|continues?|remains?|stays?) |not( [^ ]+)? (any )?(better|different|help~|work~)|will not|worse)
  `,
);

/** Two sentences in a row, in their plain form: advice that was taken, and then what it left as it was. */
export function foundNoHelp(taken: string, found: string): boolean {
  return followed.test(taken) && !notTried.test(taken) && persists.test(found) && !found.endsWith('?');
}

/** Goods that were wrong are no answer. */
const received = phrases('(received|delivered|shipped|ordered|unpacked)');

/** A customer's sentence, in its plain form, says that an answer did not help or was about something else. */
export function saysWrongSolution(plain: string): boolean {
  const says =
    badAnswer.test(plain) ||
    (noHelp.test(plain) && !received.test(plain)) ||
    (advised.test(plain) && inVain.test(plain) && !notTried.test(plain));
  return says && !fine.test(plain);
}

const takesBack = phrases(
  `
  (my|our|the)( {ordinal})? {said}( [^ ]+){0,5}? (was|were|is|are|turned out( to be)?|had been|has been)( (just|simply|actually|unfortunately|partly))? {untrue}
  (i|we|my colleague|our colleague)( have| had)? (gave|given|sent|told|pointed|linked|shared|quoted|posted|provided|suggested)( [^ ]+){0,5}? (wrong|incorrect|outdated)
  (ignore|disregard|forget|scratch|discard)( [^ ]+){0,3}? ({ordinal}|{said}|(i|we) (said|wrote|sent|told)|that)
  (i|we) (was|were) (wrong|mistaken|incorrect)
  ^(sorry |a )?(small )?correction
  i (have|need) to correct
  i (misread|misunderstood|mixed up|overlooked)
  scratch that
  (the|that|this|my|our)( [^ ]+)? {said}( (i|we|that i|that we))?( (gave|sent|suggested|proposed|shared|offered|described))?( [^ ]+){0,3}? ((does|did|do|can|will) not|never) (apply|work|help|fit|cover|exist|solve|address)
  (i|we|my colleague|our colleague)( have| had)? (gave|sent|told|pointed|linked|shared|quoted|posted|provided|suggested|described)( [^ ]+){0,4}? (belongs|belonged|applies|applied|is|was|were|are)( [^ ]+){0,3}? (older|other|different|another|wrong|previous)
  (bad|poor|wrong|incorrect|misleading) (advice|information|info|answer|instructions?|link|steps)
  ^(sorry|i am( (so|very|really|terribly))? sorry|apologies|my apologies|i apologi[sz]e|oops|unfortunately|oh)[.!:]?( [^ ]+){0,4}? (the|that|those|my|our)( [^ ]+){1,3}? (i|we|my colleague|our colleague)( have| had)? (gave|given|sent|linked|shared|quoted|posted|provided|suggested|described|pasted|attached|mentioned|named|recommended)( (you|earlier|before|yesterday|above|to you))* (was|were)( (only|actually|meant|intended|written|made|in fact|unfortunately))* (for|of|from|about)
  (the|that|those|my|our)( [^ ]+){1,3}? (i|we|my colleague|our colleague)( have| had)? (gave|given|sent|linked|shared|quoted|posted|provided|suggested|described|pasted|attached|mentioned|named|recommended)( (you|earlier|before|yesterday|above|to you))* (is|are)( (only|actually|in fact|unfortunately|the ones?))* (for|of|from|about) (the|our|an?|your) (old|older|previous|former|other|different|wrong|outdated|retired)
  my (mistake|bad|error|fault)
  (that|this|it) was( (the|indeed|actually))* (wrong|incorrect|not (right|correct)|my mistake)
  `,
  words,
);

/** The company's sentence, in its plain form, takes back an answer it gave. */
export function admitsWrongAnswer(plain: string): boolean {
  return takesBack.test(plain) && !plain.endsWith('?');
}
