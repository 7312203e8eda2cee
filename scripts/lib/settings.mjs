import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './run.mjs';

/** What a clone on somebody's machine runs with: nothing has to be set, and whatever is set wins. */
export const localSettings = () => (given('APP_ENV') ? {} : { APP_ENV: 'development' });

/** Whether a setting is made, in the environment or in `.env`. */
export function given(name) {
  if (process.env[name]) return true;
  const file = join(root, '.env');
  return existsSync(file) && new RegExp(`^\\s*(export\\s+)?${name}\\s*=\\s*\\S`, 'm').test(readFileSync(file, 'utf8'));
}
