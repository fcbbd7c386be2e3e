/** The customer asks for somebody higher up, for another level, or for more urgency. */
import { phrases, type Words } from './phrases';

const notASetting =
  '(?! (of (the |a |an |cost|group|site|store|shop)|role|permission|account|view|page|screen|console|app|portal|login|licen[cs]e|dashboard|password|user|field|column|can not|can|reports|gets|sees|has|is|needs access|does not|did not|says|wants|tried|approved))';
const words: Words = {
  senior: `(([\\w-]+ )?(managers?|supervisors?|team ?lead(er)?s?|director|head of( [^ ]+){1,2}|vp|vice president|cto|ceo|coo|executive|management|leadership|boss|principal)|senior( [^ ]+)?|(the )?person (in charge|responsible)|whoever (runs|leads|manages|heads|is (in charge|responsible))|(some(one|body)|anyone|a (person|human)|people|an? (engineer|agent|person|colleague|specialist))( [^ ]+)? (senior|in charge|higher( up)?|responsible|above( you)?|with (the )?(authority|power|more)|who (can|could|knows|is able|has|understands|actually))|your (boss|lead|superiors?|management|manager))${notASetting}`,
  level:
    '((your |the |an? )?((second|third|next|higher|2nd|3rd)[- ](line|level|tier)|(tier|level|line|l)[- ]?[23])( (people|team|support|engineers?|colleagues))?|engineering|(the|your|an?) (developers?|engineers?|dev team|product team|development( team)?|specialists?|experts?|engineering( team)?|backend team|platform team)|(the )?(next|higher) level|someone (else|technical)|the right (team|person|people))',
  deeper: `({level}|((your|the|an?|one of your) )([\\w-]+ ){0,2}(engineers?|specialists?|developers?|experts?|engineering|architects?)|((one|some|any) of your|your|an?)( more)? senior( [^ ]+)?|your( (?!(support|customer|own))[\\w-]+){1,2} team)(?! (customers?|users?|clients?|plan|page|list|portal|view|discount|citizens?))`,
  upper:
    '((some(one|body)|any(one|body)|a person|a human|people|a colleague|an agent)( [^ ]+)? (above|over|senior|higher( up)?|more (senior|experienced|qualified|competent|knowledgeable)|with( [^ ]+)? (experience|authority|power|knowledge|rights|competence|responsibility)|who (is|are) (allowed|authori[sz]ed|empowered|entitled|senior)|who (can|could|may) (actually |really )?(decide|approve|authori[sz]e|override|make)|who (has|have)( [^ ]+)? (authority|power|say)|who (actually |really )(knows|understands|can)|who (decides|makes))|a more (senior|experienced|qualified|competent) [^ ]+|(your|the) superiors?|head ?office|headquarters|top management|a grown-?up|an adult)',
  expert:
    '(an?|the|your|some|any|one of your) ([^ ]+ )?(specialist|expert|senior|supervisor|manager|team ?lead(er)?|lead|boss|head|director)s?',
  wish: '(please|can you|could you|can we|could we|can i|could i|kindly|must|need to|needs to|need|want to|want|like to|would like|ask(ing)? (for|to|you to|that)|request(ing)?( that)?|demand(ing)?|time to|has to|should|insist( on)?|require|expect|going to have to|have to|may i|let (us|me))',
};

/** Somebody above first line, wherever in the sentence … */
const role = phrases(
  `
  (?<!(our|my|his|her|their) )([\\w-]+ )?(managers?|supervisors?|team ?lead(er)?s?|director|vp|vice president|architect|specialist|management|leadership|executive)${notASetting}
  (some(one|body)|people|an? \\w+)( [^ ]+){0,2} (senior|decision power|authority|in charge|higher up)
  (head of|duty manager|r&d|second line|third line|escalation (path|process|procedure)|complaints? (procedure|process|department|team|form))
  (next|higher|another) (support )?(level|tier|line)
  up the (chain|ladder|line)
  {upper}
  (complaints? (officer|office|desk|manager|handler|unit|body)|ombuds(man|person))
  `,
  words,
);
/** … and a wish. */
const wish = phrases(`
  (want|wants|need|needs|please|could|may i|let me|let us|give me|give us|like|expect|demand|insist|assign|bring in|asking for|appreciate|either|is there|any chance|rather|only|step in|take over|let|get|put|pass|hand|who is|take (it|this)|raised?|forwarded?|have this|call with|calls? me|number)
`);

const says = phrases(
  `
  (speak|talk|chat|put (me|us) (through|in touch|on)|connect (me|us)|get (me|us)|(transfer|pass|hand|refer) (me|us)|call|meeting|conversation|escalate)( [^ ]+){0,4}? {senior}
  (get|involve|bring in|loop in|pull in|loop|bring|pull|pass (it|this)( on)? to|hand (it|this) (over |on )?to|assign (it|this) to|forward (it|this) to|raise (it|this) (with|to)|take (it|this) (up )?(with|to)|inform|notify|copy|cc|contact|fetch|find|wake|page)( in)?( (an?|the|your|my|some|our))? {senior}
  {wish} (an?|the|your|to|some|with)?( [^ ]+){0,2}? ?{senior}( (to|on|please|now|today|involved|here|right|look~|call|contact|instead|for|from|at|and)|\\.|!|$)
  (have|ask|let|tell|get)( an?| the| your) {senior}( [^ ]+){0,3}? (to )?(call|contact|reply|respond|phone|ring|write|look|speak|get (back|in touch)|step in|take|handle|email|join)
  (an?|your|the) {senior} (should|must|needs? to|has to|ought to)( [^ ]+){0,2}? (call|contact|reply|respond|phone|ring|write|look|speak|get back|step in|be (involved|informed|aware)|take over|handle|see this|join)
  (handed|passed|forwarded|escalated|assigned|transferred|moved|given|referred|brought)( [^ ]+){0,2}? to( the attention of)?( (an?|the|your))? ({senior}|{level})
  (attention of|desk of)( (your|the))? {senior}
  (manager|director|ceo|cto|boss|management|supervisor)'?s? (desk|attention|table|inbox)
  {senior}( [^ ]+)? be (assigned|involved|informed|brought in|notified)
  (need|want|require) {level}
  (could|can|would|will|may|have|get|let) (an?|the|your|some) ([^ ]+ )?(senior( [^ ]+)?|supervisor|manager|team ?lead(er)?|specialist|expert)( (please|now|kindly|finally))? (look|call|ring|phone|step|take|handle|deal|review|contact|join)
  {expert} (to|could|would|should|must|please|who|now|instead|can)( [^ ]+){0,2}? (take (over|this|it|charge|care|on)|step in|get involved|intervene|handle|have a look|deal with|pick (this|it) up|call|ring|phone|contact me|speak|talk|join)
  (put|pass|transfer|connect|hand|refer|send)( (me|us|this|it))( [^ ]+)? (through |on |over |up )?to( (your|the|an?))?( [^ ]+){0,2}? (managers?|supervisors?|boss|superiors?|director|team ?lead(er)?|lead|management|head office|specialist|expert)
  (go|goes|take (this|it|me)|move (this|it)|pass (this|it)|bring (this|it)|kick (this|it)|push (this|it)|get (this|it))( [^ ]+)? (one level up|a level up|up (a|one|the next) (level|tier|rung)|upstairs|higher|further up|up the)
  (taken|brought|raised|moved|passed|sent|referred)( [^ ]+)? to (head ?office|headquarters|the (next|top|board|regulator)|a higher)
  (where|how|who)( [^ ]+){0,4} (complain|lodge|file|complaint)
  (talk|speak|deal)( [^ ]+)? (to|with) (the person in charge|{upper})
  (name|number|email|address|contact)( [^ ]+)? (of|for) (your|the) (supervisors?|manager|boss|superiors?|director|lead|team ?lead(er)?|line manager)
  who is (above|over) you
  (discuss|speak|talk|take (this|it) up|raise (this|it))( [^ ]+){0,3}? with (some(one|body)|a person|people|a colleague) (more )?(senior|experienced|qualified|higher)
  (bump|move|push|pass|kick|get|raise)( (this|it))?( up)?( [^ ]+)? to (tier|level|line|l)[- ]?[23]
  (account|service|customer success) (director|manager|executive|lead)( (is|be|to be|are))? (brought in|involved|informed|copied|added|on the call)
  (name|number|details|email)( [^ ]+){0,5}? of the (person|people|one) in charge
  who (is|are) (your (manager|boss|supervisor|lead|superior|director)|in charge|responsible|the (manager|person in charge))
  {wish}( [^ ]+){0,6}? escalat(e|ed|ion|ing)
  (this|it|that|case|ticket|matter|issue|problem|bug|one)( [^ ]+){0,2}? ((needs?|has|ought)( [^ ]+)? to|should|must)( [^ ]+)? (go|be|land|sit|end up|be (looked at|handled|seen|reviewed|checked|dealt with))( (now|straight|directly))? (to|with|by|in front of) {deeper}
  (this|it|that|case|ticket|matter)( [^ ]+){0,2}? (belongs?|is (one|a case|a matter|a job)|is something)( [^ ]+)? (with|to|in|on|for) {deeper}
  (let|have|ask|get|allow|can|could|may|would|will)( (your|the|one of your|an?|some))? {deeper}( [^ ]+)? (to )?(look|check|see|handle|take|review|investigate|examine|inspect|deal|read|verify|pick)
  (can|could|would|will|may|have|let|get|ask|need|please|want|like)( [^ ]+)? (some(one|body)|any(one|body)|a person|people|an? (colleague|engineer|agent|technician)) (more (senior|technical|experienced|qualified|knowledgeable|competent)|with more (experience|knowledge|seniority|authority))( [^ ]+)? (to )?(take|look|check|have|handle|see|review|deal|call|investigate|join|read|help|step)
  (i|we) (am|are|will|would like to|want to|have to|need to|must)( [^ ]+){0,3}? escalat(e|ing)
  escalate (this|it|the|our|my|to|now|immediately|asap|please|further|internally)
  (pass|forward|hand|send|give|move|route|transfer|refer|bring)( (it|this|that|me|us))( [^ ]+)? to {deeper}(?! (in|at) [^ ]+[.!]*$)
  escalat(e|ion) (please|required|needed|requested|now)
  ^(please )?escalate
  (treat|consider|regard|take) this( [^ ]+){0,3} (escalation|complaint)
  (pass|forward|hand|move|transfer|send|take|get|give|assign|raise|route|bring|kick|push|refer)( [^ ]+){0,4}? (to|up to|over to|on to|in front of|with) {level}(?! (link|me))
  (get|have|put|involve|bring|need|want|is there)( (in|an?))?( [^ ]+){0,2}? {level} (on (this|it|the)|to (look|call|check|take)|involved|look~|in|now|please|who)
  (i|we) (need|want|demand|would like|expect|insist on|must)( [^ ]+){0,3} (engineer|developer|specialist|expert|human|real person)( (on|to|who|now|please|involved|and)|$)
  (raise|increase|bump|upgrade|set|change|make|treat|move|reclassify|mark|handle|lift)( [^ ]+){0,5}? (priority|severity|urgency)
  (raise|bump|upgrade|set|change|make|treat|move|reclassify|mark|handle)( [^ ]+){0,4}? (to|as|a) (p ?[01]|sev ?-?[01]|urgent|critical|emergency|top priority|high priority|highest priority)
  (treated|handled|classed|classified|raised|logged|regarded) as( an?)? (severity|sev|p|priority|prio) ?-?[01]
  (file|make|lodge|raise|submit|register|open|filing|making|lodging|submitting)( [^ ]+){0,2}? complaint
  (formal|official) complaint
  (this|it) (needs|requires|deserves|calls for|warrants)( [^ ]+){0,3} (management|senior|executive|escalation|higher|engineering|leadership)
  (above|beyond|over) your (level|head|pay)
  (go|going|take it|take this) (above|over|higher|to your)( your head|up| manager| management| boss| ceo)
  `,
  words,
);

const notNow = phrases(`
  (no need|do not|without|rather not|not|never|instead of|before|no reason|prefer not|avoid|hope (we|i) do not)( [^ ]+){0,5}? (escalat~|managers?|supervisor|complaint)
  (already|was|has been|have been|been|were|had|got|is being)( been)? escalated(?! to you)
  (thank~|appreciate|glad)( [^ ]+){0,5}? escalat~
  escalation contacts?
  (escalation|manager) (policy|path|matrix|rule|setting|workflow|process|step|tab|page|notification|email|role|field)s?
  (our|my) (?!account|service|customer success)([\\w-]+ ){0,3}(manager|director|boss|supervisor|lead|ceo|cto|management)( [^ ]+){0,3} (can not|can|reports|gets|sees|says|asks|asked|wants|is|was|has|needs|will|tried|does)
`);

/** The sentence, in its plain form, asks for escalation. */
export function asksToEscalate(plain: string): boolean {
  return (says.test(plain) || (role.test(plain) && wish.test(plain))) && !notNow.test(plain);
}
