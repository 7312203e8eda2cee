import { Trans } from '@lingui/react/macro';

/** The place of something that is coming, with its final height; invisible for the first 300 ms. */
export const Skeleton = ({ className }: { readonly className: string }) => (
  <div aria-hidden="true" className={`animate-appear rounded-m bg-surface-2 ${className}`} />
);

/** Says once, to those who do not see the grey shapes, that something is coming. */
export const Loading = ({ children }: { readonly children?: React.ReactNode }) => (
  <div role="status" aria-live="polite">
    <span className="sr-only">
      <Trans>Chargement…</Trans>
    </span>
    {children}
  </div>
);
