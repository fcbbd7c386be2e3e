/** How little it would have taken: a quick call, two minutes, all they had to do. */
import { type Remark, UNDONE } from './remark';

const glance =
  '(?:look|glance|call|phone call|mail|email|message|question|read|reading|word|chat|conversation|search|click|peek|second look|double-check|read-through|ping|sanity check|moment of thought|bit of thought|thought)';
const easily = `(?:(?:one|a single|just one|a mere|even one) ${glance}|(?:a|one|just a|even a) (?:quick|simple|single|short|brief|mere|basic|cursory|five-minute|two-minute|ten-second|thirty-second|one-line|friendly|second) (?:\\w+ )?(?:${glance}|check|test|note|heads-up|handover|comment|reply|update|follow-up)|(?:a|one|two|three|five|ten|thirty|sixty|a few|a couple of) (?:more |extra )?(?:minutes?|seconds?|moments?|clicks?|lines?|words)(?: of (?:\\w+ing|thought|attention|work|effort|patience|care|common sense))?|an ounce of \\w+(?: \\w+)?|a (?:bit|shred|modicum|grain|minimum) of (?:care|attention|thought|common sense|effort|diligence|initiative|curiosity|empathy|honesty|communication))`;
const BEFORE = /\bneeded to [^.;,]{2,60}? (?:before \w+ing|first(?=\s*(?:$|[.,;])))/g;

export const littleEffort: readonly Remark[] = [
  {
    signs: [
      'time',
      'opportunity',
      'opportunities',
      'warning',
      'warnings',
      'reason',
      'reasons',
      'notice',
      'chance',
      'chances',
      'sign',
      'signs',
      'occasion',
      'occasions',
    ],
    pattern:
      /\b(?:there (?:was|were|had been)|with) (?:ample|plenty of|enough|more than enough|sufficient|all the|every|no shortage of) (?:time|opportunit(?:y|ies)|warnings?|reasons?|notice|chances?|signs?|occasions?) (?:to|for (?:\S+ ){1,3}to|that)\b/g,
    words: UNDONE,
  },
  { signs: ['need'], pattern: /\bneed(?:n't| not) have\b/g, words: UNDONE },
  { signs: ['needed'], pattern: BEFORE, words: UNDONE },
  {
    signs: ['would'],
    pattern:
      /\b(?:a|an|one|another) (?:second|fresh|other) (?:pair|set) of eyes would have\b|\b(?:a|an|one|the) (?:phone |quick |short |simple |little |early |timely |honest |proper |clear )?(?:call|call-back|callback|email|mail|word|question|message|heads-up|warning|update|reply|note|handover|apology|reminder|check-in|chat|answer)(?: (?:at|to|from|on|in|before|by|with|about) [^.;,]{1,40})? would have (?:\w+ly )?(?:saved|prevented|avoided|spared|cleared|solved|settled|sufficed|been enough|done|calmed|fixed|caught|averted|kept|helped|changed|made all)\b/g,
    words: UNDONE,
  },
  {
    signs: ['authority', 'right', 'business', 'mandate'],
    pattern: /\b(?:he|she|they) (?:had|has|have) no (?:authority|right|business|mandate) (?:to|for)\b/g,
    words: UNDONE,
    only: /\b(?:promis|offer|grant|sign|approv|agree|cancel|chang|delet|giv|gave|made|mak|touch|open|shar)/,
  },
  {
    signs: ['would', "'d", 'could', 'might'],
    pattern: new RegExp(`\\b${easily}[^.;!?]{0,60}?(?:\\b(?:would|could|might)|'d)(?:'ve| have)\\b`, 'g'),
    words: UNDONE,
  },
  {
    signs: ['would'],
    pattern: new RegExp(
      `\\b${glance} (?:at|into|in|to) [^.;!?]{1,40} and \\w+[^.;!?]{0,30}? would have\\b`,
      'g',
    ),
    words: UNDONE,
  },
  {
    signs: ['would'],
    pattern:
      /\b(?:it|that|this) would (?:only |just )?(?:not )?(?:have (?:only |just )?|only have |just have )(?:taken|cost|needed|required) (?:(?:him|her|them|us|me|you|any(?:one|body)|some(?:one|body)|the (?:agent|engineer|team|lead|manager|vendor|operator|admin)|\p{L}+) )?(?:all of |only |just |less than |no more than )?(?:nothing|no time|little|(?:a|one|two|three|five|ten|thirty|a few) (?:\w+ )?(?:minutes?|seconds?|moments?|clicks?|calls?|phone|mail|line|look|glance|question))/gu,
    words: UNDONE,
  },
  {
    signs: ['would'],
    pattern: /\bwould(?: not|n't) have (?:killed|hurt|harmed|cost) (?:\S+ ){1,4}?to\b/g,
    words: UNDONE,
  },
  {
    signs: ['would'],
    pattern: /\bwould it have (?:been (?:so |too |that )?(?:hard|difficult|much)|killed|hurt)\b/g,
    words: 'what made this hard',
  },
  {
    signs: ['is', 'was'],
    pattern: /\b(?:is|was) it (?:really )?(?:so|too|that) (?:hard|difficult|much to ask)\b/g,
    words: 'what made this hard',
    only: /\?/,
  },
  {
    signs: ['how'],
    pattern: /\bhow (?:hard|difficult) (?:can|could|would|is|was) it\b/g,
    words: 'what made this hard',
  },
  {
    signs: ['took', 'taken', 'needed', 'required'],
    pattern:
      /\ball (?:it would have taken|that (?:was|would have been) (?:needed|required)|it needed|it took) (?:was|is) (?:a|one|to) (?:quick |simple |single |short |phone |little )*(?:call|look|glance|mail|email|message|question|click|word|check|read|reply|ask|note)\b/g,
    words: UNDONE,
  },
  {
    signs: ['done', 'do'],
    pattern:
      /\ball (?:that )?(?!(?:we|you|customers?|users?)\b)(?:\S+ ){1,4}?(?:had to|needed to|was asked to|were asked to|would have had to|should have) (?:do|done) was\b/g,
    words: UNDONE,
  },
  {
    signs: ['least'],
    pattern: /\bthe (?:very |bare )?least (?:\S+ ){1,4}?(?:could|should|might) (?:have )?(?:do|done)\b/g,
    words: UNDONE,
  },
  {
    signs: ['excuse', 'excuses', 'justification'],
    pattern:
      /\bthere(?: is| was|'s| can be| could be) (?:simply |really |absolutely |just )?no (?:possible |good |valid |reasonable )?(?:excuse|justification)\b|\bno excuses?[.!]/g,
    words: UNDONE,
  },
];
