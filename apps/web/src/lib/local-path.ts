/** Only an address of this application may follow a sign-in: one slash, then something that is no host. */
export const localPath = (next: unknown): string | undefined =>
  typeof next === 'string' && /^\/(?![/\\])/.test(next) ? next : undefined;
