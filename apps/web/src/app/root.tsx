import { I18nProvider } from '@lingui/react';
import { QueryClientProvider } from '@tanstack/react-query';
import { Outlet, useRouterState } from '@tanstack/react-router';
import { queryClient } from '../lib/client.ts';
import { i18n } from '../lib/i18n.ts';

/** What surrounds every page: language, data, and the line that shows a page is coming. */
export const Root = () => (
  <I18nProvider i18n={i18n}>
    <QueryClientProvider client={queryClient}>
      <Travel />
      <Outlet />
    </QueryClientProvider>
  </I18nProvider>
);

function Travel() {
  const travelling = useRouterState({ select: (state) => state.status === 'pending' });
  return travelling ? <div aria-hidden="true" className="travel" /> : null;
}
