import { expect, it } from 'vitest';
import { localPath } from './local-path.ts';

it.each(['/me/today', '/store/1/day/today?p=week', '/'])('%s is a page of the application', (next) => {
  expect(localPath(next)).toBe(next);
});

it.each(['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)', '', 12, undefined])(
  '%s leads nowhere after a sign-in',
  (next) => {
    expect(localPath(next)).toBeUndefined();
  },
);
