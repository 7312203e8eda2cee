import { addDays } from '@retail-performer/domain/days';
import * as demo from './support/demo.ts';
import { inEach, test } from './support/journey.ts';
import { checkPage } from './support/page-checks.ts';
import { englishDesk, frenchPhone } from './support/places.ts';

const everybody = ['/account/profile', '/more', '/help'];

const pages = {
  nobody: [
    '/login',
    '/signup',
    '/forgot-password',
    '/invite#some-token',
    '/invite',
    '/reset-password#some-token',
    '/reset-password',
    '/status',
    '/dev/mails',
    '/403',
    '/404',
  ],
  seller: ['/me/today', '/me/entry/today', '/me/history', '/me/entry/2026-02-30', '/network', ...everybody],
  manager: ['/store/:store/day/today', '/store/:store/day/:earlier', '/store/:store/team'],
  owner: [
    '/network',
    '/network/stores',
    '/network/stores/new',
    '/network/people/invite',
    '/network/integrations',
    '/network/integrations/keys/new',
    '/network/billing',
    '/welcome',
    '/store/:store/day/today',
    ...everybody,
  ],
  administrator: ['/admin', '/admin/workspaces'],
} as const;

const earlier = addDays(new Date().toISOString().slice(0, 10), -3);

inEach([frenchPhone, englishDesk], ({ language }) => {
  for (const role of ['nobody', 'seller', 'manager', 'owner', 'administrator'] as const) {
    test(`everybody can use the pages of ${role}`, async ({ page, request }) => {
      test.slow();
      if (role !== 'nobody') await demo.visit(page, demo.people[role], language);
      const store = await demo.storeId(request);
      for (const path of pages[role]) {
        await test.step(path, async () => {
          await page.goto(path.replace(':store', store).replace(':earlier', earlier));
          await checkPage(page, language);
        });
      }
    });
  }
});
