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
  unit: '((working|business|full|whole|entire|more) )?(minutes?|mins?|hours?|hrs?|days?|weeks?|months?)',
  ordinal: '(second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|umpteenth|last|\\d+(nd|rd|th))',
};

const says = phrases(
  `
  any (news|updates?|progress|word|luck|joy|movement|feedback|response|reply|answer|eta|developments?|idea when|information (yet|on)|status|reaction|estimate)
  (can|could|may|might|would|will|should) (i|we|you|someone|somebody|anyone)( (please|kindly|at least))? (get|have|give|send|provide|share|receive|tell|post|update|let)( [^ ]+){0,5}? ({news}|know (where|when|what|how))
  (please|kindly|need|want|like|expect|expecting|requesting|asking for|waiting for|awaiting)( (give|send) (me|us))?( (provide|share|have|get))?( (an?|the|some|your|another))?( (urgent|status|quick|immediate|proper|short|brief))* ({news})$
  (please|kindly)( (urgently|at least|also))? (update (me|us|this)|advise|respond|reply|answer (me|us|this|my)|get back to (me|us)|let (me|us) know (where|when|what is happening|the status|if (there|any)))
  what is (the|my|our)( [^ ]+){0,2} ({news}|state|latest|hold-?up|timeline)(?! (interval|frequency|cycle|process|schedule|policy|channel|of the (art|export)))
  what is (happening|going on|taking so long|keeping you)
  (where (are we|do we stand|does (this|it) stand)|where is (my|our|the)( [^ ]+){0,2} ({reply}|ticket|case|request|fix|refund|order))
  how (is it|is this|is that|are things|far|much longer|many more (days|hours|weeks))
  how long (does|will|do|until|more|must|is|are|before|should|am|can|has)
  ^(ping|bump)[.!]*$
  (do|did) you have( [^ ]+){0,2} ({news}|estimate|timeline)
  ^(status|eta|updates?|news|hello|hi|anyone|anybody|ping|bump|still there)\\?+
  when (will|can|may|should|do|does|are|is|could|shall|might)( (i|we|you|someone|somebody|anyone|this|it|my|our|the|that|an?|your)) … (hear|expect|reply|respond|answer~|fixed|solved|resolved|look|calls?|get|be|contact|happen|update|have|receive|arrive|ready|working|done)
  still (no|nothing)( {reply}| yet| so far| from| since| on| to| happened|$)
  still ((am|are|have been|been) )?(waiting|awaiting|without|unanswered|open and|pending|unresolved and)
  still (have|has|had) not( [^ ]+){0,2} (heard|received|had|got|gotten|seen|been (contacted|answered|updated|called|told))
  (have|has|had|did|do) not( (yet|even|so far|actually|still|once))* (heard|heared|received|had|got|gotten|get|hear|receive|seen|been (contacted|answered|updated|called|told))( [^ ]+){0,3}? (back|anything|any|from you|from (any|your|the)|an? {reply}|your {reply}|{reply}|yet)
  (not|never|nothing) (heard|received|got)( (back|anything|a|from))?
  (heard|received|got) nothing
  not a (single )?(word|reply|answer|response|line|message)
  (no ?one|no ?body|not one person)( (has|have|is|ever|there|even|else|from you|at))*( [^ ]+){0,3}? (respond~|repl~|answer~|call~|got back|gotten back|get back|gets back|come back|came back|contact~|been in touch|in touch|look~|pick~|acknowledg~|react~|told|tells|working on|read|cares to|updates?|updated|help~|show~)
  (no|without|without an?|without any|zero|nor)( (a|single|proper|real|further|clear|concrete|human))* {reply}( (yet|so far|since|from|to|for|in|on|at all|whatsoever|again|today|until|about|has|after|received|here|or|and|either|came|comes|all|this|now))?(?= |$|[.!?:])(?! (needed|necessary|required|is needed|expected))
  {number}( [^ ]+)? {unit}( (now|later|already|ago|in|on|and|have passed|passed|gone by))*( (of|and|without|with|but|since|still))* (silence|nothing|no|not|still|without|since (my|our|the|i|we|your))
  (total|complete|radio|absolute|only|dead|utter)? ?silence(?! (the|alerts?|notifications?|alarms?))
  (following up|follow ?-?up (on|to|for|about|regarding|again)|checking in|circling back|touching base|chasing|chase (this|you|it|up)|bump(ing)?|pinging|ping~ (again|you)|nudg(e|ing))
  (gentle|friendly|quick|kind|polite|another|second|third|fourth|final|last|small|just a|little) (reminder|nudge|ping|follow ?-?up|bump)
  (reminding you|remind you|as a reminder|^reminder)
  (just|only|i am|am|was|i was|we were|we are|here)?( just| only)* ?(checking|wondering|inquiring|enquiring|wanted to (check|see|ask|know)|asking|curious) (if|whether|about (the|my|our|this)|when|what is (happening|the status)|how (this|it|things|far)|again|on (the|my|this|our)|back|where)(?! (you (can|could|support|offer)|it is possible|there is a way))
  (has|have|did|is|are|was|were|does|do|will|can|could) {anyone}( (ever|even|actually|already|at all|please|there|been able to|still|else|on your (side|team)|from your team|in your team))* (look~|see|seen|saw|read|reading|had a chance|have a chance|get a chance|get round|get around|got round|manage~|receive~|get my|got my|get to|there|check~|picked|pick|working|work on|find|found|forgotten|forget|alive|handl~|start~|paying|take care|taken|respond~|answer~|reply|get back|deal~|dealing|even|care)
  (any ?one|any ?body|some ?one) (there|home|alive|listening|reading|awake|at home)
  are you( (still|even|all))* (there|with (me|us)|alive|ignoring|working on|looking|on holiday)
  (i|we)( (am|are|have))?( (still|just|now|already|also|been))* (waiting|awaiting|waited|hanging|left hanging)(?! (to be|list|room|for (the|a) (import|export|job|page|download|upload|sync|migration|queue)))
  (been|kept|keep|keeps|left|keeping (me|us)|kept (me|us))( (me|us))? waiting
  waiting( (for|on|since|here|in))* ({number} {unit}|your|you|an? {reply}|{reply}|support|someone|this|yesterday|\\w+day|ages|last|weeks|days|hours|long enough|too long)
  (it is|it has|that is|that has|it was|this is|this has|been)( (now|been|already|over|almost|nearly|more than))+ {number} {unit}
  (over|more than|almost|nearly|for) {number} {unit} (now|already|and|without|with no)
  you(r (colleague|team|manager|engineer|supervisor|boss))? (said|promised|told (me|us)|assured|committed|confirmed|agreed|wrote|were going to|were supposed to|were to|wanted to)( [^ ]+){0,9}? (would|will|by|call~|update|reply|answer|get back|yesterday|today|(mon|tues|wednes|thurs|fri)day|hear|fix|send|hours?|back|tomorrow|noon|minutes?|days?)
  (this is )?(the |my |our |now my )?{ordinal} (time|email|mail|message|reminder|request|attempt|call)( [^ ]+){0,4}? (asking|ask|asked|writing|write|wrote|chasing|chase|reminder|without|no|follow)
  (asking( you)? again|i ask again|writing again|i am writing again|asked (twice|three times|again) (for|about) (an? )?({news}|{reply}))
  why (is|does|has|are|do|have)( (no ?one|no ?body|it|this|there|you|i|we))( (tak~|no|not|still|so))
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
`);

/** The sentence, in its plain form, asks for an answer that is owed. */
export function isChaser(plain: string): boolean {
  return says.test(plain) && !speaksOfElse.test(plain);
}
