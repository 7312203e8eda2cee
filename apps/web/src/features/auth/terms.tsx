import { Trans } from '@lingui/react/macro';

/** The version of the conditions that a sign-up accepts. */
export const termsVersion = '2026-01';

/** What joining means, said once above the press. */
export const Terms = () => (
  <p className="text-small text-ink-2">
    <Trans>En continuant, vous acceptez les conditions d’utilisation du service.</Trans>
  </p>
);
