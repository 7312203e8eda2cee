import { billingErrors } from '@retail-performer/domain/billing';
import { AppError } from '@retail-performer/domain/kernel';
import type { Space } from './actor.ts';

/** Refuses a write in a space that may only be read, with the reason of that space. */
export function requireWritable({ read_only, block_code }: Space): void {
  if (read_only) throw new AppError(billingErrors, block_code ?? 'SUBSCRIPTION_INACTIVE');
}
