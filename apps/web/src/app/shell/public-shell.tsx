import { Trans } from '@lingui/react/macro';
import { Outlet } from '@tanstack/react-router';
import { useLingui } from '@lingui/react';
import { Logo } from '../../ui/logo.tsx';
import { chooseLanguage } from '../texts.ts';

/** The frame of the pages before the sign-in: the painted front on a desk, the awning on a phone. */
export function PublicShell() {
  const { i18n } = useLingui();
  const other = i18n.locale === 'fr' ? 'en' : 'fr';
  return (
    <div className="min-h-dvh lg:grid lg:grid-cols-[minmax(0,5fr)_minmax(0,7fr)]">
      <aside className="relative flex flex-col bg-front text-on-front max-lg:hidden">
        <div aria-hidden="true" className="banne-large" />
        <div className="flex flex-1 flex-col justify-end gap-5 px-14 pb-20">
          <p className="font-display text-[48px]/[54px] font-semibold tracking-[-0.02em] text-balance">
            <Trans>La journée de chaque magasin, en clair.</Trans>
          </p>
          <p className="max-w-[40ch] text-[18px]/[28px] text-on-front-2">
            <Trans>
              Les vendeurs saisissent en quelques secondes, les managers suivent la journée, le gérant voit tout son
              réseau.
            </Trans>
          </p>
        </div>
      </aside>
      <div className="flex min-h-dvh flex-col">
        <div aria-hidden="true" className="banne banne-0 lg:hidden" />
        <header className="flex items-center justify-between gap-4 px-4 pt-5 sm:px-8 lg:px-14 lg:pt-8">
          <Logo className="max-lg:*:first:hidden" />
          <button
            type="button"
            lang={other}
            onClick={() => void chooseLanguage(other)}
            className="text-small-strong min-h-11 rounded-m px-3 text-brand hover:bg-brand-tint"
          >
            {other === 'en' ? 'English' : 'Français'}
          </button>
        </header>
        <main id="main" className="flex flex-1 flex-col px-4 pt-8 pb-12 sm:items-center sm:justify-center lg:px-14">
          <div className="w-full sm:max-w-[26rem]">
            <Outlet />
          </div>
        </main>
      </div>
    </div>
  );
}
