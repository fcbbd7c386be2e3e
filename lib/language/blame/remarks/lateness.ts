/** How long it took somebody to notice or to answer, and word that went round too late. */
import { type Remark, SLOW } from './remark';

const noticing =
  '(?:notice|reali[sz]e|react|reply|answer|respond|read|acknowledge|wake|admit|pick|even|decide|understand|see that|see the|look|open|call back|call the|write|get back|come back|work out|figure|spot|ask|tell|assign|escalate|inform|move|do anything|say|confirm)';
const long =
  '(?:(?:\\d+|a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|many|a few|a couple of|almost|nearly|over|more than|well over|half an?|the best part of|all|another|whole|full) )+(?:whole |full |long |working |business )?(?:minutes?|hours?|days?|weeks?|months?|year|shifts?|morning|afternoon|week|day)';

export const lateness: readonly Remark[] = [
  {
    signs: ['took', 'takes'],
    pattern: new RegExp(
      `\\b(?:it )?(?:took|takes) (?:(?:the |our |their )?[^ ,.;]+(?: [^ ,.;]+){0,3}? )?${long} to (?:finally |even |so much as )?${noticing}\\b`,
      'g',
    ),
    words: SLOW,
  },
  {
    signs: ['took'],
    pattern:
      /\bit took (?:\S+ ){0,3}?(?:escalations?|reminders?|chasers?|complaints?|(?:phone )?calls|mails|e-?mails|attempts|requests|threats?|pings|nudges|tries|messages) (?:before|to get|until|for (?:any|some|the|them|him|her)|to make|from)\b/g,
    words: SLOW,
  },
  {
    signs: ['left', 'cooks', 'like', 'little', 'day'],
    pattern:
      /\bleft hand\b[^.;]{0,60}\bright (?:hand|one)\b|\btoo many cooks\b|\b(?:is|was|are|were|felt|feels) like (?:pulling teeth|herding cats|talking to (?:a |the )?(?:brick )?wall|(?:drawing|getting|squeezing) (?:blood|water)|flogging a dead|banging (?:\S+ )heads?|shouting into|pushing (?:water|a rope)|wading through|whistling in)\b|\btoo little,? too late\b|\ba day late and a dollar\b/g,
    words: 'how word was passed on is not established yet',
  },
];
