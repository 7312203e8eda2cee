import { expect, it } from 'vitest';
import { TimeZone } from './text.ts';

it.each(['Europe/Paris', 'America/Port-au-Prince', 'Etc/GMT+5', 'UTC', 'EST5EDT', 'GMT0', 'GMT-0', 'NZ-CHAT'])(
  '%s is a time zone',
  (name) => expect(TimeZone.safeParse(name).success).toBe(true),
);

it.each(['', 'Mars/Olympus', '+01:00', '-0500', 'UTC+1', 'Europe/', '/Paris', 'Europe//Paris', 'Europe/Paris '])(
  '“%s” is none',
  (name) => expect(TimeZone.safeParse(name).error?.issues[0]?.message).toBe('INVALID_TIME_ZONE'),
);
