import { compose, type Outside } from './compose.ts';

/**
 * Makes the administrator whom the settings name where there is none yet, and tells so; later starts change nothing.
 * A password that is easy to guess stops the start.
 */
export async function firstAdmin(outside: Outside): Promise<readonly string[]> {
  const { DEFAULT_ADMIN_EMAIL: email, DEFAULT_ADMIN_PASSWORD: password, DEFAULT_ADMIN_NAME: name } = outside.config;
  if (email === undefined || password === undefined) return [];
  const trace = { request_id: outside.system.newId(), ip_prefix: null };
  const made = await compose(outside).admins.ensureFirst({ email, password, name }, trace);
  return made ? ['The first administrator was made from DEFAULT_ADMIN_EMAIL'] : [];
}
