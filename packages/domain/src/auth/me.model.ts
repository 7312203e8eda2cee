import { z } from 'zod';
import { Entitlement } from '../billing/entitlement.model.ts';
import { Day } from '../kernel/index.ts';
import { User } from '../people/user.model.ts';

/** What this installation offers to this person. */
export const Features = z.object({
  billing: z.enum(['on', 'off']),
  ai: z.enum(['model', 'rules']),
  mail: z.enum(['on', 'off']),
  demo: z.boolean(),
  ranking: z.boolean(),
});
export type Features = z.output<typeof Features>;

/** The signed-in person, with what the first screen needs. */
export const Me = User.extend({
  workspace: z.object({ id: z.string(), name: z.string(), timezone: z.string() }).nullable(),
  entitlement: Entitlement.nullable(),
  store_name: z.string().nullable(),
  /** The business day of the primary store; of the workspace for its owner. */
  store_today: Day.nullable(),
  manager_name: z.string().nullable(),
  is_demo: z.boolean(),
  features: Features,
});
export type Me = z.output<typeof Me>;
