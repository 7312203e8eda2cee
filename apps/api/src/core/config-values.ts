import { z } from 'zod';

/** The variables of the process. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** A whole number within bounds, written in digits. */
export const whole = (min: number, max: number, otherwise: number) =>
  z.coerce.number('expected a whole number').pipe(z.int().min(min).max(max)).default(otherwise);

/** `1`, `true`, `on` or `yes`, and their opposites. */
export const onOff = (otherwise: boolean) => z.stringbool({ error: 'expected on or off' }).default(otherwise);

/** At least 32 bytes that nobody can guess. */
export const secret = z
  .string('is required')
  .refine((text) => Buffer.byteLength(text) >= 32, 'needs at least 32 bytes: openssl rand -base64 48')
  .refine((text) => new Set(text).size >= 10, 'repeats too few characters: openssl rand -base64 48');

const isOrigin = (text: string): boolean => URL.canParse(text) && new URL(text).origin === text;

/** Exact origins, such as `https://shop.example`, separated by commas. */
export const origins = z
  .string()
  .transform((text) =>
    text
      .split(',')
      .map((each) => each.trim())
      .filter((each) => each !== ''),
  )
  .pipe(z.array(z.string().refine(isOrigin, 'expected origins such as https://app.example, never *')))
  .default([]);

/** How many proxies stand in front, or their addresses and networks separated by commas. */
export const proxies = z
  .string()
  .regex(/^(\d{1,2}|[0-9a-fA-F.:/, ]+|loopback)$/, 'expected a number of proxies, or their addresses')
  .transform((text) => (/^\d+$/.test(text) ? Number(text) : text));

/** An absolute web address without a slash at its end. */
export const webAddress = z
  .url({ protocol: /^https?$/, error: 'expected an absolute http(s) address' })
  .transform((text) => text.replace(/\/+$/, ''));
