/** English verbs in their forms: what people do to tickets, and how to say it again in another form. */

const irregular = `
be was been|become became become|begin began begun|break broke broken|bring brought brought|build built built|buy bought bought
catch caught caught|choose chose chosen|come came come|cut cut cut|deal dealt dealt|do did done|draw drew drawn|drive drove driven
fall fell fallen|feel felt felt|fight fought fought|find found found|forget forgot forgotten|get got got|give gave given|go went gone
grow grew grown|hang hung hung|have had had|hear heard heard|hide hid hidden|hold held held|hurt hurt hurt|keep kept kept|know knew known
lay laid laid|lead led led|leave left left|let let let|lie lied lied|lose lost lost|make made made|mean meant meant|meet met met
mislead misled misled|misread misread misread|misunderstand misunderstood misunderstood|mishear misheard misheard|misspell misspelt misspelt
oversleep overslept overslept|oversee oversaw overseen|overwrite overwrote overwritten|pay paid paid|put put put|read read read|rewrite rewrote rewritten
ring rang rung|run ran run|say said said|see saw seen|seek sought sought|sell sold sold|oversell oversold oversold|send sent sent|set set set
shoot shot shot|show showed shown|shut shut shut|sit sat sat|sleep slept slept|speak spoke spoken|spend spent spent|split split split
stand stood stood|steal stole stolen|stick stuck stuck|sweep swept swept|take took taken|teach taught taught|tell told told|think thought thought
throw threw thrown|undo undid undone|understand understood understood|wake woke woken|withhold withheld withheld|withdraw withdrew withdrawn|write wrote written
blow blew blown|mistake mistook mistaken|mis-send mis-sent mis-sent|upset upset upset|uphold upheld upheld|bet bet bet|panic panicked panicked|mis-sell mis-sold mis-sold|mislay mislaid mislaid|misspeak misspoke misspoken|overdo overdid overdone|sink sank sunk|swear swore sworn|string strung strung|renege reneged reneged|default defaulted defaulted|undercut undercut undercut|undersell undersold undersold|freak freaked freaked|sell sold sold|reset reset reset|forbid forbade forbidden|bite bit bitten|bend bent bent|dig dug dug|feed fed fed|fling flung flung|fly flew flown|freeze froze frozen|leap leapt leapt|ride rode ridden|sling slung slung|spin spun spun|creep crept crept|shed shed shed|sneak snuck sneaked|cost cost cost|override overrode overridden|foresee foresaw foreseen|shake shook shaken|strike struck struck|win won won|tear tore torn|undertake undertook undertaken|overhear overheard overheard|swing swung swung|cling clung clung`;

const regular = `
abandon accept acknowledge act add address adhere adjust agree alert allow analyse analyze announce answer apologise apologize apply approve archive ask
assign assume attach attend avoid back block blame bother botch bounce bungle bypass calculate call cancel care cause chase check claim clarify cleanup clear
click close communicate complete comply confirm confuse connect consider consult contact convert copy correct coordinate crash create debug decide deliver
delay delete delegate deploy describe destroy detect diagnose disable discard disclose discuss dismiss disregard disrupt divert document double-check downgrade download downplay
duplicate edit email enable engage enter erase escalate examine execute exclude expedite explain expose fail file fill finish fix flag
follow format forward fumble ghost guess handle help hesitate identify ignore implement import include inform inspect install interpret investigate involve
issue jump keep label launch leak listen log look lower mail mark match mention merge message migrate misapply miscalculate miscommunicate misconfigure
misclassify misdiagnose misfile mishandle misinform misinterpret misjudge mislabel mismanage misplace misquote misrepresent misroute miss misspell mistype misuse monitor mute neglect
note notice notify obtain offer open order overlook overpromise overreact override page panic park pass paste perform phone pick ping plan post postpone prepare press
prevent print prioritise prioritize process procrastinate promise proofread propose provide publish pull push question quote raise re-read reach react reassign
recheck recognise recognize record recover refer refuse refund reject release remember remind remove rename reopen repair repeat replace reply report request research resolve respond
restart restore retry return revert review rewire roll rotate route ruin rush sabotage save schedule search secure select share ship shrug sign simulate skip slack smooth
solve sort squander stall start stonewall stop store submit summarise summarize support suspend suppress switch sync tag talk terminate test track train
transfer translate triage trigger trust try turn type underestimate unplug update upgrade upload use validate verify view violate wait walk warn waste watch welcome
wipe withhold work worry wrap yell dodge ease evade shirk swamp pressure manage misname mis-tag mis-set move own change paper gloss swallow treat touch test-drive trace visit hurry fake invent fabricate ask`;

/** Verbs whose last consonant is doubled: "skipped", "tagged". */
const doubling = new Set(
  'cut drop flag hug log mis-tag mislabel jot pin plan plug unplug refer rip set ship skip slip snub spot step stop submit omit commit permit tag trap wrap cancel control travel label transfer shrug chat nag drag lag hem fib flop snap trip flub jam bat fob lob nap nod ram skim stab stun zip'.split(
    ' ',
  ),
);

interface Forms {
  base: string;
  s: string;
  past: string;
  participle: string;
}

const byBase = new Map<string, Forms>();
const bases = new Map<string, string>();

for (const entry of irregular.trim().split(/[|\n]/)) {
  const [base = '', past = '', participle = ''] = entry.split(' ');
  know({ base, s: thirdPerson(base), past, participle });
}
for (const base of [...regular.trim().split(/\s+/), ...doubling]) {
  if (!byBase.has(base)) know(formsOf(base));
}

function formsOf(base: string): Forms {
  return { base, s: thirdPerson(base), past: regularPast(base), participle: regularPast(base) };
}

function know(forms: Forms): void {
  byBase.set(forms.base, forms);
  for (const form of [forms.participle, forms.past, forms.s, forms.base]) bases.set(form, forms.base);
}

function thirdPerson(base: string): string {
  if (base === 'have') return 'has';
  if (/(?:s|x|z|ch|sh|o)$/.test(base)) return `${base}es`;
  return /[^aeiou]y$/.test(base) ? `${base.slice(0, -1)}ies` : `${base}s`;
}

function regularPast(base: string): string {
  if (base.endsWith('e')) return `${base}d`;
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ied`;
  return doubling.has(base) ? `${base}${base.at(-1)}ed` : `${base}ed`;
}

/** "forgotten" → "forget". Of a verb that is not listed, only where its spelling leaves one choice. */
export function baseOf(form: string): string | undefined {
  const known = bases.get(form);
  if (known) return known;
  const hyphen = form.lastIndexOf('-');
  const last = hyphen > 0 ? bases.get(form.slice(hyphen + 1)) : undefined;
  if (last) return form.slice(0, hyphen + 1) + last;
  if (/[^aeiou]ied$/.test(form)) return `${form.slice(0, -3)}y`;
  if (/(?:[^aeiou]at|iz|yz|[^s]is|[nr]c|uc|duc|i[dvsl]|[rlae]v|ag|rg|[^o]us|ur)ed$/.test(form))
    return form.slice(0, -1);
  if (
    /(?:ck|sh|ch|ll|ss|nt|st|rt|ct|pt|lt|rm|rn|lp|mp|nd|ld|rd|sk|ow|ew|ay|oy|ey|ff|xp?|en|er|on)ed$/.test(
      form,
    )
  )
    return form.slice(0, -2);
  return undefined;
}

/** Whether a word can be a verb in the past: "deployed", "sent". */
export function isPast(word: string): boolean {
  if (word === 'bit') return false;
  const base = bases.get(word);
  if (base !== undefined) return byBase.get(base)?.past === word || byBase.get(base)?.participle === word;
  return (
    word.length > 4 &&
    word.endsWith('ed') &&
    !/^(?:need|speed|exceed|proceed|succeed|indeed|red|hundred)$/.test(word)
  );
}

/** "dragging", "letting", "lying". */
export function gerund(base: string): string {
  if (base.endsWith('ie')) return `${base.slice(0, -2)}ying`;
  if (/[^eyo]e$/.test(base)) return `${base.slice(0, -1)}ing`;
  return doubling.has(base) || /^(?:bet|dig|get|hit|let|nap|nod|put|run|shut|sit)$/.test(base)
    ? `${base}${base.at(-1)}ing`
    : `${base}ing`;
}

/** "drop the ball" in one form, its first word inflected. */
export function inflect(phrase: string, form: 'base' | 's' | 'past' | 'participle'): string {
  const [verb = '', ...rest] = phrase.split(' ');
  const forms = byBase.get(verb) ?? formsOf(verb);
  return [forms[form], ...rest].join(' ');
}
