/** The customer asks where the answer is, or says that none came. */
import { phrases, type Words } from './phrases';

const words: Words = {
  reply:
    'answers?|reply|replies|responses?|feedback|word|news|updates?|reaction|calls?|call ?back|sign of life|messages?|acknowledg~|contact|progress|eta|help|information|info|solution',
  news: 'updates?|news|status|eta|progress|developments?',
  anyone:
    'any ?one|any ?body|some ?one|some ?body|you|(your|the) (team|colleagues?|engineers?|developers?|technicians?|specialists?)|engineering|support|they',
  number:
    '\\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|several|many|a few|a couple of|some|another|whole',
  unit: '((working|business|full|whole|entire|more) )?(minutes?|mins?|hours?|hrs?|days?|weeks?|fortnights?|months?)',
  matter:
    '(tickets?|cases?|requests?|orders?|refunds?|claims?|applications?|complaints?|issue|matter|enquiry|inquiry|repairs?|parcels?|delivery|payment|booking|deposit|replacement|file|visa|transfer)',
  ordinal: '(second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|umpteenth|last|\\d+(nd|rd|th))',
};

const says = phrases(
  `
  any (news|updates?|progress|word|luck|joy|movement|feedback|response|reply|answer|eta|developments?|idea when|information (yet|on)|status|reaction|estimate)
  (can|could|may|might|would|will|should) (i|we|you|someone|somebody|anyone)( (please|kindly|at least))? (get|have|give|send|provide|share|receive|tell|post|update|let)( [^ ]+){0,5}? ({news}|know (where|when|what|how))
  (please|kindly|need|want|like|expect|expecting|requesting|asking for|waiting for|awaiting)( (give|send) (me|us))?( (provide|share|have|get))?( (an?|the|some|your|another))?( (urgent|status|quick|immediate|proper|short|brief))* ({news})$
  (please|kindly)( (urgently|at least|also))? (update (me|us|this)|advise|respond|reply|answer (me|us|this|my)|get back to (me|us)|let (me|us) know (where|when|what is happening|the status|if (there|any)))
  what is (the|my|our)( [^ ]+){0,2} ({news}|state|latest|hold-?up|timeline)(?! (interval|frequency|cycle|process|schedule|policy|channel|code|bar|page|light|led|of the (art|export)))
  (enquir(e|ing)|inquir(e|ing))( [^ ]+){0,2}? (about|regarding|concerning|as to|on|into|after|for)( (the|any|my|our|its|current))* ({news}|(my|our)( [^ ]+){0,2}? {matter})
  (enquir(e|ing)|inquir(e|ing)) (when|whether (you|there|any)|how (far|long|much longer)|where (my|our))
  (may|can|could|might) (i|we)( [^ ]+)? (ask|know|request)( [^ ]+){0,3}? ({news}|how far|when (my|our|this|it|the|you|someone|i|we)|where (my|our))
  (would|should)( [^ ]+){0,4}? (grateful|appreciat~|obliged|thankful|glad|welcome|helpful|nice|great|good|like|love)( (of|for|to (have|get|know|hear|see|receive)|it if you (could|would) (give|send|provide)|if you (could|would) (give|send|provide)))?( (me|us))?( (an?|some|any|the|your|at least))*( (short|brief|quick|latest|status|current|further|proper|prompt|clear|firm|rough|written|progress))* ({news}|reply|response|answer|indication|timeline|timescale|estimate|word|feedback|sign of life)(?! (to (the|a|these|this|two|my)|of (the|version)|for (the|version)))
  (tell|inform|know|say|confirm|update)( (me|us))?( (please|at least|roughly))? (when|by when) (i|we|you|it|this|my|our|someone)(?! (should|need|have to|must|want|would like))
  to know( (please|at least|roughly))? (when (i|we|you|it|this|my|our|someone)|where (we|my|our|things)|what is (happening|the status)|how (far|much longer)|(whether|if) (you have|anyone|there (is|are) (any )?{news}))
  by when (will|can|may|should|could|do|does|is|are)
  (is|are) there( (an?|some|any|already|yet))* {news}(?! (for|of|to) (the|version|windows|mac|android|ios|an?)|( [^ ]+)? version)
  what is (happening|going on|taking so long|keeping you)
  (where (are we|do we stand|does (this|it) stand)|where is (my|our|the)( [^ ]+){0,2} ({reply}|ticket|case|request|fix|refund|order))
  how (is it|is this|is that|are things|far (along|are (you|we)|have|has|is (my|our|this|the ([^ ]+ )?(repair|work|case|ticket|investigation|claim|fix|order)))|much longer|many more (days|hours|weeks))
  how long (more|until|till|before)
  how long( [^ ]+){1,5}? (wait~(?! (list|room|time|area))|longer|still|until|before|be (down|without|offline|locked|blocked)|drag~|ignored|reply|answer|respond|go on|(take|takes|taking) (to (get|answer|fix|reply|respond|hear|look|sol|resolv|process)~|for (someone|somebody|you)))
  how long (will|is|does|must|should|can) (this|it|that)( [^ ]+){0,2} (take|go on|last|continue|be)
  how long (will|does|is)( (my|our|the|your))( [^ ]+){0,2} (refund|repair|fix|request|claim|replacement|investigation|reply|answer|response)( [^ ]+){0,2} (take|need|last)
  ^(ping|bump)[.!]*$
  (grateful|keen|glad|anxious|eager|curious|like) to (learn|hear|know|find out) (whether|if|what|when)( [^ ]+){1,4}? (been (reached|made|taken|found|decided|done)|decided|happening|done so far|stands?)
  (wonder~|wondered|hoping)( [^ ]+)? (if|whether) (you|anyone|anybody|someone|there)( [^ ]+){0,3}? (managed|found|find out|had (a|any)|heard|got (any|some|round|anywhere)|look~)
  (do|did) you have( [^ ]+){0,2} ({news}|estimate|timeline)
  ^((so|and|well|sir|any|please|kindly|hi|hello|dear( [^ ]+)?|again|urgent)[.:!]? )*(status|eta|updates?|progress|news)( (update|report|check))?( (on|for|about|of|re|regarding|with|in)( [^ ]+){1,6}?)?( (please|now|yet|today|sir|then))*\\?+$
  ^((so|and|well|sir|any|please|kindly|hi|hello|dear( [^ ]+)?|again|urgent)[.:!]? )*(status|eta|updates?|progress|news)( (update|report))?( (on|for|about|of|re|regarding)( [^ ]+){1,5}?)? (please|asap|urgently|sir|madam)( [^ ]+)?[.!?]*$
  (please|kindly) (status|eta|progress)( (update|report))?[.!?]*$
  (please|kindly)( [^ ]+)? (update|revert)( back)? (sir|madam|on (my|our|this|it)|about|regarding|asap|soon|urgently|it is|to (me|us)|me|us|at the earliest|with (your|an) )
  (please|kindly)( [^ ]+)? (update|revert)( back)?[.!?]*$
  ^(status|eta|updates?|news|hello|hi|anyone|anybody|ping|bump|still there)\\?+
  when (will|can|may|should|do|does|are|is|could|shall|might)( (i|we|you|someone|somebody|anyone|this|it|my|our|your)) … (hear|expect|reply|respond|answer~|fixed|solved|resolved|look|calls?|get|be|contact|happen|update|have|receive|arrive|ready|working|done)
  when (will|can|is|are|does|should)( (the|that|an?)) … (fixed|solved|resolved|answered|ready|delivered|credited|refunded|repaired|arrive|back|done|paid|call|reply|respond|contact|get)
  still (no|nothing)( {reply}| yet| so far| from| since| on| to| happened|$)
  still ((am|are|have been|been) )?(waiting|awaiting|without|unanswered|open and|pending|unresolved and)
  yet to( (even|actually))? (hear|receive|get|be (contacted|answered|called|told|updated|informed|given|paid|refunded)|see( (an?|any|some|the))? {reply})
  still not( been)?( (yet|even))? (credited|refunded|received|delivered|arrived|processed|activated|answered|shipped|dispatched|paid|repaired|replied|here)
  (?<!(i|we) (have|did) )not( been)? (credited|refunded|received|delivered|arrived|processed|activated|answered|shipped|dispatched|paid|repaired|replied|come)( [^ ]+)? (still|yet|till (now|date|today)|until (now|today)|so far|even now|to date)
  (till|until|upto|up to) (now|date|today)( (i|we|there|you|it))?( [^ ]+)? (no|nothing|not)
  still (have|has|had) not( [^ ]+){0,2} (heard|received|had|got|gotten|seen|been (contacted|answered|updated|called|told))
  (have|has|had|did|do) not( (yet|even|so far|actually|still|once))* (heard|heared|received|had|got|gotten|get|hear|receive|seen|been (contacted|answered|updated|called|told))( [^ ]+){0,4}? (back|anything|any|from you|from (any|your|the)|an? {reply}|your {reply}|{reply}|yet)
  (not|never|nothing) (heard|received|got)( (back|anything|a|from))?
  (heard|received|got) nothing
  not a (single )?(word|reply|answer|response|line|message)
  (no ?one|no ?body|not one person)( (has|have|is|ever|there|even|else|from you|at))*( [^ ]+){0,3}? (respond~|repl~|answer~|call~|got back|gotten back|get back|gets back|come back|came back|contact~|been in touch|in touch|look~|pick~|acknowledg~|react~|told|tells|working on|read|cares to|updates?|updated|help~|show~)
  (is|are) {anyone}( (ever|even|actually|still|really|please))* (going|planning|intending|willing|able|supposed) to( (ever|even))? (reply|respond|answer|help|look|call|phone|get|do (something|anything)|fix|deal|pick|read|tell|come back|take|contact|write|sort|solve|handle|send|pay|refund)
  (will|would|can|could) (any ?one|any ?body|some ?one|some ?body)( (ever|please|kindly|at least|finally|actually))* (answer|reply|respond|get back|write back|tell|update|react)
  (should|shall|do|can|will|am|are) (i|we)( (still|ever|even|really))+ (going to |supposed to )?(expect|wait|hear|get|count|hope|receive|keep)
  (shall|should) (i|we)( just)? (wait|keep waiting|expect)
  (answer|reply|respond|write back|come back to (me|us)|get back to (me|us))( (to )?(me|us|this))? (asap|urgently|immediately|as soon as possible|at the earliest|already|finally)
  await(ing)?( [^ ]+){0,2}? (answer|reply|response|feedback|news|update|confirmation)
  (where|how) (do|did|are) (things|we|my|our)( [^ ]+){0,2}? (stand|coming along|progressing|going with (my|our|the))
  what (has|have|is) (become|happened)( [^ ]+)? (of|to|with) (my|our)( [^ ]+){0,4}? {matter}
  what (has )?(became|become) of
  (learn|know|hear|see|told|informed)( [^ ]+)? (whether|if)( [^ ]+){0,3}? (has|have|had|is|was|are)( [^ ]+)? (been )?(processed|received|read|answered|decided|approved|sent|shipped|fixed|solved|resolved)
  (is|are|been|still|was|lying) (pending|unanswered|outstanding|unresolved|untouched)( [^ ]+)? (since|for( [^ ]+)? {number} {unit})
  ^(it is |now |this is )?day (\\d+|two|three|four|five|six|seven|eight|nine|ten)( [^ ]+)?[.!]
  how (is|are) (my|our|the|this|that|it|things)( [^ ]+){0,4}? (coming|getting|progressing|moving) (along|on|forward)
  ^((sir|madam|dear|hi|please|and|so|but|hello|team)[.!:]? )*when (my|our|this|it|i|we|you) .{0,40}\\b(will|is|are|can|shall|going|would)
  (still|left|kept|keep~|are|am|completely|totally) in the dark
  (i|we) (was|were|had been|have been)( [^ ]+)? (told|promised|assured|informed|led to believe)( [^ ]+){0,6}? (would|will|by|within|call~)
  (no ?body|no ?one) (did|has|came|called|rang|showed|turned|ever)[.!]*$
  (been|is) (ages|an eternity|an age|a (long |good )?while|long enough|forever) (since|now|and|already)
  (do|did|have|has|please)( you| not)*( (all|just|simply|please))* (forget|forgotten|forgot)( about)? (me|us|(my|our|this)( [^ ]+){0,4}? {matter})
  {matter}( [^ ]+){0,4}? (open|pending|sitting|idle|stuck|unanswered|untouched|unassigned|on hold|in the queue|lying)( (there|with you))? (since|for( (over|more than|almost|nearly|about))? {number} {unit})
  {unit} and counting
  (gone|went|been|all)( (very|so|completely|all|awfully|rather))* (quiet|silent|dark) (on|from|at|since|again|your)
  (no|without|without an?|without any|zero|nor)( (a|single|proper|real|further|clear|concrete|human))* {reply}( (yet|so far|since|from|to|for|in|on|at all|whatsoever|again|today|until|about|has|after|received|here|or|and|either|came|comes|all|this|now))?(?= |$|[.!?:])(?! (needed|necessary|required|is needed|expected))
  {number}( [^ ]+)? {unit}( (now|later|already|ago|in|on|and|have passed|passed|gone by))*( (of|and|without|with|but|since|still))* (silence|nothing|no|not|still|without|since (my|our|the|i|we|your))
  (total|complete|radio|absolute|only|dead|utter)? ?silence(?! (the|alerts?|notifications?|alarms?))
  (following up|follow ?-?up (on|to|for|about|regarding|again)|checking in|circling back|touching base|chasing|chase (this|you|it|up)|bump(ing)?|pinging|ping~ (again|you)|nudg(e|ing))
  (gentle|friendly|quick|kind|polite|another|second|third|fourth|final|last|small|just a|little) (reminder|nudge|ping|follow ?-?up|bump)
  (reminding you|remind you|as a reminder|^reminder)
  (just|only|i am|am|was|i was|we were|we are|here)?( just| only)* ?(checking|wondering|inquiring|enquiring|wanted to (check|see|ask|know)|asking|curious) (if|whether|about (the|my|our|this)|when|what is (happening|the status)|how (this|it|things|far)|again|on (the|my|this|our)|back|where)(?! (you (can|could|support|offer)|it is possible|there is a way))
  (has|have|did|is|are|was|were|does|do|will|can|could) {anyone}( (ever|even|actually|already|at all|please|there|been able to|still|else|on your (side|team)|from your team|in your team))* (look~|see|seen|saw|read|reading|had (a|the) (chance|moment|opportunity)|had (any )?time|found (the )?time|have a chance|get a chance|get round|get around|got round|manage~|receive~|get my|got my|get to|there|check~|picked|pick|working|work on|find|found|forgotten|forget|alive|handl~|start~|paying|take care|taken|respond~|answer~|reply|get back|deal~|dealing|even|care)
  (any ?one|any ?body|some ?one) (there|home|alive|listening|reading|awake|at home)
  are you( (still|even|all))* (there|with (me|us)|alive|ignoring|working on|looking|on holiday)
  (i|we)( (am|are|have))?( (still|just|now|already|also|been))* (waiting|awaiting|waited|hanging|left hanging)(?! (to be|list|room|for (the|a) (import|export|job|page|download|upload|sync|migration|queue)))
  (been|kept|keep|keeps|left|keeping (me|us)|kept (me|us))( (me|us))? waiting
  waiting( (for|on|since|here|in))* ({number} {unit}|your|you|an? {reply}|{reply}|support|someone|this|yesterday|\\w+day|ages|last|weeks|days|hours|long enough|too long)
  (it is|it has|that is|that has|it was|this is|this has|been)( (now|been|already|over|almost|nearly|more than))+ {number} {unit}
  (over|more than|almost|nearly|for) {number} {unit} (now|already|and|without|with no)
  you(r (colleague|team|manager|engineer|supervisor|boss))? (said|promised|told (me|us)|assured|committed|confirmed|agreed|wrote|were going to|were supposed to|were to|wanted to)( [^ ]+){0,9}? (would|will|by|call~|update|reply|answer|get back|yesterday|today|(mon|tues|wednes|thurs|fri)day|hear|fix|send|hours?|back|tomorrow|noon|minutes?|days?)
  (this is )?(the |my |our |now my )?{ordinal} (time|email|mail|message|reminder|request|attempt|call)( [^ ]+){0,4}? (asking|ask|asked|writing|write|wrote|chasing|chase|reminder|without|no|follow)
  (this is|here is|sending|sent|wrote|written)( you)?( (now|already))?( (the|my|our|a))? {ordinal} (email|mail|message|reminder|request|attempt|call|letter|chat)
  ^(my |our )?{ordinal} (request|reminder|attempt|notice|try)
  (i|we)( (have|had))?( (now|already|also))* (called|phoned|rung|rang|written|wrote|emailed|mailed|messaged|texted|contacted|chased)( (you|in|support|already|now|your [^ ]+|the [^ ]+))* (twice|thrice|again and again|(two|three|four|five|six|several|many|multiple|\\d+) times|every (day|week|morning))
  (asking( you)? again|i ask again|writing again|i am writing again|asked (twice|three times|again) (for|about) (an? )?({news}|{reply}))
  why( [^ ]+){1,4}? (tak(e|es|ing) (so|this|that|forever|ages|weeks|days|months)|still (no|waiting|open|unanswered|pending|nothing)|so long)
  why (is|has|does|did|can|will) (no ?one|no ?body)
  why (is|are) there( still)? (no {reply}|nothing)
  why (have|has|did|do|does|are|is|can) (you|i|we|they)( (still|ever))? not( (yet|even|ever))* (answer~|repl~|respond~|call~|heard?|hear|received?|got|get|been (told|updated|contacted|answered)|come back|sent|send)
  (taking|takes|take|took) (forever|(so|this|too|that) (long|much))
  is (this|my|our|the)( (ticket|case|request|issue|problem))?( (still|even|being|really))* (worked on|looked (at|into)|forgotten|moving|on your radar|in progress|being|lost|handled|dead|open)
  (being|been|feel~|am|are|get|getting)( (completely|totally|just|simply|again))* (ignored|forgotten|left (in the dark|hanging|alone|waiting)|stonewalled|ghosted|kept in the dark)
  (you are |stop )?ignoring (me|us|my|our)
  (the|your) (promised|announced|agreed) ({reply}|fix|report|callback)
  (did|has) (my|our|the) (last |previous |first )?(email|mail|message|reply|ticket|request)( [^ ]+){0,2} (get|arrive|reach|come|lost|got)
  (looking forward|look forward) to (your|a) (prompt|quick|swift|timely|urgent)
  (no|any) movement
  (status|eta)\\?
  `,
  words,
);

const speaksOfElse = phrases(`
  waited( [^ ]+){0,5}? (before|until|for) (the|it|this)
  without an? (single )?(disconnect|error|crash|problem|issue)
  (saying|says|reads|called|named|titled) '
  (no|without) (response|answer|reply|message|update|contact|feedback|call) (body|code|header|field|time|from (the )?(server|api|endpoint|device|printer|gateway|database|host|service|terminal|controller))
  (server|api|endpoint|device|printer|gateway|database|host|service|terminal|page|app)( [^ ]+){0,3}? (gives|gave|sends|sent|returns|returned|shows) no
  (server|api|endpoint|device|printer|gateway|database|host|service|it|page|app) (does not|is not|did not|gives no|sends no|not) (respond|answer|reply|responding)
  (no|not any) (need|rush|hurry|pressure)
  (status|update|news|progress|delivery|shipping|tracking|order)( (status|updates?))? (emails?|mails?|notifications?|rights?|permissions?|access|feeds?|newsletters?|alerts?|subscriptions?|settings?|banner|service|script|channel)
  (take|takes|took|taking)( [^ ]+)? (forever|ages|long|a while|an? (minute|second|hour)|\\d+ (s|sec|seconds?|minutes?|hours?))( [^ ]+)? to (?!(get|answer|reply|respond|hear|look|resolv|sol|fix|process))
`);

/** How the writer's own matter stands … */
const standing = phrases(
  `
  (status|state|stage|progress|outcome|position|whereabouts|fate|standing)( (of|on|with|regarding|concerning|about|in))( (the|my|our|this|that|these))+( [^ ]+){0,4}? {matter}
  (status|progress) (report|update|check)
  (my|our)( [^ ]+){0,4}? {matter} (is|are|was) (at|now|progress~|com(e|ing) along|stand~)
  `,
  words,
);
/** … is asked for … */
const asks = phrases(`
  (inform|tell|know|update|advise|share|could you|can you|would you|please|kindly|may i|can i|could i|possible|wonder~|wish|like|want|asking|ask|grateful|appreciate~|curious|request~|need)
`);
/** … and not where a screen shows it. */
const onScreen = phrases(
  '(shows?|shown|see|says|page|column|field|screen|button|menu|somewhere|template|report(ing)? (tool|view|page)|chang(e|ing)|set|edit|filter|sort|app|api)',
);

/** The sentence, in its plain form, asks for an answer that is owed. */
export function isChaser(plain: string): boolean {
  const chases = says.test(plain) || (standing.test(plain) && asks.test(plain) && !onScreen.test(plain));
  return chases && !speaksOfElse.test(plain);
}
