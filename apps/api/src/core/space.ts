import { billingErrors } from '@retail-performer/domain/billing';
import { demoErrors } from '@retail-performer/domain/demo';
import { AppError } from '@retail-performer/domain/kernel';
import type { Space, UserActor } from './actor.ts';

/** Refuses a write in a space that may only be read, with the reason of that space. */
export function requireWritable({ read_only, block_code }: Space): void {
  if (read_only) throw new AppError(billingErrors, block_code ?? 'SUBSCRIPTION_INACTIVE');
}

/** Refuses in a demonstration what has effects outside of it, or would outlive it. */
export function requireNotDemo({ is_demo }: Pick<UserActor, 'is_demo'>): void {
  if (is_demo) throw new AppError(demoErrors, 'DEMO_NOT_AVAILABLE');
}
