import { useEffect, useState } from 'react';
import { allowSite, isAllowed } from '../../lib/platform/permissions';
import { Button } from '../ui/Button';
import { Section } from '../ui/Section';

/** After the first pull: "always on this site", asked from a click, for this host only. */
export function AllowSite({ url }: { url: string }) {
  const [state, setState] = useState<'unknown' | 'ask' | 'allowed' | 'refused'>('unknown');
  useEffect(() => {
    void isAllowed(url).then((allowed) => setState(allowed ? 'allowed' : 'ask'));
  }, [url]);
  if (state === 'unknown' || state === 'allowed') return null;
  const host = new URL(url).hostname;
  return (
    <Section title={`Always on ${host}?`}>
      <p className="soft">
        {state === 'refused'
          ? 'Not allowed. Debrief goes on asking for a click on its icon each time.'
          : 'Then the panel follows you from ticket to ticket there without a click on the icon. The browser asks once, for this site only.'}
      </p>
      <p style={{ marginTop: 8 }}>
        <Button onClick={() => void allowSite(url).then((yes) => setState(yes ? 'allowed' : 'refused'))}>
          Always allow {host}
        </Button>
      </p>
    </Section>
  );
}
