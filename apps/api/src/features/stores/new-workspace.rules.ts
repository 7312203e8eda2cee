import { lowered, type Locale } from '@retail-performer/domain/kernel';
import type { WorkspaceRow } from '@retail-performer/domain/stores';

/** What a new workspace is made from. */
export interface WorkspaceStart {
  readonly id: string;
  readonly name: string;
  readonly gerant_id: string;
  readonly locale: Locale;
  readonly trial: Pick<WorkspaceRow, 'trial_start' | 'trial_end'>;
  readonly now: Date;
  readonly timezone?: string;
}

/** A workspace as it begins: active, in French time, without subscription. */
export function newWorkspace(start: WorkspaceStart): WorkspaceRow {
  const { id, name, gerant_id, locale, trial, now, timezone = 'Europe/Paris' } = start;
  return {
    id,
    name,
    name_lc: lowered(name),
    gerant_id,
    status: 'active',
    ...trial,
    current_subscription_id: null,
    had_subscription: false,
    billing_conflict: false,
    seat_rev: 0,
    timezone,
    locale,
    currency: 'EUR',
    settings: { ranking_enabled: false },
    is_demo: false,
    demo_expires_at: null,
    deleted_at: null,
    rev: 1,
    created_at: now.toISOString(),
    updated_at: now.toISOString(),
  };
}

/** What a company is called whose owner did not say: by him, within the length of a name. */
export const unnamedCompany = (owner: string): string => Array.from(`Espace de ${owner}`).slice(0, 120).join('');
