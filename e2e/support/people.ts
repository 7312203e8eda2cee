import { type APIRequestContext, expect, type Page } from '@playwright/test';
import { textIn } from './figures.ts';
import type { Language } from './words.ts';

/** Somebody who can sign in. */
export interface Person {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

/** A chain of one store with an owner, a manager and a seller, of which nothing is known yet. */
export interface Chain {
  readonly company: string;
  readonly owner: Person;
  readonly manager: Person;
  readonly seller: Person;
  readonly store: { readonly id: string; readonly name: string };
}

/** The password of everybody who is made here. */
export const password = 'une phrase assez longue';

let made = 0;

/** An address that nobody else has. */
export function freshEmail(who: string): string {
  made += 1;
  return `${who}-${process.pid}-${Date.now().toString(36)}-${made}@journeys.example`;
}

const headers = { 'X-Requested-With': 'web' };

/** Founds a chain as its people do, by the calls that the pages make. */
export async function foundChain(request: APIRequestContext, locale: Language): Promise<Chain> {
  const company = `Maison ${process.pid}-${(made += 1)}`;
  const owner = { name: 'Odile Garnier', email: freshEmail('odile'), password };
  const token = textIn(await post(request, '/api/auth/register', { ...owner, company_name: company, locale }), 'token');
  const as = { ...headers, Authorization: `Bearer ${token}` };
  const name = 'Nantes Graslin';
  const store_id = textIn(await post(request, '/api/stores', { name, location: 'Nantes' }, as), 'id');
  const hire = async (who: string, role: 'manager' | 'seller'): Promise<Person> => {
    const person = { name: who, email: freshEmail(role), password };
    const place = { name: who, role, store_id, channel: 'link', email: null, manager_id: null };
    const link = textIn(await post(request, '/api/gerant/invitations', place, as), 'invitation_url');
    const invitation_token = new URL(link).hash.slice(1);
    await post(request, '/api/auth/register/invitation', { ...person, invitation_token, locale });
    return person;
  };
  const manager = await hire('Sonia Merle', 'manager');
  const seller = await hire('Lina Costa', 'seller');
  return { company, owner, manager, seller, store: { id: store_id, name } };
}

/** Signs somebody in without the form, which has a journey of its own: the next page knows him. Resolves to a token. */
export async function enter(page: Page, { email, password: secret }: Pick<Person, 'email' | 'password'>) {
  return textIn(await post(page.request, '/api/auth/login', { email, password: secret }), 'token');
}

/** Makes a call as a page would, and resolves to its answer; a refusal is an error of the journey. */
export async function post(
  request: APIRequestContext,
  path: string,
  data: object,
  more: Record<string, string> = headers,
): Promise<unknown> {
  const response = await request.post(path, { data, headers: more });
  expect(response.status(), `${path}: ${await response.text()}`).toBeLessThan(300);
  const answer: unknown = await response.json();
  return answer;
}
