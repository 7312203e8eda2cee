import { Trans } from '@lingui/react/macro';
import { useFormat } from '../../lib/use-format.ts';
import { Button } from '../../ui/button.tsx';
import type { Draft } from './entry-draft.ts';

interface OlderDraftProps {
  readonly draft: Draft;
  readonly onTake: () => void;
  readonly onDrop: () => void;
}

/** Figures typed here before the entry changed elsewhere: offered, not imposed. */
export function OlderDraft({ draft, onTake, onDrop }: OlderDraftProps) {
  const { time } = useFormat();
  return (
    <div className="flex flex-wrap items-center gap-2 bg-info-tint px-4 py-2">
      <p className="flex-1 basis-48">
        <Trans>Un brouillon de {time(draft.saved_at)} n’a pas été envoyé.</Trans>
      </p>
      <Button onClick={onTake}>
        <Trans>Le reprendre</Trans>
      </Button>
      <Button look="quiet" onClick={onDrop}>
        <Trans>Le jeter</Trans>
      </Button>
    </div>
  );
}
