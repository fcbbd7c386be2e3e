/** Hindsight without "should have": it was there for all to see, any child could tell, it was foolish to. */
import { type Remark, UNDONE, UNSEEN } from './remark';

export const plainToSee: readonly Remark[] = [
  {
    signs: [
      'foolish',
      'naive',
      'stupid',
      'irresponsible',
      'reckless',
      'careless',
      'unwise',
      'unprofessional',
      'silly',
      'dumb',
      'crazy',
      'negligent',
      'lazy',
      'short-sighted',
      'rash',
      'wrong',
      'lunacy',
      'madness',
      'insane',
      'idiotic',
      'folly',
      'thoughtless',
      'inconsiderate',
      'rude',
      'cowardly',
      'mistake',
      'error',
      'blunder',
      'idea',
      'choice',
      'call',
      'decision',
      'act',
    ],
    pattern:
      /\bit (?:was|would be|had been) (?:\w+ly |so |just |plain |rather |pretty )?(?:foolish|naive|stupid|irresponsible|reckless|careless|unwise|unprofessional|silly|dumb|crazy|negligent|lazy|short-sighted|rash|wrong|lunacy|madness|insane|idiotic|folly|thoughtless|inconsiderate|rude|cowardly|a (?:\w+ )?(?:mistake|error|blunder|bad idea|stupid idea|poor idea|poor choice|bad call|poor decision|bad decision|folly)|an (?:error|act of \w+)) (?:of (?:\S+ ){1,4}?|by (?:\S+ ){1,4}?|for (?:\S+ ){1,4}?)?(?:not )?to\b/g,
    words: UNSEEN,
  },
  {
    signs: ['idea', 'clue', 'slightest', 'faintest', 'foggiest'],
    pattern:
      /\b(?:no idea|not a clue|no clue|not the (?:faintest|slightest|foggiest)(?: idea| clue)?) (?:what|how) (?:he|she|it|they) (?:is|are|was|were) doing\b|\b(?:nobody|no one|none)\b[^.;,]{0,30} (?:has|had) (?:a|the (?:faintest|slightest)) (?:clue|idea)\b/g,
    words: 'something in the process made this hard to get right',
  },
  {
    signs: ['how'],
    pattern:
      /\bhow (?:many times|often|much longer) (?:do|must|did|have|will|does|should|can|are|is) (?:we|i|you|one|somebody|someone|this|customers?)\b/g,
    words: 'what made this possible',
    only: /\?/,
  },
  {
    signs: ['always'],
    pattern: /\bwhy is it always (?=[\p{L}@])/gu,
    words: 'what made this possible',
    only: /\?/,
  },
  {
    signs: [
      'child',
      'kid',
      'five-year-old',
      'six-year-old',
      'toddler',
      'monkey',
      'blind',
      'beginner',
      'layman',
      'first-year',
      'intern',
      'trainee',
      'rookie',
      'idiot',
      'fool',
      'novice',
      'schoolboy',
      'student',
      'dog',
    ],
    pattern:
      /\b(?:a|any|even an?|even the|even our) (?:child|kid|five-year-old|six-year-old|toddler|monkey|blind (?:man|person)|beginner|layman|first-year|intern|trainee|rookie|idiot|fool|novice|schoolboy|student|dog) (?:could|would|can|knows|sees|might|should)\b/g,
    words: UNSEEN,
  },
  {
    signs: ['anyone', 'anybody', 'everyone', 'everybody'],
    pattern:
      /\b(?:any|every)(?:one|body) (?:with (?:eyes|half a brain|a brain|half an eye|any|an ounce|two eyes|basic|a pulse|common)|who (?:had )?(?:looked|cared|bothered|paid)|could (?:have )?(?:see|seen|tell|told)|would have (?:seen|known|noticed|checked|asked)|in (?:his|her|their) right mind|saw (?:it|this) coming|could see)\b/g,
    words: UNSEEN,
  },
  {
    signs: ['any'],
    pattern:
      /\bany (?:\w+ )?(?:competent|decent|half-decent|halfway|self-respecting|sane|sensible) (?:\w+ )?(?:person|agent|engineer|developer|admin|administrator|operator|manager|lead|team|technician|dba|sre|analyst|reviewer|colleague|professional|one|company|vendor|adult|rep|provider|shop|outfit)\b/g,
    words: UNSEEN,
  },
  {
    signs: [
      'know',
      'realise',
      'realize',
      'see',
      'tell',
      'notice',
      'work',
      'understand',
      'figure',
      'spot',
      'guess',
      'grasp',
      'check',
    ],
    pattern:
      /\b(?:you|one|nobody|no one|they|he|she|we|it) (?:do|does|did|should|would)(?:n't| not)? (?:have )?(?:to be |need(?:ed)? )(?:to be )?(?:an? |any |much )[^.;,]{2,40}? to (?:know|reali[sz]e|see|tell|notice|work out|understand|figure|spot|guess|grasp|check)\b/g,
    words: UNSEEN,
  },
  {
    signs: [
      'genius',
      'rocket',
      'scientist',
      'expert',
      'phd',
      'degree',
      'detective',
      'sherlock',
      'einstein',
      'imagination',
      'crystal',
      'brain',
      'brains',
    ],
    pattern:
      /\b(?:does|did|would|should)(?:n't| not) (?:have )?(?:take|taken|need|needed|require|required) (?:a |an |much |any )?(?:genius|rocket|scientist|expert|phd|degree|detective|sherlock|einstein|imagination|crystal ball|brains?)\b/g,
    words: UNSEEN,
  },
  {
    signs: ['rocket', 'brain'],
    pattern:
      /\b(?:isn't|is not|wasn't|was not|it's not|hardly|not exactly|not) (?:exactly )?(?:rocket (?:science|surgery)|brain surgery)\b/g,
    words: UNSEEN,
  },
  {
    signs: ['there', 'staring', 'plain', 'front', 'nose', 'noses', 'wall', 'black', 'day', 'sight', 'view'],
    pattern:
      /\b(?:signs?|clues?|answers?|warnings?|errors?|evidence|writing|solution|cause|problem|red flags?|it|symptoms?|flag|note|fix) (?:was|were|is|are|had been) (?:all |right |plainly |clearly |literally |always )*(?:there (?:for (?:all|any|every)|all along|the whole time|in plain)|staring|in plain (?:sight|view)|(?:right )?in front of (?:him|her|them|us|everyone|everybody|our|their|his)|under (?:\S+ ){1,2}noses?|on the wall|hiding in plain|there in black|in black and white|plain as|as plain as|clear as day)\b/g,
    words: UNSEEN,
  },
  {
    signs: ['plain', 'obvious', 'see', 'nose', 'noses'],
    pattern:
      /\b(?:plain|obvious) (?:for|to) (?:all|any(?:one|body)|every(?:one|body))\b|\b(?:there|clear|visible) for (?:all|any(?:one|body)|every(?:one|body)) to see\b|\bright under (?:his|her|their|our|everyone's|everybody's) noses?\b/g,
    words: UNSEEN,
  },
  {
    signs: [
      'predictable',
      'foreseeable',
      'common',
      'no-brainer',
      'self-evident',
      'obvious',
      'clear',
      'second',
    ],
    pattern:
      /\bit (?:was|is|should be|should have been|must have been|had to be) (?:\w+ly )?(?:predictable|foreseeable|common (?:sense|knowledge)|a no-brainer|self-evident|bleeding obvious|glaringly obvious|as clear as day|clear as day|second nature|perfectly obvious|blindingly obvious)\b/g,
    words: UNSEEN,
  },
  {
    signs: ['obvious', 'clear', 'plain', 'evident', 'known', 'apparent'],
    pattern:
      /\bit (?:was|must have been|had to be|should have been) (?:\w+ly )?(?:obvious|clear|plain|evident|known|apparent) (?:to \S+(?: \S+){0,2} )?(?:from (?:the )?(?:start|outset|beginning) )?that [^.;]{1,60}?\b(?:would|was going to|were going to|could not work|was unrealistic|was bound to|were bound to|was doomed)\b/g,
    words: UNSEEN,
  },
  {
    signs: ['second', 'obvious', 'given', 'common', 'automatic', 'matter', 'reflex', 'basic'],
    pattern:
      /\b(?:should|ought to) be (?:second nature|obvious|a given|common sense|automatic for (?:any|every)|a matter of course|a reflex|basic)\b/g,
    words: UNSEEN,
  },
  {
    signs: [
      'inexcusable',
      'unforgivable',
      'unpardonable',
      'indefensible',
      'belief',
      'defies',
      'boggles',
      'disgraceful',
      'shameful',
      'shame',
      'mind-boggling',
      'scandalous',
      'outrageous',
      'beyond',
      'beggars',
    ],
    pattern:
      /\b(?:inexcusable|unforgivable|unpardonable|indefensible|beyond belief|defies (?:belief|logic)|boggles the mind|disgraceful|shameful|shame on|mind-boggling|beggars belief|scandalous|outrageous|is beyond me|beyond comprehension|a crying shame)\b/g,
    words: UNSEEN,
  },
  {
    signs: ['roll', 'shame', 'need', 'someone', 'somebody'],
    pattern:
      /\bheads? (?:should|must|need to|have to|will|ought to) roll\b|\bname(?:s)? and shame\b|\bwe need (?:a name|names|a culprit|a scapegoat)\b|\bsome(?:one|body) (?:has|needs|must|ought|should)(?: to)? (?:pay|answer|take the (?:blame|fall|hit)|go|be (?:held|fired|sacked|punished))\b/g,
    words: 'what made this possible is not established yet',
  },
  {
    signs: ['deaf', 'wall', 'met'],
    pattern:
      /\b(?:fell|fall|falls|falling) on deaf ears\b|\b(?:hit|hits|met|meet|meets|ran into) a (?:wall of (?:silence|indifference)|brick wall|stone wall)\b|\b(?:was|were|been) met with (?:a |complete |total |utter )*(?:shrugs?|indifference|silence|contempt|deafening silence|blank stares?)\b/g,
    words: UNDONE,
  },
  {
    signs: ['hindsight'],
    pattern:
      /\bwith (?:hindsight|the benefit of hindsight),? (?:it (?:was|is)|this (?:was|is)) (?:\w+ly )?(?:clear|obvious|wrong|a mistake)/g,
    words: UNSEEN,
  },
  {
    signs: [
      'sense',
      'courage',
      'decency',
      'guts',
      'wit',
      'presence',
      'nerve',
      'foresight',
      'grace',
      'honesty',
      'fit',
      'deemed',
      'necessary',
      'worth',
    ],
    pattern:
      /\b(?:nobody|no one|no-one|none|not one)\b[^.;,]{0,40} (?:had the (?:\w+ )?(?:sense|courage|decency|guts|wit|presence of mind|nerve|foresight|grace|honesty) to|saw fit to|deemed it|(?:thought|considered|found) it (?:necessary|worth))\b/g,
    words: UNDONE,
  },
  {
    signs: ['fit', 'deem', 'necessary', 'worth', 'important'],
    pattern:
      /\b(?:did|do|does)(?:n't| not) (?:even |seem to )?(?:see fit|deem it|(?:think|consider|find) it (?:necessary|worth|important))\b|\bdeemed it (?:beneath|unnecessary|unimportant|not worth)\b/g,
    words: UNDONE,
  },
  {
    signs: ['doing'],
    pattern:
      /\b(?:did|do|does)(?:n't| not) (?:seem to |really |even )?know what (?:he|she|it|they) (?:was|were|is|are) doing\b/g,
    words: 'something in the process made this hard to get right',
  },
  {
    signs: ['cares', 'care', 'cared', 'thinks', 'think', 'thought', 'wants', 'wanted'],
    pattern:
      /\ball (?!we\b|the customer\b|you\b)(?:[\w-]+ ){1,4}?(?:cares?|cared|thinks?|thought|wants?|wanted) (?:about |of )?(?:is|was|are)\b/g,
    words: UNDONE,
  },
];
