import type { contract } from '@retail-performer/domain/contract';
import type { Answer } from '../../lib/endpoint.ts';

/** One mail of a development installation. */
export type Mail = Answer<typeof contract.mail.listDevMails>['items'][number];
