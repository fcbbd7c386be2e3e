import { useEffect, useState } from 'react';
import { Button } from './Button';
import type { IconName } from './Icon';

interface CopyButtonProps {
  label: string;
  /** Does the copying, straight from the click; resolves to whether it worked. */
  onCopy: () => Promise<boolean>;
  variant?: 'plain' | 'primary' | 'small' | 'quiet';
  icon?: IconName;
  disabled?: boolean;
}

const SHOWN_MS = 2_500;

/** Says whether the copy was made, to the eye and to a screen reader. */
export function CopyButton({ label, onCopy, variant = 'plain', icon = 'copy', disabled }: CopyButtonProps) {
  const [said, setSaid] = useState<'copied' | 'refused'>();
  useEffect(() => {
    if (!said) return;
    const timer = setTimeout(() => setSaid(undefined), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [said]);
  return (
    <Button
      variant={variant}
      icon={icon}
      disabled={disabled}
      onClick={() => void onCopy().then((done) => setSaid(done ? 'copied' : 'refused'))}
    >
      {said === undefined ? label : said === 'copied' ? 'Copied' : 'Copy was refused'}
      <span className="hidden-text" role="status">
        {said === 'copied' ? 'Copied to the clipboard' : said === 'refused' ? 'Nothing was copied' : ''}
      </span>
    </Button>
  );
}
