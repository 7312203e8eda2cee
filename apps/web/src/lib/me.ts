import type { contract } from '@retail-performer/domain/contract';
import type { Answer } from './endpoint.ts';

/** The signed-in person as the server tells it. */
export type Me = Answer<typeof contract.auth.me>;

/** The four roles of people. */
export type Role = Me['role'];
