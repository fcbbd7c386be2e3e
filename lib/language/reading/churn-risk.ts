/** The customer thinks of leaving. */
import { phrases, type Words } from './phrases';

const words: Words = {
  contract:
    '(contract|subscription|accounts?|plan|licen[cs]es?|service|services|membership|agreement|renewal|seats|relationship|partnership|cooperation|collaboration|business)',
  vendor:
    '(vendors?|providers?|suppliers?|tools?|solutions?|products?|platforms?|systems?|partners?|compan(y|ies)|services?|helpdesk|software|options?|competitors?|rivals?|brand|carrier|courier|network|processor|firm|store|hosting|banks?|insurers?|gym|school|hosts?|registrar|brokers?|agency|operator|clinic|pharmacy|shop|airline|dentist|landlord|studio|club|utility)',
  mine: '(contracts?|subscriptions?|accounts?|plans?|licen[cs]es?|memberships?|agreements?|polic(y|ies)|renewals?|auto-?renewals?|direct debit|standing order|broadband|insurance|tenancy|lease|profile|domains?|hosting|season ticket|line)',
  rival:
    '(another|a different|some other|a new|a cheaper|a better|a rival|your rival|a competing|your competitor|an alternative)( [^ ]+){0,4}? ({vendor}|one)',
  // What they bring to whoever serves them; files and printers are moved every day.
  stake:
    '(sites?|shops?|stores?|hotels?|numbers?|lines?|fleet|catalog(ue)?s?|accounts?|business|custom|domains?|hosting|contracts?|licen[cs]es?|seats|company|offices?|teams?|traffic|propert(y|ies)|listings?|restaurants?|clinics?|practice|schools?|branches|workloads?|payments?|portfolio|clients|customers|members|staff|employees|everyone|everything|polic(y|ies)|loans?|savings|money)',
  // A bare name, as of a rival: what is inside their own house has an article before it.
  name: '(?!(usb|wifi|lan|vpn|https?|ssl|pdf|csv|\\w*\\d\\w*|the|our|my|an?|your|this|that|these|those|it|them|its|their|his|her|some|any|all|us|you|me|production|staging|test|cloud|sso|version|v?\\d|next|new|mon|tues|wednes|thurs|fri|satur|sun|tomorrow|another|a|one|manual|paper|email|phone|office|site|be|do|get|use|make|have|work|bed|sleep|lunch|school|court|press|see|avoid|keep|fix|try|plan)\\b)[a-z][\\w.-]+',
  end: '(cancel~|terminat~|end(ing)?|clos(e|ing)|quit~|discontinu~|delet(e|ing)|get(ting)? out of|leav(e|ing)|drop~|reconsider~|re-?evaluat~|rethink~|downgrad~|not extend|give up|giving up|pull out of|exit)',
};

const says = phrases(
  `
  {end}( of)?( (our|my|the|this|your|whole|all|entire|with|annual|company|enterprise))*( [^ ]+)? {contract}
  (please|kindly|want~|wish~|like|need|going|decided|intend~|plan~|ready|about|have|request~|asking|can you|could you|will|shall|must|how (do|can|would) (i|we)|i|we|i am|we are|and|then)( (you|now|just|like|hereby|therefore|immediately))*( to)? (cancel~|terminat~|stop~|end(ing)?|clos(e|ing)|discontinu~|delet(e|ing)|deactivat(e|ing)|not renew|quit(ting)?)( (both|all|any|each|one|two|three|of|and|the|with))* (my|our|this)( [^ ]+){0,4}? {mine}(?! (page|tab|report|list|screen|email|number|name|picture|photo|image|address|settings?|password|history|type|view))
  (cancel~|terminat~)( [^ ]+){0,3}? (policy|insurance|tenancy|lease|broadband|season ticket)
  (please|kindly|must|can you|could you)( [^ ]+)? (do )?not( (automatically|auto-?))? renew
  ^((so|then|right|ok|okay|that is it|enough|fine|i am|we are|i|we|just|now|please|kindly|going to|will|and|therefore)[.:]? )*cancel(l?ing)?( (me|us|everything|it all|the lot|the whole thing))?( (today|now|tomorrow|tonight|immediately|asap|please|then|with you|with immediate effect|effective|as (of|from)|by|at the end|from (today|now|next|\\d)|if|unless|everything))*[.!]*$
  ^((so|then|right|ok|okay|fine|i am|we are|i|we|just|now|please|kindly|going to|will)[.:]? )*cancel(l?ing)? (me|us|everything|it all|the lot|the whole thing|today|now|immediately|as (of|from)|with immediate effect|effective|my (custom|business))
  (like|want|wish|need|going|decided|have) to cancel[.!]*$
  (tak~|mov(e|ing)|switch(ing)?|transfer(ring)?|port(ing)?|bring(ing)?|migrat(e|ing)|shift(ing)?|shop(ping)?|buy(ing)?|order(ing)?|bank(ing)?|host(ing)?|go(ing)?|bookin?g?)( [^ ]+){0,5}? (elsewhere|somewhere else|(to|with) ({rival}|some(one|body) else)|(away )?from you|to (a|your|one of your) (competitor|rival)s?)
  (have|has|had)( [^ ]+){0,2}? (found|signed|joined|chosen|picked|gone with|moved to|switched to)( [^ ]+){0,3}? ({rival}|elsewhere|some(one|body) else)
  {rival}( [^ ]+){0,2}? (offer~|quoted?|has (made|given|offered)|made|gave|is cheaper|charges|can do|costs)
  (better|cheaper|lower) (offer|deal|price|rate|quote)( [^ ]+)? (from|elsewhere|at) ({rival}|elsewhere|your|another|a different|somewhere)
  (i|we)( (will|would|may|might|can|could|have to|am|are|am going to|are going to|intend to|plan to|then|now|simply|just))* (switch(ing)?|leav(e|ing)|walk(ing)?|quit(ting)?)( (today|now|then|you|for good|at the end( [^ ]+){0,3}|next (week|month|year)))*[.!]*$
  port(ing)?( (my|our|the))?( [^ ]+){0,2}? (out|away)
  (pac|stac|porting|epp) code
  (i|we)( [^ ]+)? no longer (need|want|require|wish (for|to (be|use|continue|pay|work|stay))|see (the|a|any) (point|value|reason|benefit))( [^ ]+){0,4}? (customer|client|member|{contract}|{mine}|paying|you|staying)
  (i|we)( [^ ]+)? no longer wish
  (i|we)( (just|only|simply|now))* want out
  no (other )?(choice|option|alternative) but to (go|leave|move|switch|cancel|look|find|take (my|our))
  go(ing)? back to (my|our) (old|former|previous) [^ ]+
  you( (have|just|really|finally))* lost (me|us)( (as|for good|forever|now|i am|we are)|[.!]|$)
  never( (be|again))* (order|buy|book|shop|us|com|deal|do business|bank|travel|fly|stay|renew|rent)(e|ing)?( [^ ]+){0,4}? (again|any ?more|you|here)
  (last|final) (time|order|booking|purchase|year|month)( (that|when))?( (i|we|you))( (will|ever))* (order|buy|book|use|shop|pay|stay|see|fly|travel|get (my|our))
  (have|has|had)( just| now)* lost( [^ ]+){0,2}? (customers?|client|my (custom|business)|our (custom|business|account))
  (weigh~|consider~|review~|explor~|keep~)( up)? (my|our|all)( [^ ]+)? options
  (fee|penalty|charge|steps|form|deadline|procedure)( [^ ]+){0,3}? ((if|when|for|to) )?((i|we) )?(cancel~|leav(e|ing)( early)?|terminat~|clos(e|ing) (my|our))
  what( [^ ]+){1,5}? to (cancel|leave|quit|terminate|get out of|close (my|our)|end (my|our|the|this) {contract})
  part(ing)? (company|ways) with
  second thoughts about( [^ ]+){0,2} ({contract}|you|renew~|stay~)
  (i|we)( (am|are|will|shall))* (leaving|going) (you|your|for good|to your)
  (like|want|need|have|get|wish)( to (have|see|get))? (my|our|both|all|the)( [^ ]+){0,5}? {mine}( to be)? (closed|cancel(l?ed)|terminated|stopped|deleted|ended|deactivated|discontinued)
  end of (our|this|the|my) (business )?(relationship|partnership|cooperation|collaboration|contract with you)
  ^((and|so|then|just|hi|ok|okay|right)[.:!]? )*(cancel|terminate|stop|end|close|discontinue|deactivate)( (both|all|any|each|of))* (my|our|this)( [^ ]+){0,4}? {mine}(?! (page|tab|report|list|screen|name|settings?|view))
  (i|we)( [^ ]+)? (will|do|shall) not (need|want|require|use)( [^ ]+){0,3}? ({contract}|{mine}|you)( [^ ]+)? (after|any ?more|any longer|from|next)
  (switch~|chang(e|ing)|mov(e|ing)) ([^ ]+ )?(suppliers?|providers?|banks?|insurers?|vendors?|carriers?|brokers?|agenc(y|ies)|hosts?|gyms?|operators?)(?! (in|on|field|name|settings?|column|details|list|number|code|for|account|data))
  off your (books|list)
  (review~|question~)( [^ ]+){0,2}? (our|the|this) (contract|subscription|relationship|partnership|renewal|agreement)
  (we|i) (will|want to|would like to|are going to|am going to|have decided to|decided to|intend to|plan to|may|might|have to|must|are about to|are ready to) (cancel|leave|quit|terminate|churn|switch|look elsewhere|go elsewhere|move on|move away)
  (cancel(l?ing|lation)?)[.!]?$
  (we are|i am) (out|leaving|gone|off|out of here)([.!]?$)
  final invoice
  (drop|dump|ditch|sack|fire) (you|your)( [^ ]+)?$
  (want|get|getting|let (me|us)|step|stepping|back|backing|opt) out of( [^ ]+){0,2} (contract|agreement|subscription|deal|plan)
  (if|when) we (quit|leave|cancel|terminate|walk)
  (question~|doubt~|wonder~|unsure|not sure) (whether|if)( [^ ]+){0,3}( (product|tool|software|company|service|platform))? (is|are) (the )?(right|still)
  sense( for us)? to (stay|continue|keep|renew|pay)
  (with|to|by|of) (some(one|body) else|(a|your|one of your) (rivals?|competitors?))
  downgrad~( [^ ]+){0,3} (free|basic|lowest|cheapest)
  (stop|end) (paying|payments?)
  (off the table|on ice|up in the air)
  (before|when|if|once) we (terminate|leave|quit|cancel|go)
  (get|export|take|pull) (all )?(of )?our data( out| with us| back)
  cheaper( [^ ]+){0,3} to (move|switch|go)
  (move|switch) to an? (open source|cheaper|simpler|different|new|other)
  (might|may|will|could) be (the|our) last( one| year| invoice| order)?[.!]?$
  an? (rival|competitor)( [^ ]+)? (quoted|offer~|has|is|can|does)
  not (be )?(sign~|order~|buy~|com(e|ing) back)( [^ ]+){0,2}? again
  (go|going|gone|went|stay|sign|signing) with ({rival}|some(one|body) else|your)
  decided( [^ ]+){0,2} not to (renew|extend|continue|stay)
  (look|looking|search~)( [^ ]+)? for (an?|the) (new|other|different|better)( [^ ]+){0,4}? {vendor}
  (notice (period|of (termination|cancellation))|exit clause|termination clause|cancellation (policy|terms|form|fee|process|notice))
  how (do|can|would|could|should) (i|we|one) (cancel(?! (an?|the|this|that|my) (?!{contract}))|leave|close (my|our)|quit|terminate|delete (my|our)|unsubscribe|export all|get out)
  (switch~|mov(e|ing)|migrat(e|ing)|go(ing)?|chang(e|ing)|transition~|jump~)( [^ ]+){0,3}? (to|from|for|away from|off|with)( (an?|the|your|another|some|one of))*( (other|different|new|better|rival))* ({vendor}|elsewhere|someone else|somebody else|you)(?! (the|an?|know|should|can|page|list|tab|settings?))
  (switch~|mov(e|ing)|migrat(e|ing)|chang(e|ing)|leav(e|ing)) ({vendor}|elsewhere|away|off your|off the platform|to (an?|the) competitor)
  (look~|search~|shop~|evaluat~|compar~|consider~|test~|trial~|talk~|quotes?|start~|explor~|investigat~|find|shortlist~|demo~)( [^ ]+){0,4}? (alternatives?|(other|another|different|a new|new|competing|rival|replacement)( [^ ]+){0,4}? {vendor}|competitors?|the competition|a replacement|elsewhere)
  (your|the|an?|to|with) ((main|biggest|direct|closest) )?competit(or|ors|ion)
  alternatives? (to (you|your)|are|is|out there|on the market|exist)
  not( (to|be|going to|be going to|going|likely to|planning to|want to|wish to|see (any|a) reason to|sure (we|i) (will|want to)))* (renew~|extend~|continue (with|using|our|like)|stay~( with| a customer)?|be (a |your )?(customer|client|member)s?|keep (using|paying)|pay~ for (this|a)|recommend~)
  (no|without) (renewal|extension)
  (renewal|contract|subscription|agreement|licen[cs]e)( [^ ]+){0,2}? (is|are|will be|comes?|is coming)( (now|soon|seriously))* (at risk|in (question|doubt|danger|jeopardy)|under review|on the line|at stake|up|ends?|expir~|due)
  whether (to|(we|i) (should |will |want to )?)(renew|stay|continue|keep|extend|remain)
  (when|before|until|at|for|discuss~)( (our|the|it comes to|its|next))* renewal
  (tell|ask)( [^ ]+){0,3} to (drop|dump|ditch|leave) you
  tak(e|ing) (our|my) (business|money|custom)( [^ ]+)? (elsewhere|away|somewhere|to)
  (lose|losing|lost) (us( as)?|me as|a (loyal |good |long-?time )?(customer|client)|this customer|our business)
  stop (using|paying)( [^ ]+)? (you|your|this|the|for)
  (we are|i am) (done|finished|through)( with)?( (you|your|this( [^ ]+)?))?$
  done with (you|your|this (product|tool|service|company|software|platform))
  (walk~ away|part(ing)? ways|say goodbye|jump ship|vote with (our|my) (feet|wallet))
  (one|a|any|single)( [^ ]+)? reason( [^ ]+){0,4} (stay|keep|renew|remain|continue)
  (why|do not see why)( (should|would))? (we|i)( (should|would))? (stay|keep|renew|continue|remain)
  (last chance|(last|final) straw)
  money back
  (pull~ the plug|get rid of (you|your|this( [^ ]+)?)|replac(e|ing) (you|your( [^ ]+)?|this (product|tool|system|software)))
  (board|management|boss|ceo|cfo|procurement|legal|leadership)( [^ ]+){0,5} (alternatives|replace|leave|cancel|switch|terminate|renewal|contract)
  (unsubscribe|switch off our account|export all our data)
  (or|or else|otherwise|else)( (then|that is it))? (i|we)( (will|shall|would|must|have to|are going to|am going to|just|simply|are|am))* (cancel(l?ing)?|leav(e|ing)|quit(ting)?|walk(ing)?|terminat(e|ing)|churn)(?! (it|them|a |an ))
  (pull(ing)?|withdraw(ing)?|remov(e|ing)|tak(e|ing))( (all|both|the|our|my|every))+( [^ ]+){0,3}? (from|off|out of) (your|you)(?! (list|hands|desk|shelf|shoulders|recommend~|advice|guide|example))
  (if|unless|or|and|then|otherwise|should|once more|again) … (pull(ing)?|withdraw(ing)?)( (all|both|the|our|my|every|\\d+))+( [^ ]+)? {contract}
  another( [^ ]+){1,6}? and you can (close|cancel|delete|keep|forget)
  `,
  words,
);

/** "If the outages go on", "one more outage and": what the leaving hangs on … */
const hangsOn = phrases(`
  (if|unless) … (not|never|fails?|crash~|breaks?|broken|down|again|once more|stop~|continu~|happen~|late|fix~|sort~|resolv~|solv~|improv~|work~|correct~)
  (one|two|three|another|any)( more)?( [^ ]+){1,4}? and (i|we)
  (or|or else|otherwise) (i|we)
  should( [^ ]+){1,4}? (continue|happen|fail|crash|recur|persist)
`);
/** … and where they would go then. */
const goes = phrases(
  `
  (i|we)( (will|shall|would|must|have to|are going to|am going to|are|am|be|simply|just|all))* (mov(e|ing)|tak(e|ing)|migrat(e|ing)|transfer(ring)?|switch(ing)?|port(ing)?|bring(ing)?)( (all|both|the|of|our|my|every|whole))+( [^ ]+){0,2}? {stake} to {name}
  (i|we)( (will|shall|would|must|have to|are going to|am going to|are|am|be|simply|just|all))* (go(ing)?|switch(ing)?|defect(ing)?|off|gone) to {name}
  `,
  words,
);

const staysOrElse = phrases(
  `
  (switch~|mov~|came|come|coming|migrat~|chang~|transfer~|jump~|port(ed|ing))( [^ ]+){0,6}? to (you|your (company|service|platform|product|tool|bank|team|network|school|gym|plan)|yours)(?! (rivals?|competitors?))
  (by|in) (mistake|error|accident)
  ^(if|when|how|where)( [^ ]+){0,4}? (customers?|clients?|guests?|users?|members?|patients?|tenants?|students?) (cancel|close|delete|leave|stop)
  (not|no (plans?|intention)|never)( [^ ]+){0,4}? (cancel~|switch~|leav(e|ing)(?! you)|clos(e|ing) (our|my|the) account|terminat~)
  (cancel|close|delete|drop)( [^ ]+){0,3}? (shipment|delivery|report|task|scheduled|orders?|meeting|appointment|ticket|case|booking|job|button|import|export|user accounts?|test accounts?|invoice|duplicate|demo|old account|ex-?employee)
  (his|her|their)( [^ ]+)? {contract}
  (profile|account) (picture|photo|image|name)
  (guests?|users?|members?|patients?|students?|employees?|end customers?)( [^ ]+){0,3}? (cancel~|close~|delete~|leave~)
  replacement for (our|my|the) (old|current|previous|existing)
  (meeting|appointment|call|booking|order|delivery|shipment|visit|job|event|session|training)( [^ ]+){0,10}? (cancel|terminate|end|stop|drop|close) (it|them|this|that)
  (switch|mov|migrat|chang)(e|es|ed|ing)? (the|our)( [^ ]+){1,2}? (to|onto) (the|our) (new|other|guest|internal|main|backup) (network|system|server|platform|service|host)
  your (premium|new|next|enterprise|pro|other)( [^ ]+)? (plan|product|tier|module|edition|version)
  {contract} (page|id|number|name|key|settings?|tab|owner|manager|report|type|view|object|field|list|screen|history)s?
  (renew~|extend~|renewal)( [^ ]+){0,3} (certificate|domain|token|ssl|password)
  (switch~|mov(e|ing)|chang(e|ing))( [^ ]+){0,3} (tab|page|view|browser|language|user|tenant|plan to|the plan)
  `,
  words,
);

/** The sentence, in its plain form, speaks of leaving. */
export function isChurnRisk(plain: string): boolean {
  const leaves = says.test(plain) || (hangsOn.test(plain) && goes.test(plain));
  return leaves && !staysOrElse.test(plain);
}
