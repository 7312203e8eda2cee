import { Trans, useLingui } from '@lingui/react/macro';
import { ApiProblem } from '../lib/problem.ts';
import { problemText, type ProblemTexts } from '../lib/problem-text.ts';
import { Button } from './button.tsx';
import { Notice } from './notice.tsx';

interface ErrorBlockProps {
  readonly problem: unknown;
  readonly texts?: ProblemTexts;
  readonly onRetry?: () => void;
}

/** What failed, in place; the rest of the page stays. */
export function ErrorBlock({ problem, texts, onRetry }: ErrorBlockProps) {
  const { i18n } = useLingui();
  // Only a failure of ours is worth a reference; a refusal explains itself.
  const request = problem instanceof ApiProblem && problem.status >= 500 ? problem.request_id : null;
  const offline = problem instanceof ApiProblem && problem.code === 'NETWORK';
  return (
    <Notice
      tone="bad"
      role="alert"
      icon={offline ? 'offline' : 'alert'}
      action={
        onRetry && (
          <Button icon="retry" onClick={onRetry}>
            <Trans>Réessayer</Trans>
          </Button>
        )
      }
    >
      <p>{problemText(problem, i18n._.bind(i18n), texts)}</p>
      {request && (
        <p className="text-small text-ink-2">
          <Trans>Référence pour le support :</Trans> <code className="break-all">{request}</code>
        </p>
      )}
    </Notice>
  );
}
