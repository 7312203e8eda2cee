import { z } from 'zod';
import { Me } from '../auth/me.model.ts';
import { Id, Instant, Locale } from '../kernel/index.ts';

/** As whom one looks around. */
export const DemoRole = z.enum(['gerant', 'manager', 'seller']);
export type DemoRole = z.output<typeof DemoRole>;

/** How someone enters a demonstration. */
export const DemoInput = z.object({ role: DemoRole, locale: Locale.optional() });
export type DemoInput = z.output<typeof DemoInput>;

/** As whom to go on, and in which store of the same demonstration. */
export const DemoSwitch = z.object({ role: DemoRole, store_id: Id.optional() });
export type DemoSwitch = z.output<typeof DemoSwitch>;

/** What a visitor may look at, and until when unless he goes on. */
export const DemoTour = z.object({
  expires_at: Instant,
  people: z.array(z.object({ role: DemoRole, name: z.string(), store_name: z.string().nullable() })),
  stores: z.array(z.object({ id: Id, name: z.string() })),
});
export type DemoTour = z.output<typeof DemoTour>;

/** A visitor who has become someone of his demonstration; its token needs no other, for it ends with the visit. */
export const DemoVisit = z.object({
  token: z.string(),
  /** Seconds for which the access token is valid. */
  expires_in: z.int(),
  refresh_token: z.null(),
  user: Me,
  demo: DemoTour,
});
export type DemoVisit = z.output<typeof DemoVisit>;
