import * as admin from '@retail-performer/domain/admin';
import * as auth from '@retail-performer/domain/auth';
import * as billing from '@retail-performer/domain/billing';
import * as calendar from '@retail-performer/domain/calendar';
import * as coaching from '@retail-performer/domain/coaching';
import { contract } from '@retail-performer/domain/contract';
import * as demo from '@retail-performer/domain/demo';
import * as exports from '@retail-performer/domain/exports';
import * as integrations from '@retail-performer/domain/integrations';
import * as kernel from '@retail-performer/domain/kernel';
import * as kpis from '@retail-performer/domain/kpis';
import * as mail from '@retail-performer/domain/mail';
import * as onboarding from '@retail-performer/domain/onboarding';
import * as people from '@retail-performer/domain/people';
import * as stores from '@retail-performer/domain/stores';
import { z } from 'zod';
import type { Described } from './core/openapi/document.ts';
import { version } from './version.ts';

const slices = [
  kernel,
  calendar,
  stores,
  people,
  auth,
  mail,
  kpis,
  billing,
  onboarding,
  coaching,
  integrations,
  exports,
  admin,
  demo,
];

/** Everything that the documentation of the interface is made from. */
export const documentation: Described = {
  version,
  contract,
  // Objects only: a text or a number says more where it is used.
  models: Object.fromEntries(
    exported(slices).filter((entry): entry is [string, z.ZodObject] => entry[1] instanceof z.ZodObject),
  ),
  refusals: Object.assign({}, ...exported(slices).flatMap(([name, value]) => (name.endsWith('Errors') ? [value] : []))),
};

function exported(modules: readonly object[]): readonly (readonly [string, unknown])[] {
  return modules.flatMap((module) => Object.entries(module));
}
