/** Hindsight without "should have": it was there for all to see, it would have taken two minutes, how hard can it be. */
import { clauseEnd, type Hit, humanAfter, isDenied, sentenceEnd, sentenceStart } from './hit';
import { isHuman, subjectBefore } from './people';
import type { Sentence } from './sentences';
import { fallen } from './subject-verb';
import { isPast } from './verbs';

const glance =
  '(?:look|glance|call|phone call|mail|email|message|question|read|reading|word|chat|conversation|search|click|peek|second look|double-check|read-through|ping|sanity check|moment of thought|bit of thought|thought)';
const easily = `(?:(?:one|a single|just one|a mere|even one) ${glance}|(?:a|one|just a|even a) (?:quick|simple|single|short|brief|mere|basic|cursory|five-minute|two-minute|ten-second|thirty-second|one-line|friendly|second) (?:\\w+ )?(?:${glance}|check|test|note|heads-up|handover|comment|reply|update|follow-up)|(?:a|one|two|three|five|ten|thirty|sixty|a few|a couple of) (?:more |extra )?(?:minutes?|seconds?|moments?|clicks?|lines?|words)(?: of (?:\\w+ing|thought|attention|work|effort|patience|care|common sense))?|an ounce of \\w+(?: \\w+)?|a (?:bit|shred|modicum|grain|minimum) of (?:care|attention|thought|common sense|effort|diligence|initiative|curiosity|empathy|honesty|communication))`;

interface Remark {
  /** Global; what is found is remarked on. */
  pattern: RegExp;
  /** Takes the place of the sentence; a clause without its mark. */
  words: string;
  /** What the sentence has to hold besides. */
  only?: RegExp;
}

const UNSEEN = 'what made this hard to see at the time is not established yet';
const BEFORE = /\bneeded to [^.;,]{2,60}? (?:before \w+ing|first(?=\s*(?:$|[.,;])))/g;

const SLOW = 'what held this up is not established yet';
const UNDONE = 'what stood in the way of this is not established yet';

const noticing =
  '(?:notice|reali[sz]e|react|reply|answer|respond|read|acknowledge|wake|admit|pick|even|decide|understand|see that|see the|look|open|call back|call the|write|get back|come back|work out|figure|spot|ask|tell|assign|escalate|inform|move|do anything|say|confirm)';
const long =
  '(?:(?:\\d+|a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|many|a few|a couple of|almost|nearly|over|more than|well over|half an?|the best part of|all|another|whole|full) )+(?:whole |full |long |working |business )?(?:minutes?|hours?|days?|weeks?|months?|year|shifts?|morning|afternoon|week|day)';

const remarks: readonly Remark[] = [
  {
    pattern: new RegExp(
      `\\b(?:it )?(?:took|takes) (?:(?:the |our |their )?[^ ,.;]+(?: [^ ,.;]+){0,3}? )?${long} to (?:finally |even |so much as )?${noticing}\\b`,
      'g',
    ),
    words: SLOW,
  },
  {
    pattern:
      /\bit took (?:\S+ ){0,3}?(?:escalations?|reminders?|chasers?|complaints?|(?:phone )?calls|mails|e-?mails|attempts|requests|threats?|pings|nudges|tries|messages) (?:before|to get|until|for (?:any|some|the|them|him|her)|to make|from)\b/g,
    words: SLOW,
  },
  {
    pattern:
      /\b(?:there (?:was|were|had been)|with) (?:ample|plenty of|enough|more than enough|sufficient|all the|every|no shortage of) (?:time|opportunit(?:y|ies)|warnings?|reasons?|notice|chances?|signs?|occasions?) (?:to|for (?:\S+ ){1,3}to|that)\b/g,
    words: UNDONE,
  },
  { pattern: /\bneed(?:n't| not) have\b/g, words: UNDONE },
  { pattern: BEFORE, words: UNDONE },
  {
    pattern:
      /\bit (?:was|would be|had been) (?:\w+ly |so |just |plain |rather |pretty )?(?:foolish|naive|stupid|irresponsible|reckless|careless|unwise|unprofessional|silly|dumb|crazy|negligent|lazy|short-sighted|rash|wrong|lunacy|madness|insane|idiotic|folly|thoughtless|inconsiderate|rude|cowardly|a (?:\w+ )?(?:mistake|error|blunder|bad idea|stupid idea|poor idea|poor choice|bad call|poor decision|bad decision|folly)|an (?:error|act of \w+)) (?:of (?:\S+ ){1,4}?|by (?:\S+ ){1,4}?|for (?:\S+ ){1,4}?)?(?:not )?to\b/g,
    words: UNSEEN,
  },
  {
    pattern:
      /\b(?:a|an|one|another) (?:second|fresh|other) (?:pair|set) of eyes would have\b|\b(?:a|an|one|the) (?:phone |quick |short |simple |little |early |timely |honest |proper |clear )?(?:call|call-back|callback|email|mail|word|question|message|heads-up|warning|update|reply|note|handover|apology|reminder|check-in|chat|answer)(?: (?:at|to|from|on|in|before|by|with|about) [^.;,]{1,40})? would have (?:\w+ly )?(?:saved|prevented|avoided|spared|cleared|solved|settled|sufficed|been enough|done|calmed|fixed|caught|averted|kept|helped|changed|made all)\b/g,
    words: UNDONE,
  },
  {
    pattern: /\b(?:he|she|they) (?:had|has|have) no (?:authority|right|business|mandate) (?:to|for)\b/g,
    words: UNDONE,
    only: /\b(?:promis|offer|grant|sign|approv|agree|cancel|chang|delet|giv|gave|made|mak|touch|open|shar)/,
  },
  {
    pattern:
      /\b(?:no idea|not a clue|no clue|not the (?:faintest|slightest|foggiest)(?: idea| clue)?) (?:what|how) (?:he|she|it|they) (?:is|are|was|were) doing\b|\b(?:nobody|no one|none)\b[^.;,]{0,30} (?:has|had) (?:a|the (?:faintest|slightest)) (?:clue|idea)\b/g,
    words: 'something in the process made this hard to get right',
  },
  {
    pattern:
      /\bhow (?:many times|often|much longer) (?:do|must|did|have|will|does|should|can|are|is) (?:we|i|you|one|somebody|someone|this|customers?)\b/g,
    words: 'what made this possible',
    only: /\?/,
  },
  { pattern: /\bwhy is it always (?=[\p{L}@])/gu, words: 'what made this possible', only: /\?/ },
  {
    pattern: new RegExp(`\\b${easily}[^.;!?]{0,60}?(?:\\b(?:would|could|might)|'d)(?:'ve| have)\\b`, 'g'),
    words: UNDONE,
  },
  {
    pattern: new RegExp(
      `\\b${glance} (?:at|into|in|to) [^.;!?]{1,40} and \\w+[^.;!?]{0,30}? would have\\b`,
      'g',
    ),
    words: UNDONE,
  },
  {
    pattern:
      /\b(?:it|that|this) would (?:only |just )?(?:not )?(?:have (?:only |just )?|only have |just have )(?:taken|cost|needed|required) (?:(?:him|her|them|us|me|you|any(?:one|body)|some(?:one|body)|the (?:agent|engineer|team|lead|manager|vendor|operator|admin)|\p{L}+) )?(?:all of |only |just |less than |no more than )?(?:nothing|no time|little|(?:a|one|two|three|five|ten|thirty|a few) (?:\w+ )?(?:minutes?|seconds?|moments?|clicks?|calls?|phone|mail|line|look|glance|question))/gu,
    words: UNDONE,
  },
  { pattern: /\bwould(?: not|n't) have (?:killed|hurt|harmed|cost) (?:\S+ ){1,4}?to\b/g, words: UNDONE },
  {
    pattern: /\bwould it have (?:been (?:so |too |that )?(?:hard|difficult|much)|killed|hurt)\b/g,
    words: 'what made this hard',
  },
  {
    pattern: /\b(?:is|was) it (?:really )?(?:so|too|that) (?:hard|difficult|much to ask)\b/g,
    words: 'what made this hard',
    only: /\?/,
  },
  { pattern: /\bhow (?:hard|difficult) (?:can|could|would|is|was) it\b/g, words: 'what made this hard' },
  {
    pattern:
      /\ball (?:it would have taken|that (?:was|would have been) (?:needed|required)|it needed|it took) (?:was|is) (?:a|one|to) (?:quick |simple |single |short |phone |little )*(?:call|look|glance|mail|email|message|question|click|word|check|read|reply|ask|note)\b/g,
    words: UNDONE,
  },
  {
    pattern:
      /\ball (?:that )?(?!(?:we|you|customers?|users?)\b)(?:\S+ ){1,4}?(?:had to|needed to|was asked to|were asked to|would have had to|should have) (?:do|done) was\b/g,
    words: UNDONE,
  },
  {
    pattern: /\bthe (?:very |bare )?least (?:\S+ ){1,4}?(?:could|should|might) (?:have )?(?:do|done)\b/g,
    words: UNDONE,
  },
  {
    pattern:
      /\b(?:a|any|even an?|even the|even our) (?:child|kid|five-year-old|six-year-old|toddler|monkey|blind (?:man|person)|beginner|layman|first-year|intern|trainee|rookie|idiot|fool|novice|schoolboy|student|dog) (?:could|would|can|knows|sees|might|should)\b/g,
    words: UNSEEN,
  },
  {
    pattern:
      /\b(?:any|every)(?:one|body) (?:with (?:eyes|half a brain|a brain|half an eye|any|an ounce|two eyes|basic|a pulse|common)|who (?:had )?(?:looked|cared|bothered|paid)|could (?:have )?(?:see|seen|tell|told)|would have (?:seen|known|noticed|checked|asked)|in (?:his|her|their) right mind|saw (?:it|this) coming|could see)\b/g,
    words: UNSEEN,
  },
  {
    pattern:
      /\bany (?:\w+ )?(?:competent|decent|half-decent|halfway|self-respecting|sane|sensible) (?:\w+ )?(?:person|agent|engineer|developer|admin|administrator|operator|manager|lead|team|technician|dba|sre|analyst|reviewer|colleague|professional|one|company|vendor|adult|rep|provider|shop|outfit)\b/g,
    words: UNSEEN,
  },
  {
    pattern:
      /\b(?:you|one|nobody|no one|they|he|she|we|it) (?:do|does|did|should|would)(?:n't| not)? (?:have )?(?:to be |need(?:ed)? )(?:to be )?(?:an? |any |much )[^.;,]{2,40}? to (?:know|reali[sz]e|see|tell|notice|work out|understand|figure|spot|guess|grasp|check)\b/g,
    words: UNSEEN,
  },
  {
    pattern:
      /\b(?:does|did|would|should)(?:n't| not) (?:have )?(?:take|taken|need|needed|require|required) (?:a |an |much |any )?(?:genius|rocket|scientist|expert|phd|degree|detective|sherlock|einstein|imagination|crystal ball|brains?)\b/g,
    words: UNSEEN,
  },
  {
    pattern:
      /\b(?:isn't|is not|wasn't|was not|it's not|hardly|not exactly|not) (?:exactly )?(?:rocket (?:science|surgery)|brain surgery)\b/g,
    words: UNSEEN,
  },
  {
    pattern:
      /\b(?:signs?|clues?|answers?|warnings?|errors?|evidence|writing|solution|cause|problem|red flags?|it|symptoms?|flag|note|fix) (?:was|were|is|are|had been) (?:all |right |plainly |clearly |literally |always )*(?:there (?:for (?:all|any|every)|all along|the whole time|in plain)|staring|in plain (?:sight|view)|(?:right )?in front of (?:him|her|them|us|everyone|everybody|our|their|his)|under (?:\S+ ){1,2}noses?|on the wall|hiding in plain|there in black|in black and white|plain as|as plain as|clear as day)\b/g,
    words: UNSEEN,
  },
  {
    pattern:
      /\b(?:plain|obvious) (?:for|to) (?:all|any(?:one|body)|every(?:one|body))\b|\b(?:there|clear|visible) for (?:all|any(?:one|body)|every(?:one|body)) to see\b|\bright under (?:his|her|their|our|everyone's|everybody's) noses?\b/g,
    words: UNSEEN,
  },
  {
    pattern:
      /\bit (?:was|is|should be|should have been|must have been|had to be) (?:\w+ly )?(?:predictable|foreseeable|common (?:sense|knowledge)|a no-brainer|self-evident|bleeding obvious|glaringly obvious|as clear as day|clear as day|second nature|perfectly obvious|blindingly obvious)\b/g,
    words: UNSEEN,
  },
  {
    pattern:
      /\bit (?:was|must have been|had to be|should have been) (?:\w+ly )?(?:obvious|clear|plain|evident|known|apparent) (?:to \S+(?: \S+){0,2} )?(?:from (?:the )?(?:start|outset|beginning) )?that [^.;]{1,60}?\b(?:would|was going to|were going to|could not work|was unrealistic|was bound to|were bound to|was doomed)\b/g,
    words: UNSEEN,
  },
  {
    pattern:
      /\b(?:should|ought to) be (?:second nature|obvious|a given|common sense|automatic for (?:any|every)|a matter of course|a reflex|basic)\b/g,
    words: UNSEEN,
  },
  {
    pattern:
      /\bthere(?: is| was|'s| can be| could be) (?:simply |really |absolutely |just )?no (?:possible |good |valid |reasonable )?(?:excuse|justification)\b|\bno excuses?[.!]/g,
    words: UNDONE,
  },
  {
    pattern:
      /\b(?:inexcusable|unforgivable|unpardonable|indefensible|beyond belief|defies (?:belief|logic)|boggles the mind|disgraceful|shameful|shame on|mind-boggling|beggars belief|scandalous|outrageous|is beyond me|beyond comprehension|a crying shame)\b/g,
    words: UNSEEN,
  },
  {
    pattern:
      /\bheads? (?:should|must|need to|have to|will|ought to) roll\b|\bname(?:s)? and shame\b|\bwe need (?:a name|names|a culprit|a scapegoat)\b|\bsome(?:one|body) (?:has|needs|must|ought|should)(?: to)? (?:pay|answer|take the (?:blame|fall|hit)|go|be (?:held|fired|sacked|punished))\b/g,
    words: 'what made this possible is not established yet',
  },
  {
    pattern:
      /\b(?:fell|fall|falls|falling) on deaf ears\b|\b(?:hit|hits|met|meet|meets|ran into) a (?:wall of (?:silence|indifference)|brick wall|stone wall)\b|\b(?:was|were|been) met with (?:a |complete |total |utter )*(?:shrugs?|indifference|silence|contempt|deafening silence|blank stares?)\b/g,
    words: UNDONE,
  },
  {
    pattern:
      /\bleft hand\b[^.;]{0,60}\bright (?:hand|one)\b|\btoo many cooks\b|\b(?:is|was|are|were|felt|feels) like (?:pulling teeth|herding cats|talking to (?:a |the )?(?:brick )?wall|(?:drawing|getting|squeezing) (?:blood|water)|flogging a dead|banging (?:\S+ )heads?|shouting into|pushing (?:water|a rope)|wading through|whistling in)\b|\btoo little,? too late\b|\ba day late and a dollar\b/g,
    words: 'how word was passed on is not established yet',
  },
  {
    pattern:
      /\bwith (?:hindsight|the benefit of hindsight),? (?:it (?:was|is)|this (?:was|is)) (?:\w+ly )?(?:clear|obvious|wrong|a mistake)/g,
    words: UNSEEN,
  },
];

export function obvious(sentence: Sentence): Hit[] {
  const hits: Hit[] = [];
  for (const { pattern, words, only } of remarks) {
    for (const match of sentence.low.matchAll(pattern)) {
      const start = sentence.start + match.index;
      if (isDenied(sentence, start) || (only && !only.test(sentence.low))) continue;
      hits.push({
        start,
        end: start + match[0].length,
        kind: 'counterfactual',
        rewrite: { from: sentenceStart(sentence), to: sentenceEnd(sentence), words },
      });
    }
  }
  return hits;
}

const admonition =
  /\b(?:needs?|must|has|have|had|ought|should|would do well|better)(?: to| better)?(?: really| just| finally| at least| try to| learn to| start to| also| all)* (?:be (?:a (?:lot|bit|little) |much |far )?(?:more|less) (?:careful|attentive|responsible|diligent|thorough|professional|proactive|disciplined|honest|mindful|vigilant|alert|focused|conscientious|cautious|sloppy|careless|reckless|accountable|engaged|responsive|considerate|respectful|organi[sz]ed|competent|transparent|arrogant|emotional|stubborn)|pay (?:more|closer|better|proper) attention|try harder|do (?:a lot |much )?better|take more care|take (?:more |some |full )?(?:responsibility|ownership)|think (?:before|twice|first|harder)|get (?:\w+ )?act together|get a grip|wake up|pull (?:\w+ )(?:socks|weight|finger)|raise (?:\w+ )game|up (?:his|her|their|its|our) game|grow up|own up|look in the mirror|shape up|learn (?:from|how|to)|stop (?:\w+ing) (?!the (?:job|import|service|server|process))|read (?:more|properly|carefully|before)|listen (?:better|more)|answer for|explain (?:themselves|himself|herself|itself)|apologi[sz]e|be (?:held|reprimanded|disciplined|fired|sacked|retrained|spoken to|told off|ashamed|punished)|ask (?:themselves|himself|herself))\b/g;

/** "One would expect an engineer to know that." */
const expected =
  /\b(?:you|one|i|we)(?: would|'d) (?:have )?(?:expect|expected|think|thought|hope|hoped|assume|assumed) (?:that )?/g;
const belated =
  /\b(?:only|not) (?:when|after|once|until|because|then) [^.;]{0,80}?\bdid (?:the |our |their )?/g;

export function expectedOf(sentence: Sentence): Hit[] {
  return [expected, belated].flatMap((pattern) =>
    [...sentence.low.matchAll(pattern)].flatMap((match): Hit[] => {
      const start = sentence.start + match.index;
      const people = humanAfter(sentence, start + match[0].length);
      const isAny = /^any(?:one|body)\b/.test(sentence.low.slice(match.index + match[0].length));
      if ((!people && !isAny) || /\bwe $/.test(match[0])) return [];
      return [
        {
          start,
          end: people?.to ?? start + match[0].length,
          kind: pattern === expected ? 'counterfactual' : 'team-blame',
          rewrite: {
            from: sentenceStart(sentence),
            to: sentenceEnd(sentence),
            words: pattern === expected ? UNSEEN : SLOW,
          },
        },
      ];
    }),
  );
}

/** "The agents must pay more attention": what people should be, where the question is what they had to work with. */
export function admonitions(sentence: Sentence, earlier: Sentence | undefined): Hit[] {
  return [...sentence.low.matchAll(admonition)].flatMap((match) => {
    const at = sentence.start + match.index;
    const subject = subjectBefore(sentence, at, earlier);
    if (!isHuman(subject)) return [];
    return [fallen(sentence, subject, at, at + match[0].length)];
  });
}

const instead =
  /^(?:instead of|rather than) (?:simply |just |even |actually )?(?:reading|checking|asking|testing|escalating|following|helping|calling|listening|looking|investigating|replying|answering|admitting|owning|taking|telling|informing|verifying|reviewing|documenting|communicating|thinking|talking|picking|raising|apologi[sz]ing|doing)\b[^,;]{0,60}, ?/;

/** "Instead of asking, the agent closed the case." */
export function insteads(sentence: Sentence): Hit[] {
  const from = sentenceStart(sentence);
  const match = instead.exec(sentence.low.slice(from - sentence.start));
  if (!match) return [];
  const people = humanAfter(sentence, from + match[0].length);
  if (!people || people.from > from + match[0].length) return [];
  return [
    {
      start: from,
      end: people.to,
      kind: 'person-blame',
      rewrite: {
        from,
        to: Math.max(people.to, clauseEnd(sentence, people.to)),
        words: 'what stood in the way of this is not established yet',
      },
    },
  ];
}

const sneer =
  /^(?:as (?:usual|always|ever|so often)|true to form|predictably|unsurprisingly|typically|inevitably|conveniently|not for the first time|in typical fashion|sure enough|no surprise|needless to say|of course)(?:,| that| then)? /;
const service =
  /^(?:sent|posted|updated|replied|answered|checked|started|ran|held|reviewed|opened|called|worked|helped|fixed|found|led|joined|reported|gave|handed|met|wrote|published|shared|picked|resolved|closed|took|asked|escalated|did|was|were|had)$/;

/** "As usual, Declan let the chat time out": the opening makes a deed a habit. */
export function sneers(sentence: Sentence): Hit[] {
  const from = sentenceStart(sentence);
  const match = sneer.exec(sentence.low.slice(from - sentence.start));
  if (!match) return [];
  const verb = sentence.words.find((word) => word.start >= from + match[0].length && isPast(word.low));
  if (!verb || service.test(verb.low)) return [];
  const subject = subjectBefore(sentence, verb.start);
  if (!isHuman(subject) || (subject.start ?? 0) > from + match[0].length) return [];
  return [{ ...fallen(sentence, subject, verb.start, verb.end), start: from }];
}
