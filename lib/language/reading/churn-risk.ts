/** The customer thinks of leaving. */
import { phrases, type Words } from './phrases';

const words: Words = {
  contract:
    '(contract|subscription|accounts?|plan|licen[cs]es?|service|services|membership|agreement|renewal|seats|relationship|partnership|cooperation|collaboration|business)',
  vendor:
    '(vendors?|providers?|suppliers?|tools?|solutions?|products?|platforms?|systems?|partners?|compan(y|ies)|services?|helpdesk|software|options?|competitors?|rivals?|brand|carrier|courier|network|processor|firm|store|hosting)',
  end: '(cancel~|terminat~|end(ing)?|clos(e|ing)|quit~|discontinu~|delet(e|ing)|get(ting)? out of|leav(e|ing)|drop~|reconsider~|re-?evaluat~|rethink~|downgrad~|not extend|give up|giving up|pull out of|exit)',
};

const says = phrases(
  `
  {end}( of)?( (our|my|the|this|your|whole|all|entire|with|annual|company|enterprise))*( [^ ]+)? {contract}
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
  decided( [^ ]+){0,2} not to (renew|extend|continue|stay)
  (look|looking|search~)( [^ ]+)? for (an?|the) (new|other|different|better)( [^ ]+){0,2} {vendor}
  (notice (period|of (termination|cancellation))|exit clause|termination clause|cancellation (policy|terms|form|fee|process|notice))
  how (do|can|would|could|should) (i|we|one) (cancel(?! (an?|the|this|that|my) (?!{contract}))|leave|close (my|our)|quit|terminate|delete (my|our)|unsubscribe|export all|get out)
  (switch~|mov(e|ing)|migrat(e|ing)|go(ing)?|chang(e|ing)|transition~|jump~)( [^ ]+){0,3}? (to|from|for|away from|off|with)( (an?|the|your|another|some|one of))*( (other|different|new|better|rival))* ({vendor}|elsewhere|someone else|somebody else|you)(?! (the|an?|know|should|can|page|list|tab|settings?))
  (switch~|mov(e|ing)|migrat(e|ing)|chang(e|ing)|leav(e|ing)) ({vendor}|elsewhere|away|off your|off the platform|to (an?|the) competitor)
  (look~|search~|shop~|evaluat~|compar~|consider~|test~|trial~|talk~|quotes?|start~|explor~|investigat~|find|shortlist~|demo~)( [^ ]+){0,4}? (alternatives?|(other|another|different|a new|new|competing|rival|replacement) {vendor}|competitors?|the competition|a replacement|elsewhere)
  (your|the|an?|to|with) ((main|biggest|direct|closest) )?competit(or|ors|ion)
  alternatives? (to (you|your)|are|is|out there|on the market|exist)
  not( (to|be|going to|be going to|going|likely to|planning to|want to|wish to|see (any|a) reason to|sure (we|i) (will|want to)))* (renew~|extend~|continue (with|using|our|like)|stay~( with| a customer)?|be (a )?customers?|keep (using|paying)|pay~ for (this|a)|recommend~)
  (no|without) (renewal|extension)
  (renewal|contract|subscription|agreement|licen[cs]e)( [^ ]+){0,2}? (is|are|will be|comes?|is coming)( (now|soon|seriously))* (at risk|in (question|doubt|danger|jeopardy)|under review|on the line|at stake|up|ends?|expir~|due)
  whether (to|(we|i) (should |will |want to )?)(renew|stay|continue|keep|extend|remain)
  (when|before|until|at|for|discuss~)( (our|the|it comes to|its|next))* renewal
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
  `,
  words,
);

const staysOrElse = phrases(
  `
  (not|no (plans?|intention)|never)( [^ ]+){0,4}? (cancel~|switch~|leav(e|ing)|clos(e|ing) (our|my|the) account|terminat~)
  (cancel|close|delete|drop)( [^ ]+){0,3}? (shipment|delivery|report|task|scheduled|orders?|meeting|appointment|ticket|case|booking|job|button|import|export|user accounts?|test accounts?|invoice|duplicate|demo|old account|ex-?employee)
  (his|her|their)( [^ ]+)? {contract}
  (guests?|users?|members?|patients?|students?|employees?|end customers?)( [^ ]+){0,3}? (cancel~|close~|delete~|leave~)
  replacement for (our|my|the) (old|current|previous|existing)
  your (premium|new|next|enterprise|pro|other)( [^ ]+)? (plan|product|tier|module|edition|version)
  {contract} (page|id|number|name|key|settings?|tab|owner|manager|report|type|view|object|field|list|screen|history)s?
  (renew~|extend~|renewal)( [^ ]+){0,3} (certificate|domain|token|ssl|password)
  (switch~|mov(e|ing)|chang(e|ing))( [^ ]+){0,3} (tab|page|view|browser|language|user|tenant|plan to|the plan)
  `,
  words,
);

/** The sentence, in its plain form, speaks of leaving. */
export function isChurnRisk(plain: string): boolean {
  return says.test(plain) && !staysOrElse.test(plain);
}
