/** A weakness of people given as the cause: human error, carelessness, failure to follow the process. */
import { clauseEnd, type Hit, humanAfter, isDenied, STEP } from './hit';
import { isHuman, nounAt } from './people';
import type { Sentence } from './sentences';
import { duties } from './undone';
import { baseOf } from './verbs';

const article =
  '(?:(?:a|an|the|this|some|his|her|their|your|our|my|one|pure|purely|simple|simply|plain|sheer|mere|basic|clear|classic|obvious|gross|just|another|single|silly|stupid|small|big|serious|momentary|complete|total|utter|general|human) )*';
const weaknesses = [
  'human (?:error|mistake|failure|failing|factor|fault|oversight|slip|lapse|negligence|carelessness|inattention)s?',
  '(?:operator|user|agent|engineer|developer|admin|technician|employee|staff|personnel|analyst|pilot|dispatcher|manager|support|team|individual|personal|people|handler|worker|trainee|rep|data entry|manual entry|clerical|manual|keying|transcription|copying|filing|packing|picking|sorting|handling)(?: |-)(?:error|mistake|fault|failure|oversight|negligence|carelessness|incompetence|inattention|misconduct|slip|lapse|blunder)s?',
  'carelessness|negligence|incompetence|laziness|sloppiness|inattention|inattentiveness|complacency|ignorance|thoughtlessness|recklessness|forgetfulness|indifference|unprofessionalism|irresponsibility|overconfidence|arrogance|stupidity|ineptitude|ineptness|cluelessness|foolishness|negligent behaviou?r|apathy|nonchalance|clumsiness|absent-mindedness|foolhardiness|tactlessness|rudeness|short-sightedness|pettiness|vanity|hubris|pig-headedness|obstinacy|bloody-mindedness|slackness|lethargy|gullibility|naivety|naiveté|slovenliness|boneheadedness|lackadaisical attitudes?|slapdash work|dereliction(?: of duty)?|(?:gross |professional |wilful |willful )misconduct|wishful thinking',
  'lack of (?:\\w+ )?(?:attention|care|diligence|discipline|effort|commitment|professionalism|urgency|foresight|curiosity|integrity|respect|follow-through|vigilance|caution|willingness|team spirit|work ethic|backbone|courage|courtesy|conscientiousness|concern|self-discipline|due diligence|enthusiasm|pride|leadership|responsibility|accountability|interest|competence|initiative|common sense|motivation|concentration|seriousness|rigou?r|focus|thoroughness|empathy|engagement|attentiveness)',
  '(?:poor|bad|lazy|sloppy|questionable|weak) (?:judge?ment(?: calls?)?|decision[- ]making|attitude|work ethic|discipline|attention to detail|workmanship|work)',
  'id-?10-?t(?: errors?)?|layer[- ](?:8|eight)(?: (?:problem|issue|error)s?)?|(?:somewhere )?between (?:the )?(?:keyboard and (?:the )?chair|chair and (?:the )?keyboard)|loose nut behind (?:the )?(?:keyboard|wheel)|nut behind the (?:keyboard|wheel)|e?b?kac|picnic error|carbon-based (?:error|unit|life ?form)s?|meatware|(?:a |the )?brain (?:freeze|fade|fog|wobble|melt|cramp|slip)|(?:a |the )?senior moment|(?:a |one )?moments? (?:of )?(?:inattention|madness|weakness|stupidity|carelessness|distraction)|(?:a |the )?mental (?:lapse|slip|block)|wetware(?: (?:problem|issue|error|failure)s?)?|human (?:element|weakness|fallibility|sloppiness|forgetfulness)|(?:a|an|the) (?:people|attitude) problem|(?:a|the|one) wrong click|slips? of the (?:finger|hand|keyboard|mouse|tongue)|pilot error|a lapse of (?:concentration|attention|judge?ment|memory)',
  '(?:a|the|one) fat-fingered [a-z]+|(?<!to )fat[- ]finger(?:s|ing)?(?: error| mistake)?|brain fart|finger trouble|pebkac|copy[- ]paste (?:error|mistake|slip)|typing (?:error|mistake)',
];
const oversight =
  "(?:an?|the|his|her|their|simple|mere) (?:\\w+ )?oversight|oversight (?=by|from|of the (?:agent|engineer|team|person|shift)|on the part)|(?:a )?(?:human|honest|silly|stupid|careless|simple|rookie) mistake|someone's (?:mistake|error|carelessness)|a lapse (?:in|of) (?:attention|concentration|judge?ment|care)|a momentary lapse";
const neglect =
  '(?:failure|inability|refusal|unwillingness|reluctance|negligence) to (?:properly |correctly |adequately |promptly |even )?(?:follow|read|check|escalate|communicate|verify|test|inform|notify|respond|reply|answer|document|review|act|listen|understand|coordinate|update|adhere|comply|ask|plan|pay|prioriti[sz]e|recogni[sz]e|hand|pass|share|tell|engage|cooperate|collaborate|take|do|notice|investigate|call|look|think|anticipate|close|learn|own|raise|set|warn|alert)\\b(?: the (?:playbook|process|procedure|runbook|rules|checklist|policy|guidelines?|instructions?|protocol|sop))?|not following (?:the )?(?:process|procedure|playbook|runbook|rules|instructions|protocol|sop|guidelines)|not paying attention|failing to (?:follow|read|check|escalate|communicate|verify|test|inform|notify|respond|reply|document|review|act|listen|update)\\b';
const byWhom = '(?: (?:by|of|from|on the part of|on the side of|at) (?=[a-z@]))?';

const cause = new RegExp(`\\b${article}(?:${weaknesses.join('|')}|${oversight}|${neglect})\\b${byWhom}`, 'g');
const notACause =
  /^ (?:per|fell|dropped|rose|decreased|increased|went down|are|message|page|rate|log|code|report|screen|budget|handling|dialog|class|analysis|prone|reporting|text|banner|field|type|category|event|proof|state|tracking|insurance|clause|training|metrics?|stack|channel|queue|list|notification)/;

/** Without one of these no weakness is named: a quick look before the long one. */
const weak =
  /error|mistake|fail|(?:people|attitude) problem|id-?10|layer[ -](?:8|ei)|keyboard|wetware|wrong click|human |apathy|inept|clueless|foolish|nonchal|derelict|wishful|brain|moment|nut |ebkac|picnic|carbon|meatware|mental|clums|absent|foolhard|tactless|rude|short-s|petti|vanity|hubris|headed|obstin|slack|letharg|gullib|naiv|sloven|minded|slapdash|fault|oversight|slip|lapse|neglig|careless|atten|incompet|lazi|slopp|compla|ignoran|thoughtless|reckless|forgetful|indiff|unprof|irresp|overconf|arrog|stupid|lack|judg|decision|attitude|ethic|discipl|workmanship|work|finger|fart|pebkac|paste|blunder|misconduct|inabil|refusal|unwilling|reluct|following/;

const reason =
  /cause|reason|factor|contribut|explan|finding|rca|due|because|result|down to|stem|owing|attribut|came from|explained|out of|chalk|trac|through|want of|by sheer|by pure|from sheer/;

const softly =
  /\b((?:root |primary |main |underlying |contributing |probable |direct )?(?:causes?|reasons?|factors?|contributing|explanation|finding|rca)(?: \d+)?(?: of [\w ]{1,30}?)?\s*(?::|-|–|—|=|was|is|were)\s*|(?:due to|because of|caused by|result(?:ed|s|ing)? (?:of|from)|down to|stem(?:s|med) from|owing to|attributed to|came from|explained by|(?:purely |simply |merely |entirely |solely )?through(?: sheer| pure| plain)?|out of|for want of|by sheer|by pure|from sheer|chalk(?:ed)? (?:it|this) up to|traced (?:back )?to)\s+)((?:a |an |the |pure |simple |plain |sheer |some |general |momentary |personal )*(?:distraction|haste|impatience|inexperience|misjudge?ment|forgetfulness|apathy|disinterest|nonchalance|hubris|fatigue of|sloth|miscommunication by|poor (?:discipline|work|handling|attitude|habits?)|bad (?:habits?|discipline)|wrong (?:handling|judge?ment|assumptions? (?:by|of)|decision)|improper handling|mishandling|incorrect handling|insufficient (?:care|attention|diligence)|inadequate (?:care|attention|diligence)|personnel|staff behaviou?r|absent-mindedness|mistakes?(?= (?:by|of|during|when|while|in (?:the )?(?:entering|typing|copying)))|someone|somebody|an employee|individual (?:performance|behaviou?r)|lack of (?:experience|knowledge|skill|ownership|training on the part)))\b/g;

/** Weaknesses that are only one where they are given as a reason. */
function softCauses(sentence: Sentence): Hit[] {
  return [...sentence.low.matchAll(softly)].flatMap((match): Hit[] => {
    const [whole, reason = '', noun = ''] = match;
    const from = sentence.start + match.index + reason.length;
    const to = sentence.start + match.index + whole.length;
    const after = sentence.low.slice(to - sentence.start);
    if (
      isDenied(sentence, sentence.start + match.index) ||
      /^ (?:policy|rule|budget|threshold|errors?|list)\b/.test(after)
    )
      return [];
    const who = /^ (?:by|of|from|on the part of) /.exec(after)
      ? humanAfter(sentence, to + (/^ (?:by|of|from|on the part of) /.exec(after)?.[0].length ?? 0))
      : undefined;
    if (/^(?:someone|somebody|an employee)$/.test(noun))
      return [
        {
          start: from,
          end: to,
          kind: 'person-blame' as const,
          rewrite: { from, to: clauseEnd(sentence, to), words: STEP },
        },
      ];
    return [
      {
        start: from,
        end: who?.to ?? to,
        kind: 'human-error-cause' as const,
        rewrite: { from, to: who?.to ?? to, words: STEP },
      },
    ];
  });
}

export function causes(sentence: Sentence): Hit[] {
  return [
    ...(weak.test(sentence.low) ? plainCauses(sentence) : []),
    ...(reason.test(sentence.low) ? softCauses(sentence) : []),
    ...notDone(sentence),
  ];
}

function plainCauses(sentence: Sentence): Hit[] {
  return [...sentence.low.matchAll(cause)].flatMap((match) => {
    const at = sentence.start + match.index;
    const end = at + match[0].trimEnd().length;
    const after = sentence.low.slice(match.index + match[0].trimEnd().length);
    if (
      /\b(?:makes?|made|making) (?:\w+ )?$/.test(sentence.low.slice(0, match.index)) ||
      notACause.test(after) ||
      isDenied(sentence, at) ||
      isAboutIt(sentence, match.index, after)
    )
      return [];
    const by =
      / (?:by|of|from|at|on the (?:part|side) of) $/.test(match[0]) ||
      / (?:by|of|from|at|on the (?:part|side) of)$/.test(match[0].trimEnd())
        ? humanAfter(sentence, end + 1)
        : undefined;
    const noun = match[0].trimEnd().replace(/ (?:by|of|from|at|on the (?:part|side) of)$/, '');
    if (match[0].trimEnd() !== noun && !by && /^(?:ignorance|indifference|negligence|oversight)/.test(noun))
      return [];
    if (
      /\b(?:customer|client|user)'s $/.test(sentence.low.slice(0, match.index)) &&
      !/error|fault/.test(noun)
    )
      return [];
    const owner = ownerBefore(sentence, at);
    const from = owner ?? at;
    const to = by?.to ?? at + noun.length;
    if (
      owner === undefined &&
      /^(?:failure|inability|refusal|failing|reluctance|unwillingness)/.test(noun) &&
      /\b(?:retry|job|system|server|service|script|webhook|sync|app|api|its|bot|browser|client|router|tool)(?:'s)? $/.test(
        sentence.low.slice(0, match.index),
      )
    )
      return [];
    const isPhrase =
      /^(?:not |failing )|(?:failure|inability|refusal|reluctance|unwillingness|negligence) to/.test(noun);
    const stop = isPhrase ? Math.max(to, clauseEnd(sentence, to)) : to;
    return [
      {
        start: from,
        end: to,
        kind: 'human-error-cause' as const,
        rewrite: {
          from,
          to: stop,
          words:
            sentence.low.slice(0, match.index).trim() === '' || !/s$/.test(noun) || /ss$/.test(noun)
              ? STEP
              : 'steps without a safeguard',
        },
      },
    ];
  });
}

/** "Human error is never a root cause", "ask why the human error was possible". */
function isAboutIt(sentence: Sentence, index: number, after: string): boolean {
  return (
    /^ (?:is|are|was|were|does|do|can|should|cannot) (?:not|never|no|only (?:a|the) (?:symptom|starting|start|beginning)|where)\b|^ (?:isn't|wasn't|aren't|can't|cannot|doesn't|is a symptom|is rarely|becomes? impossible|is not)/.test(
      after,
    ) ||
    /\b(?:reduces?|reduce|prevents?|preventing|tolerates?|catch(?:es)?|guard against|protects? (?:us )?(?:from|against)|room for|risk of|risks? of|chance of|likelihood of|possible|possibility of|robust (?:to|against)|prone to|safe (?:from|against)|avoid|avoids|eliminate|limits?|designed for|survives?|expect|rule out|ruled out|no sign of|allows? for|call it|label(?:led)?|the (?:word|words|label|term|phrase|category|tag)|blameless|behind the|behind|ask what made|saying|calling|call|writing|blaming|stop at|stopping at|ends? at|end with)\s*(?:the |a |an |any |one |such )*$/.test(
      sentence.low.slice(0, index),
    )
  );
}

/** "Sam's", "the agent's" directly before the noun. */
function ownerBefore(sentence: Sentence, at: number): number | undefined {
  const index = sentence.words.findLastIndex((word) => word.end <= at);
  const last = sentence.words[index];
  const holder = last?.low === "'s" ? index - 1 : last?.raw.match(/s['’]$/) ? index : -1;
  if (holder < 0) return undefined;
  const noun = nounAt(sentence, holder);
  return isHuman(noun) ? noun.start : undefined;
}

const notDoing =
  /\s+(?:not|never|simply not|just not) (?:properly |even |fully |really |always |correctly )?([a-z-]+)ing\b/y;

/** "agents not reading the ticket": a deed left undone, given as a noun. */
function notDone(sentence: Sentence): Hit[] {
  if (!/ (?:not|never) /.test(sentence.low)) return [];
  return sentence.words.flatMap((word, index): Hit[] => {
    if (word.isMark || !/^(?:not|never|simply|just)$/.test(sentence.words[index + 1]?.low ?? '')) return [];
    notDoing.lastIndex = word.end - sentence.start;
    const match = notDoing.exec(sentence.low);
    const base =
      match &&
      ['', 'e']
        .map((end) => baseOf(`${match[1]}${end}`))
        .find((verb) => verb !== undefined && duties.has(verb));
    if (!match || !base) return [];
    const noun = nounAt(sentence, index);
    if (!isHuman(noun) || isDenied(sentence, word.start)) return [];
    const from = noun.start ?? word.start;
    const end = word.end + match[0].length;
    return [
      {
        start: from,
        end,
        kind: 'human-error-cause',
        rewrite: { from, to: clauseEnd(sentence, end), words: STEP },
      },
    ];
  });
}
