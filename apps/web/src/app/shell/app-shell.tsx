import { Trans } from '@lingui/react/macro';
import { Outlet, useLocation, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useMe, useSession } from '../../lib/use-session.ts';
import { Banne } from '../../ui/banne.tsx';
import { BannerLine } from './banner-line.tsx';
import { Nav } from './nav.tsx';
import { SessionSheet } from './session-sheet.tsx';
import { TopBar } from './top-bar.tsx';

/** The frame of every page behind the sign-in; it closes the moment nobody is signed in any more. */
export function AppShell() {
  const gone = !('me' in useSession());
  const router = useRouter();
  useEffect(() => {
    if (gone) void router.invalidate();
  }, [gone, router]);
  return gone ? null : <Frame />;
}

/** Awning, place, one banner line, the page, navigation. */
function Frame() {
  const me = useMe();
  const path = useLocation({ select: (location) => location.pathname });
  const storeId = /^\/store\/([^/]+)/.exec(path)?.[1] ?? me.store_id;
  // On a phone the entry of the day has the whole screen to itself.
  const bare = path.startsWith('/me/entry');
  return (
    <div className={`shell ${bare ? 'shell-bare' : ''}`}>
      <a
        href="#main"
        className="text-label absolute top-2 left-2 z-50 -translate-y-20 rounded-m bg-brand px-4 py-2 text-on-brand focus:translate-y-0"
      >
        <Trans>Aller au contenu</Trans>
      </a>
      <div className="shell-top">
        <Banne store={storeId === null ? null : { id: storeId }} className="sticky top-0 z-10" />
        <TopBar
          place={<p className="text-label truncate">{me.store_name ?? me.workspace?.name ?? 'Retail Performer'}</p>}
        />
        <BannerLine />
      </div>
      <main
        id="main"
        tabIndex={-1}
        className={`mx-auto max-w-[1280px] outline-none sm:px-5 sm:pt-2 sm:pb-10 xl:px-7 xl:pt-4 ${bare ? '' : 'max-sm:px-4 max-sm:pt-2 max-sm:pb-10'}`}
      >
        <Outlet />
      </main>
      <Nav />
      <SessionSheet />
    </div>
  );
}
