import { expect, it } from 'vitest';
import { circuit } from './circuit.ts';

function broken(failures: number) {
  const clock = { now: 0 };
  const door = circuit(() => clock.now);
  for (let time = 0; time < failures; time += 1) {
    expect(door.enter()).toBe(true);
    door.failed();
  }
  return { clock, door };
}

it('opens at the fifth failure within a minute', () => {
  expect(broken(4).door.isOpen()).toBe(false);
  expect(broken(5).door.isOpen()).toBe(true);
});

it('forgets failures of more than a minute ago', () => {
  const { clock, door } = broken(4);
  clock.now = 60_000;
  door.failed();
  expect(door.isOpen()).toBe(false);
});

it('lets one trial through after five minutes, and rests again when it fails', () => {
  const { clock, door } = broken(5);
  clock.now = 299_999;
  expect(door.enter()).toBe(false);
  clock.now = 300_000;
  expect([door.enter(), door.enter()]).toEqual([true, false]);
  door.failed();
  expect(door.isOpen()).toBe(true);
  clock.now = 600_000;
  expect(door.enter()).toBe(true);
  door.succeeded();
  expect([door.enter(), door.enter()]).toEqual([true, true]);
});
