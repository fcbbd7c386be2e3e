/** The rules that read for wording: fetched when the first field that needs them stands, for the panel starts without. */
import { useEffect, useState } from 'react';

async function fetchRules() {
  const [{ findBlame, openEndOf }, { findVague }, { dayFrom }] = await Promise.all([
    import('../../lib/language/blame'),
    import('../../lib/language/vague'),
    import('../../lib/language/relative-day'),
  ]);
  return { findBlame, openEndOf, findVague, dayFrom };
}

type Language = Awaited<ReturnType<typeof fetchRules>>;

let fetched: Language | undefined;

/** Undefined until they are here; the fields work without. */
export function useLanguage(): Language | undefined {
  const [language, setLanguage] = useState(fetched);
  useEffect(() => {
    if (language) return;
    let gone = false;
    void fetchRules().then((rules) => {
      fetched = rules;
      if (!gone) setLanguage(rules);
    });
    return () => {
      gone = true;
    };
  }, [language]);
  return language;
}

const PAUSE_MS = 400;

/** The text once nobody has typed for a moment: half a sentence is not judged. */
export function useSettled<Value>(text: Value): Value {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    if (text === settled) return;
    const timer = setTimeout(() => setSettled(() => text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, settled]);
  return settled;
}
