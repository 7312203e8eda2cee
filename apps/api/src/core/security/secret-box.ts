import { createCipheriv, createDecipheriv } from 'node:crypto';
import type { System } from '../system.ts';
import { keyFor } from './keys.ts';

/** Keeps short secrets unreadable at rest (AES-256-GCM); `place` ties one to its row, so that none can be moved. */
export function secretBox(secret: string, purpose: string, system: System) {
  const key = keyFor(secret, purpose);
  return {
    seal(text: string, place: string): string {
      const iv = system.random(12);
      const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(place));
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url');
    },

    /** The secret again; null when it was sealed with another key, or for another place. */
    open(sealed: string, place: string): string | null {
      const bytes = Buffer.from(sealed, 'base64url');
      try {
        const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12), { authTagLength: 16 })
          .setAAD(Buffer.from(place))
          .setAuthTag(bytes.subarray(12, 28));
        return decipher.update(bytes.subarray(28), undefined, 'utf8') + decipher.final('utf8');
      } catch {
        return null;
      }
    },
  };
}
export type SecretBox = ReturnType<typeof secretBox>;
