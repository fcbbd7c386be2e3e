/** The customer is annoyed, and says so in their own words. */
import { phrases, type Words } from './phrases';

const words: Words = {
  // Words that are seldom said of anything but how one is treated.
  strong:
    'unacceptable|inacceptable|ridiculous|outrageous|appalling|abysmal|atrocious|disgrace~|disgust~|pathetic|laughable|shameful|shambles|shambolic|nonsense|ludicrous|preposterous|absurd|infuriating|exasperat~|maddening|insulting|insult|unprofessional|incompeten~|amateur~|clueless|intolerable|inexcusable|unbelievable|shocking|shocked|frustrat~|disappoint~|dissatisf~|fed up|furious|livid|outraged|annoyed|annoying|angry|irritat~|aggravat~|tired of|sick of|hopeless|nightmare|farce|fiasco|debacle|joke|rubbish|crap|bullshit|wtf|damn|awful|dreadful|horrible|horrendous|terrible|lousy|useless|worthless|mad at|upset|unhappy|let down|astonish~|baffl~|appalled|speechless|exhausting|exhausted|wits.? end|dismayed|scandal~|displeas~|embarrassing|embarrassment|fuming|seething|enraged|gobsmacked|flabbergasted|shite?|bollocks|idiot(s|ic)?(?!-)|morons?|moronic|imbeciles?|muppets?|clowns?|cowboys|crooks|thieves|liars?|ffs|sick to death|beggars belief|takes? the (biscuit|mickey|piss|cake)',
  service:
    '(customer )?(service|support|experience|care|communication|treatment|response times?|helpdesk|handling|company|attitude|organi[sz]ation|vendor|supplier|provider|show|job|quality)',
  bad: 'worst|terrible|poor|bad|horrible|awful|lousy|slow|sloppy|dire|shoddy|pathetic|useless',
  nth: '(second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|umpteenth|2nd|3rd|[4-9]th|\\d+th)',
  many: '(third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|umpteenth|3rd|[4-9]th|\\d+th|hundredth)',
};

const says = phrases(
  `
  {strong}
  (lost for|have no|no) words(?! (left )?in)
  is this how you (treat|handle|deal)
  this is how you (treat|handle)
  (have|had|having)( (just|really|had|quite|now))* enough(?! (space|memory|time|licen~|seats?|room|storage|information|data|disk|credits?|users?|for now))
  (enough is enough|enough of (this|your|that)|that is enough|enough already)
  (can not|hard to|do not|difficult to) believe(?! (it is (related|connected)|this is (related|the)|that is the (cause|reason)))
  beyond (belief|a joke|words)
  (is|are|was|were|such|complete|completely|total|totally|utter|absolute|pure|load of|piece of|pile of|this|your [^ ]+)( (just|simply|pure|total|absolute|complete|such|all|real|utter|so|really))* (garbage|trash|junk|scam|stupid|dumb|idiotic|hell|bloody)(?! (bins?|cans?|folder|mail|e-?mails?|collection|collector|filter|question|mistake of mine|terminal|truck|lorry|bag|idea of mine|protection))
  (sucks?|stinks)( [^ ]+){0,4}?$
  (sucks|stinks) (since|big|so|at|now)
  (you|they|your [^ ]+|support|people|no ?body|no ?one)( [^ ]+){0,4}? (no|not (have )?(an?|any)|zero|has any|have any) (idea|clue|concept)(?! how (happy|glad|grateful|helpful|much (this|that|it|you|i|we)))
  (you|they|your (team|people|colleagues?|agents?|staff))( (people|guys|lot|all|clearly|obviously|really|just|simply))* (do|does) not( even)? know (what|how|anything|your|the first)
  (could|can) not( [^ ]+)? (care less|be bothered|be arsed)
  had it( [^ ]+){0,4}? with
  why (is|does|must|are)( (it|this|that|everything|things|you))( [^ ]+)? (so|always|this|that)( (damn|bloody|incredibly|ridiculously))? (hard|difficult|complicated|impossible|slow|bad|painful|incompetent)
  (end|limit)s? of my (tether|rope|patience|nerves|wits)
  (at|reached|past) (my|our) limits?(?! of)
  (on|get~ on|gets on) (my|our)( last)? nerves?
  (makes?|making|made) (me|us)( (really|so|quite|all))* (sick|angry|mad|furious|cry|laugh|rage|scream)
  (pulling|tearing) (my|our) hair
  beside (myself|ourselves)
  what (is|the hell is)( [^ ]+)? wrong with (you|your (people|team|company|staff|system)|this company|everyone there)
  what is the point (of|in) (having|paying|calling|writing|you|your|a|this|asking)
  (get a grip|grow up|learn (to|how to) (read|do your|listen))
  (do|did) you( (people|guys|really|even|honestly|seriously))* (think|take|believe)( [^ ]+)? (i am|we are|me for|us for|me|us|i was)( [^ ]+)? (stupid|fools?|idiots?|an idiot|born|blind|made of|mad)
  (take|taking|taken) (me|us) for( an?)? (fools?|idiots?|rides?)
  (i|we)( (had|have|really))* expected( [^ ]+){0,3}? (better|more) (from|of|than)
  worst( [^ ]+){1,5}? (ever|(i|we) have|in my|of my life|known|seen)
  (zero|0|one|1|no|minus)( out of [^ ]+)? stars?( [^ ]+){0,3}?$
  (ruin(ed|ing|s)?|spoil(ed|t|ing)?|wreck(ed|ing)?)( (my|our|the (whole|entire)))( [^ ]+){0,3}? (day|holidays?|weekend|wedding|birthday|trip|party|christmas|evening|night|week|business|season|event|vacation|honeymoon|anniversary|launch)
  (bunch|pack|gang|band) of (?!(keys|flowers|roses|files|messages|emails|users|people|things|questions|bananas|grapes))[a-z]+s
  come on(?! (mon|tues|wednes|thurs|fri|site|when|after|at|\\d|again|automatically))
  ^(oh )?(seriously|really|honestly|wow|great|brilliant|fantastic)( again)?[.!?]
  are you (serious|kidding|joking|even (reading|listening|trying)|people|all asleep|out of your)
  you (must be|have to be|are) (joking|kidding)
  for (god|heaven|christ|pete|goodness|crying out)('?s)?( [^ ]+)? (sake|loud)
  (wast(e|ed|ing)|lost|losing|cost~)( [^ ]+){0,3}? (my|our)( [^ ]+){0,2} (time|days?|mornings?|afternoons?|weeks?|weekend|hours|nerves|patience|evening)
  (waste of (time|money|everyone)|(hours?|days?|time) wasted)
  (lose|losing|lost|loses|run~ (out of|thin|short)|test~|out of|wear~|try~)( [^ ]+){0,3}? (patience|trust|confidence|faith|goodwill|temper)
  patience( [^ ]+){0,4}? (running|wearing|thin|out|end|limit|over|gone|limits)
  (patience|trust|confidence|faith)( in you)? (is|has) (gone|over|at an end|exhausted|zero|run out)
  not (good|professional|serious|fast) enough
  (not|hardly|far from|anything but|less than|never been so)( (at all|very|really|exactly|particularly))* (impressed|amused|happy|pleased|acceptable|ok that|okay that|professional|satisf~|thrilled|reasonable|serious|normal|fair)(?! (to|with (the )?(new|layout|colou?r)))
  (no ?one|no ?body|you|they)( (people|guys|there|clearly|obviously|really|just|at your company|seems? to|seem))*( (do|does) not)? cares?( [^ ]+){0,2}?$
  (do|does) (you|any ?one|any ?body)( (even|actually|at all|there|still))* (care|read|listen|look|know|think|understand|bother|realise|realize)
  shame on
  how (hard|difficult|complicated) (can|is|could)
  how many (more )?(times|people|agents|tickets|emails|mails|reminders)
  how (dare|on earth|is (this|that|it) (even )?(possible|acceptable|ok))
  what (the (hell|heck)|on earth)
  what( [^ ]+)? (are|do|am|is) (we|i|it)( [^ ]+)? (pay|paying|paid)
  why (do|are|am|should) (we|i)( even)? (pay~|bother)
  what kind of (service|support|company|answer)
  what a (mess|joke|shame|disaster|farce|waste|circus)
  is (that|this|it) (some kind of|your idea|supposed to|meant to be|a joke)
  (over and over|time and (time )?again|yet again|every single (time|day|week|month|release|update)|not again|here we go again|once again (nothing|no|the same|it|we|i|you)|same story|same old)
  {many} (time|mail|email|message|ticket|call|attempt|reminder|outage|agent|person)( [^ ]+){0,9}!
  in every (email|mail|message|ticket)!
  (for|is) (the |my )?(umpteenth|hundredth|nth) time
  just what (i|we) needed
  (driving|drives|driven) (me|us)( all)? (mad|crazy|nuts|insane|up the wall|round the bend)
  (so|really|very|quite) cross
  done (arguing|waiting|explaining|asking|talking|with (this|you|your))
  (have|has) had it( up to here)? with
  (have|has)( (a|no|any|not a))* clue
  (very|extremely|really|incredibly) (poor|bad)
  (round|around|going|running|talking)( round)? in (circles|a circle)
  (run~ ?around|passed around|pass(ed|ing)?( me| us)? (around|from|back and forth)|pillar to post|ping-?pong|sent (around|back and forth)|from one (person|agent|team|department))
  {bad}( [^ ]+)? {service}
  (this|it|which|that|situation) (is|has become|becomes?|was)( (really|getting|now|simply|just|quite|very|beginning to be|starting to be|becoming|all|so|a bit|rather|beyond|too|such))* (old|a mess|tiresome|tiring|insane|madness|crazy|mad|silly|a shame|painful|too much|not ok(ay)?|not funny|not on|stupid|a disaster|a disgrace|bad|enough|wrong on every)(?! (version|record|entry|data|file|value))
  (thanks|thank you) for nothing
  ^so much for
  (great|nice|good) (job|work|service)( [^ ]+){0,3} (breaking|losing|ignoring|not)
  stop (sending|asking|wasting|copy~|closing|ignoring|telling|guessing|with the|making)
  did (you|any ?one|any ?body) (even|actually)( (even|actually|bother to))* (read|look at|listen|bother|test)
  (treated|treat (us|me)) (like|as if|this way|badly|so)
  (ignored|ignoring (us|me)|in the dark|not listen~|no ?body (listens|reads|bothers)|no ?one (listens|reads|bothers)|not taken seriously|do not take( [^ ]+)? seriously)
  you (people|guys|lot)( [^ ]+)? (never|always|keep|just|can not|do not|are|clearly|obviously|need)
  (you|they|support|your team)( (just|simply|all|people|guys))? (keep|kept|always|never|constantly|continually|repeatedly)( [^ ]+)? (ask~|clos~|send~|ignor~|break~|chang~|tell~|say~|listen~|read~|repl~|call~|fix~|learn~|answer~|promis~|com(e|ing)|do|mov~|forget~|making|get)
  (you|they)( (just|simply|have))? closed (it|my|this|the)( [^ ]+){0,2} (again|without|although|even though|while|and)
  (we|i) (deserve|expect(ed)?|pay for|are paying)( [^ ]+){0,3} (better|more|than)
  (losing|lost) (customers|money|sales|revenue|business)( [^ ]+){0,5}? (because of you|thanks to you|due to your|while you|and you)
  (a|an) (absolute|total|complete|utter) (disaster|mess|failure|chaos|disgrace|shambles|waste)
  (getting|starting to get|becoming) (really )?(old|silly|tiresome|impatient|worried about your)
  (no|zero) (excuse|respect|sense of urgency|accountability)
  (a|one|two|three|\\d+)( [^ ]+)? (days?|weeks?|months?|hours?) (of|with|and)( [^ ]+){0,2} (silence|excuses|this)
  (sort it out|get your act together|do your job|wake up|pull yourselves)
  (technician|engineer|courier|driver|fitter|plumber|installer|electrician|repairman|mechanic|man|guy|he|she|no ?one|no ?body|they)( [^ ]+){0,3}? ((did|has|have) not|never|failed to) (show~|turn~|come|came|appear~|arriv~)( up)?( [^ ]+)? (again|either|a second time|once more)
  (took|taken|take|taking|booked|wasted|lost|spent|used( up)?)( [^ ]+)?( (an?|the|another|my|whole|entire|full|half|unpaid))+ (day|morning|afternoon|days?|week|leave)( off|'s? leave)?( (work|from work))? (for (this|nothing|that|you|no reason)|to wait|waiting|again|in vain)
  (stayed|waited|sat|been)( (home|in|at home|around|there|here))+( [^ ]+)?( (all|the (whole|entire)|a (whole|full)))( (day|morning|afternoon|evening|week))
  (yet another|another|second|third)( [^ ]+)? (missed|failed|wasted|broken|no-show) (appointment|visit|delivery|promise|deadline|call ?back|call|date|slot)
  (can not|will not|not going to|do not want to|should not have to)( [^ ]+)? (keep|go on|continue)( on)? (taking|wasting|waiting|explaining|calling|doing|chasing|repeating|asking|like this)
  (do|must|should) (i|we)( (really|seriously|now))*( (have|need) to)? (drive|come|go|fly|walk|do|fix|build|write)( [^ ]+){0,4}? (myself|ourselves)
  why (do|must|should|am|are) (i|we)( (have|need|always|still|expected|supposed)( to)?)* (explain|tell|repeat|say|start|give|go through|answer|send|telling|explaining|repeating|describe|prove)( [^ ]+){0,6}? (every|each|all over|yet again|again and again|over and over|everyone|from scratch)
  for the (last|very last|umpteenth|hundredth) time!
  you are the {nth}( [^ ]+)? (person|agent|one|colleague|engineer|employee|human)( [^ ]+){0,3}? (i|we|to ask|asking|who|that)
  (third|fourth|fifth|sixth|seventh|\\d+th) (day|week|month|time|year) in a row
  (waited|stayed|sat)( (in|home|at home|around))+( [^ ]+)? (from|since|between) \\d
  `,
  words,
);

const notAngry = phrases(
  `
  (not|never|no longer|hardly|without|no)( (really|at all|being|getting|too|so|trying to be|a|very|particularly|meant as))* (angry|annoyed|upset|frustrat~|disappoint~|unhappy|mad|furious|complain~|irritated|fed up|nightmare|terrible|awful|insult)
  (angry|frustrated|upset|unhappy|annoyed|disappointed|furious) (customers?|users?|callers?|clients?|guests?|emoji|face)
  (sorry (if|that i|for (being|my))|no hard feelings|just (kidding|joking))
  (old|poor|bad) (version|image|data|connection|signal|network|file|(image|print|audio|sound|scan|video|picture|line) quality)
  `,
);

/** The sentence, in its plain form, shows annoyance. */
export function isFrustrated(plain: string): boolean {
  return says.test(plain) && !notAngry.test(plain);
}

const aloud =
  /\b(?:AGAIN|NEVER|NOTHING|NOBODY|STILL(?= (?:not?|[a-z]+ing|broken|down|the same|have|has|can)\b))\b/;

/** Loud writing, as it was typed: "!!", "?!", and several words in capitals in a row. */
export function isShouting(sentence: string): boolean {
  if (/!{2,}|\?!|!\?|\?{3,}/.test(sentence)) return true;
  // One word is enough where it tells how often; "do NOT restart" is no more than care.
  if (/[a-z]/.test(sentence) && aloud.test(sentence)) return true;
  const capitals = /(?:\b[A-Z][A-Z'’]+\b[ ,]+){2,}\b[A-Z][A-Z'’]+\b/.exec(sentence)?.[0];
  // Abbreviations come in rows too; a shout has some word longer than those.
  return (
    capitals !== undefined &&
    /\b(?:NOT|NOW|STILL|AGAIN|NEVER|WHY|PLEASE|FIX|THIS|EVERY|NO|ANSWER|HELP|DOWN|WAITING|URGENT|DO|IS|HAVE|STOP|YOUR)\b/.test(
      capitals,
    )
  );
}
