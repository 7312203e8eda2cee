import type { Locale } from '@retail-performer/domain/kernel';
import type { Trace } from '../../core/actor.ts';

/** What is known of the program that signs in. */
export interface Device extends Trace {
  readonly ip: string;
  readonly user_agent: string | null;
  /** The language of the answer. */
  readonly locale: Locale;
  readonly client: 'web' | 'api';
}
