import { hkdfSync } from 'node:crypto';

/** The key of one purpose, so that no two purposes share one although an installation has a single secret. */
export const keyFor = (secret: string, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, '', `retail-performer:${purpose}`, 32));
