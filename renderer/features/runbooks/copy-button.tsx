import { Check, Copy, Link } from 'lucide-react';
import { useEffect, useState } from 'react';
import { withoutMarks } from '../../../shared/runbooks/redact.ts';
import { announce } from '../../state/announce.ts';
import { showToast } from '../../state/toast-store.ts';
import { IconButton } from '../../ui/icon-button.tsx';

const SHOWN_FOR = 2000;

interface Props {
  readonly text: () => string;
  /** What is copied: the name of the button. */
  readonly what: string;
  readonly icon?: 'copy' | 'link';
}

/** Copies a text byte for byte as it stands in the runbook, marks for redaction left out, and shows for two seconds that it did. */
export function CopyButton({ text, what, icon = 'copy' }: Props) {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), SHOWN_FOR);
    return () => clearTimeout(timer);
  }, [copied]);
  const Sign = icon === 'link' ? Link : Copy;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(withoutMarks(text()));
      setCopied(true);
      announce(`Copied ${what}`);
    } catch {
      showToast({
        text: 'Not copied: the system gave no clipboard. Select the text to copy it.',
        tone: 'error',
      });
    }
  };
  return (
    <IconButton
      className="runbook-copy"
      label={`Copy ${what}`}
      hint={copied ? 'Copied' : icon === 'link' ? 'Copy link' : 'Copy'}
      icon={copied ? <Check size={14} aria-hidden /> : <Sign size={14} aria-hidden />}
      onPress={() => void copy()}
    />
  );
}
