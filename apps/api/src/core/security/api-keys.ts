import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { System } from '../system.ts';

const start = 'rpk_live_';
const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const bodyLength = 30;
const checksumLength = 6;
const shape = new RegExp(`^${start}[0-9A-Za-z]{${bodyLength + checksumLength}}$`);

/** A new secret: `rpk_live_`, 30 characters that nobody can guess, and 6 that betray a typing error. */
export function newApiKey(system: Pick<System, 'random'>): string {
  const body = randomDigits(system, bodyLength);
  return `${start}${body}${checksumOf(body)}`;
}

/** Tells a key from a typing error or any other text, without looking for it. */
export function isApiKey(secret: string): boolean {
  if (!shape.test(secret)) return false;
  const body = secret.slice(start.length, -checksumLength);
  return secret.endsWith(checksumOf(body));
}

/** What is stored of a key; its 178 bits of chance need no salt. */
export const apiKeyHash = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** The first 15 characters, by which people tell their keys apart. */
export const apiKeyPrefix = (secret: string): string => secret.slice(0, 15);

/** The CRC-32 (IEEE) of a text in base 62, six characters. */
function checksumOf(body: string): string {
  let rest = crc32(body);
  let text = '';
  while (text.length < checksumLength) {
    text = digits.charAt(rest % digits.length) + text;
    rest = Math.floor(rest / digits.length);
  }
  return text;
}

function randomDigits(system: Pick<System, 'random'>, length: number): string {
  // Bytes beyond the last multiple of 62 would make the first digits likelier than the others.
  const fair = 256 - (256 % digits.length);
  let text = '';
  while (text.length < length) {
    for (const byte of system.random(length * 2)) {
      if (byte < fair && text.length < length) text += digits.charAt(byte % digits.length);
    }
  }
  return text;
}
