/** People as the subject of what went wrong: forgot to, ignored, did not read, sent the wrong one, closed too early. */
import { type Hit, restOfClause } from './hit';
import type { Found } from './people';
import type { Sentence } from './sentences';
import { blamed, fallen, hit, isUs, opened } from './subject-verb';
import { duties } from './undone';
import { baseOf, inflect } from './verbs';

const alternatives = (verbs: string, ...forms: ('base' | 's' | 'past' | 'participle')[]) =>
  [
    ...new Set(
      verbs
        .trim()
        .split(/\s*\|\s*|\n/)
        .flatMap((verb) => forms.map((form) => inflect(verb, form))),
    ),
  ]
    .sort((a, b) => b.length - a.length)
    .join('|');

/** Only people do these, so that a subject we do not know is taken for a person. */
const humanOnly =
  'forget|neglect|overlook|botch|bungle|mess up|screw up|muck up|slack off|procrastinate|panic|lie|mishandle|misread|misunderstand|mistype|disregard|brush off|shrug off|drop the ball';
const spoiling = `ignore|miss|skip|dismiss|bypass|break|crash|ruin|wipe|wreck|sabotage|lose track of|lose sight of|sit on|take down|bring down|knock over|fumble|blow|downplay|abandon|
underestimate|ghost|stonewall|waste|stall|misjudge|misinterpret|miscommunicate|misroute|misconfigure|misdiagnose|misplace|mislabel|misclassify|miscalculate|misquote|misinform|
mislead|mismanage|misfile|mistake|mix up|confuse|overreact|overpromise|oversell|trash|squander|violate|breach|withhold|conceal|sweep|gloss over|drag|blindside|
fob off|palm off|dump|offload|bounce|ping-pong|circumvent|disobey|deviate from|fudge|wing it|dither|deflect|hoard|blow off|rubber-stamp|half-ass|phone it in|backpedal|play dumb|pass off|contravene|misapply|misdirect|miss out|forgo|let slide|slack|sleep through|oversleep|talk over|cut off|hang up on|copy-paste|abuse|aggravate|alienate|antagonize|badger|bend the rules|betray|blunder|bully|cave in|butcher|nuke|bork|brick|hose|torch|maul|scupper|cripple|corrupt|garble|jumble|scramble|destroy|pollute|clobber|coast|compromise|contradict|deceive|
defy|derail|desert|discourage|disrespect|distort|doze off|duck|exaggerate|fabricate|fake|falsify|flout|freak out|gamble|grumble|hamper|hinder|hog|impede|infuriate|interfere|irritate|jeopardise|jeopardize|
lash out|loaf|loiter|mangle|meddle|micromanage|mislay|misspeak|mis-sell|muddle|nag|nod off|obstruct|offend|overcharge|overcomplicate|overestimate|overstate|overstep|pester|pigeonhole|provoke|quarrel|
railroad|rebuff|renege|ridicule|scapegoat|scoff|scold|second-guess|shelve|shortchange|shun|sidestep|sideline|skimp|slow-walk|sneak|soft-pedal|spam|spoil|strand|stray|string along|stumble|sugarcoat|
sulk|swear|thwart|torpedo|trample|trivialise|trivialize|tune out|undercut|undermine|vanish|waffle|water down|whine|whitewash|zone out|overdo|default on|go rogue|improvise|second guess|misremember|miscount|misspell|
mis-click|misclick|miskey|overwhelm the|confront|trick|pressure|force|corner|intimidate|mis-send|mis-tag|leak|unplug|fat-finger|evade|shirk|dodge|snub|rush|cause|botch up|foul up|trip up|fall asleep|let slip|screw over|guess|tamper with|fiddle with|lose|slip up|err|goof|flub|whiff|cut corners|jump the gun|point fingers|pass the buck|drop it`;
const undone = 'forget|fail|neglect|omit|refuse|hesitate';

/** "screwed this up": the verb and its particle apart. */
const apartUp = /\b(screw|mess|muck|foul|botch|fuck|bugger|cock)(?:ed|s) (?:\w+ ){1,4}?up\b/g;
const chosen =
  /\b(?:chose|decided|preferred|opted|elected|managed|tried|chooses|decides|prefers) (?:to (?:ignore|skip|bypass|dismiss|override|overrule|disregard|hide|break|lose|delete|blame|cover|pass|shift|wait|sit|look away|keep quiet|do nothing|annoy|mess|ruin|upset|confuse|close|leave|go home)|not to (?:\w+ly )?([a-z]+))\b/g;
const toDo = new RegExp(`\\b(${alternatives(undone, 'past', 's', 'participle')})\\s+to\\s+(?=[a-z])`, 'g');
const spoilt = new RegExp(
  `\\b(${alternatives(`${humanOnly}|${spoiling}`, 'past', 's', 'participle')}|mis-?(?!s)[a-z]{3,14}ed|(?:keeps?|kept) (?:on )?(?:ignoring|missing|forgetting|skipping|insisting|arguing|denying|claiming|blaming|changing|breaking|making excuses|dodging|delaying|postponing|closing|bouncing|dumping|overlooking|pushing|promising))\\b`,
  'g',
);
const onlyHumans = new RegExp(`^(?:${alternatives(humanOnly, 'past', 's', 'participle')})$`);
/** What "we" may say of ourselves as a plain fact. */
const plainOfUs =
  /^(?:miss|los|skip|broke|caus|underestim|misjudg|break|guess|rush|confus|mist|drop it|bypass|wast|breach|violat|stall)/;
const failing =
  /\b(failed|fails)(?=\s*(?:$|[.,;!])|\s+(?:at|in|on|us|again|here|badly|completely|miserably|the customer|the client|her|his|their|its)\b)/g;
/** A guess is what one does without a better way, unless a better way is named. */
const guessing = /\b(?:instead|just|simply|blindly|wildly|merely)\b/;

/** The first words of all these verbs: most sentences have none of them, and need not be searched. */
const firstWords = new Set(
  [undone, humanOnly, spoiling, 'keep']
    .flatMap((verbs) => alternatives(verbs, 'past', 's', 'participle').split('|'))
    .map((form) => form.split(' ')[0] ?? ''),
);

export function wrongDeeds(sentence: Sentence, earlier: Sentence | undefined): Hit[] {
  const hits: Hit[] = [];
  if (
    !sentence.words.some(
      ({ low }) => low.startsWith('mis') || firstWords.has(low) || firstWords.has(low.replace('mis-', 'mis')),
    )
  )
    return chosenDeeds(sentence, earlier);
  for (const match of sentence.low.matchAll(toDo)) {
    const at = sentence.start + match.index;
    const verb = match[1] ?? '';
    const isForgotten = verb.startsWith('forg');
    const subject = blamed(sentence, at, earlier, /^(?:forg|neglect)/.test(verb));
    if (!subject) continue;
    const words = isForgotten ? 'it was left to memory to' : 'no check caught the missing step to';
    hits.push(hit(sentence, subject, at, at + match[0].trimEnd().length, words));
  }
  for (const match of sentence.low.matchAll(spoilt)) {
    const at = sentence.start + match.index;
    const verb = match[1] ?? '';
    if (
      /^forg/.test(verb) &&
      /^\s+(?:to|password|your|nothing|no one)\b/.test(sentence.low.slice(match.index + verb.length))
    )
      continue;
    if (harmless.test(sentence.low.slice(match.index))) continue;
    if (/^guess/.test(verb) && !guessing.test(sentence.low)) continue;
    const subject = blamed(sentence, at, earlier, onlyHumans.test(verb));
    if (!subject || (isUs(sentence, subject) && plainOfUs.test(verb))) continue;
    hits.push(spoiltHit(sentence, subject, at, verb));
  }
  for (const match of sentence.low.matchAll(apartUp)) {
    const at = sentence.start + match.index;
    const subject = blamed(sentence, at, earlier, true);
    if (subject) hits.push(fallen(sentence, subject, at, at + match[0].length));
  }
  for (const match of sentence.low.matchAll(failing)) {
    const at = sentence.start + match.index;
    const subject = blamed(sentence, at, earlier, false);
    if (!subject || isUs(sentence, subject)) continue;
    hits.push(fallen(sentence, subject, at, at + match[0].length));
  }
  return [...hits, ...chosenDeeds(sentence, earlier)];
}

/** "chose to ignore it", "decided not to tell them" */
function chosenDeeds(sentence: Sentence, earlier: Sentence | undefined): Hit[] {
  const hits: Hit[] = [];
  for (const match of sentence.low.matchAll(chosen)) {
    const at = sentence.start + match.index;
    const base = match[1] === undefined ? undefined : baseOf(match[1]);
    if (match[1] !== undefined && !(base && duties.has(base))) continue;
    if (
      /to (?:wait|close|leave|shift|pass|delete|hide|skip|break)$/.test(match[0]) &&
      !/^(?:managed|tried)/.test(match[0])
    )
      continue;
    if (/^(?:managed|tried) to (?:wait|close|leave|pass|shift|skip|override)$/.test(match[0])) continue;
    const subject = blamed(sentence, at, earlier, false);
    if (!subject || isUs(sentence, subject)) continue;
    const words = base
      ? `it was possible not to ${base}`
      : `it was possible to ${match[0].replace(/^\w+ to /, '')}`;
    hits.push(hit(sentence, subject, at, at + match[0].length, words));
  }
  return hits;
}

/** The same words about something nobody is blamed for. */
const harmless =
  /^(?:lost|missed|missing|breaks?|broke|broken|dropped|drops)\s+(?:(?:two|three|four|\d+|a few|a|her|his|the|their)\s+)?(?:days?|weeks?|power|train|flight|bus|plane|lunch|meeting|connection|connectivity|access|news|customers?|down|even|silence)\b|^missed (?:its|their|the|our|a) (?:\S+ ){0,4}(?:targets?|slas?|slos?|goals?)\b|^caused?\s+by\b|^(?:missed|lost)\s+by\b|^(?:lies|lied) (?:in|with|behind)\b/;

function spoiltHit(sentence: Sentence, subject: Found, at: number, verb: string): Hit {
  const end = at + verb.length;
  const rest = restOfClause(sentence, end);
  if (
    /^(?:drop|slip|cut|jump|point|pass|fall|fell|slack|procrast|panic|err|goof|lie|lied|blew|blow|guess)/.test(
      verb,
    ) ||
    rest === '' ||
    /^(?:up|off|it)$/.test(rest)
  )
    return fallen(sentence, subject, at, end);
  if (/^caus/.test(verb)) return opened(sentence, subject, at, end);
  if (/^forg/.test(verb))
    return hit(
      sentence,
      subject,
      at,
      end,
      'it was left to memory to think of',
      /^(?:about|of)\s+/.exec(rest)?.[0].length ?? 0,
    );
  const [first = '', ...more] = verb.split(' ');
  if (/^(?:keeps?|kept)$/.test(first))
    return hit(sentence, subject, at, end, `it was possible to keep ${more.join(' ')}`);
  const base = baseOf(first);
  return hit(sentence, subject, at, end, base && `it was possible to ${[base, ...more].join(' ')}`);
}
