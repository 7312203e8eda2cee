import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Button, type Look } from './button.tsx';

interface CopyButtonProps {
  readonly text: string;
  readonly label?: string;
  readonly look?: Look;
}

/** Puts a text on the clipboard and says so; a browser that refuses says that too. */
export function CopyButton({ text, label, look = 'ghost' }: CopyButtonProps) {
  const { t } = useLingui();
  const [state, setState] = useState<'idle' | 'copied' | 'refused'>('idle');
  const copy = () => {
    navigator.clipboard.writeText(text).then(
      () => setState('copied'),
      () => setState('refused'),
    );
  };
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      <Button look={look} icon={state === 'copied' ? 'check' : 'copy'} onClick={copy}>
        {state === 'copied' ? t`Copié` : (label ?? t`Copier`)}
      </Button>
      <span role="status" className="text-small text-ink-2">
        {state === 'refused' && t`Le navigateur refuse la copie : sélectionner le texte.`}
      </span>
    </span>
  );
}
