import { hash } from 'node:crypto';

/** The version of what is shown: another one as soon as anything in it differs, the moment of the answer apart. */
export function versionOf({ as_of: _, ...shown }: { readonly as_of: string }): string {
  return hash('sha1', JSON.stringify(shown), 'base64url');
}
