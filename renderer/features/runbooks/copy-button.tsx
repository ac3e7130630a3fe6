import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { withoutMarks } from '../../../shared/runbooks/redact.ts';
import { announce } from '../../state/announce.ts';
import { showToast } from '../../state/toast-store.ts';
import { IconButton } from '../../ui/icon-button.tsx';

const SHOWN_FOR = 2000;

/** Copies a text byte for byte as it stands in the runbook, marks for redaction left out, and shows for two seconds that it did. */
export function CopyButton({ text, what }: { readonly text: () => string; readonly what: string }) {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), SHOWN_FOR);
    return () => clearTimeout(timer);
  }, [copied]);
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
      hint={copied ? 'Copied' : 'Copy'}
      icon={copied ? <Check size={14} aria-hidden /> : <Copy size={14} aria-hidden />}
      onPress={() => void copy()}
    />
  );
}
