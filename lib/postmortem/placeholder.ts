const placeholders =
  /^(?:t\.?b\.?[acd]\.?|to ?do|to be (?:added|confirmed|decided|determined|done|written|filled in)|n\/?a|not applicable|none|nothing(?: yet)?|later|coming soon|wip|work in progress|pending|fill (?:this |me )?in.*|(?:write|add|insert|enter|type) (?:something|text|here|it|this).*|your text.*|placeholder|lorem ipsum.*|foo|bar|test(?:ing)?|asdf\w*|qwert\w*|blah(?: blah)*|some text|text|xxx+|abc)$/i;

/** Whether a field holds words that only keep its place: no document is further on for them. */
export function isPlaceholder(text: string): boolean {
  const words = text
    .replace(/[[\](){}<>*_"'“”‘’]/g, '')
    .replace(/\s+/g, ' ')
    .replace(/[\s.…!?:;,–-]+$/, '')
    .trim();
  return !/[\p{L}\p{N}]/u.test(words) || placeholders.test(words);
}
