import { assert, constantFrom, integer, nat, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { display, displayCaret, edited, erase, parsePasted, press, rawCaret, valueOf } from './figure-input.ts';

const thin = '\u202f';

/** Types sign after sign at the end, as a thumb on the keypad does. */
const type = (keys: readonly string[], kind: 'money' | 'count' = 'money') =>
  keys.reduce((raw, key) => press(raw, raw.length, raw.length, key, kind)?.raw ?? raw, '');

describe('typed signs', () => {
  it.each([
    [['1', '2', '5', '0', ',', '5', '0'], '1250.50'],
    [['1', '2', '5', '0', '.', '5'], '1250.5'],
    [['1', '00'], '100'],
    [['0', '7'], '7'],
    [[',', '5'], '0.5'],
    [['0', '0'], '0'],
  ])('%j is %s', (keys, raw) => {
    expect(type(keys)).toBe(raw);
  });

  it.each([
    ['a third decimal', ['1', ',', '2', '3', '4'], '1.23'],
    ['a second mark', ['1', ',', '2', ',', '3'], '1.23'],
    ['a sign', ['-', '1'], '1'],
    ['a letter', ['1', 'e', '3'], '13'],
    ['a ninth digit', ['1', '2', '3', '4', '5', '6', '7', '8', '9'], '12345678'],
  ])('%s is refused at the key', (_what, keys, raw) => {
    expect(type(keys)).toBe(raw);
  });

  it('a count takes no mark', () => {
    expect(type(['1', ',', '2'], 'count')).toBe('12');
  });

  it('nothing typed is not zero', () => {
    expect(valueOf('')).toBeNull();
    expect(valueOf('0')).toBe(0);
    expect(valueOf(type(['5', ',']))).toBe(5);
  });
});

describe('pasted text', () => {
  it.each([
    ['1 250,50', '1250.50'],
    [`1${thin}250,50 €`, '1250.50'],
    ['1250.5', '1250.5'],
    ['1.250,50', '1250.50'],
    ['1,250.50', '1250.50'],
    ['1.250', '1250'],
    ['12,345,678', '12345678'],
    ['0012', '12'],
  ])('%s is %s', (text, raw) => {
    expect(parsePasted(text, 'money')).toBe(raw);
  });

  it.each(['-5', '12a', '1,2345', '', 'CA', '1..2', '12.34.5678'])('%s is no amount', (text) => {
    expect(parsePasted(text, 'money')).toBeNull();
  });

  it('a count may be pasted with empty decimals, not with real ones', () => {
    expect(parsePasted('12,00', 'count')).toBe('12');
    expect(parsePasted('12,5', 'count')).toBeNull();
  });
});

describe('what is printed while typing', () => {
  it('follows the language of the reader', () => {
    expect(display('1250.5', 'fr')).toBe(`1${thin}250,5`);
    expect(display('1250.5', 'en')).toBe('1,250.5');
    expect(display('12.', 'fr')).toBe('12,');
    expect(display('', 'fr')).toBe('');
  });

  it('keeps the caret at the same figure, whatever marks are printed between', () => {
    assert(
      property(integer({ min: 0, max: 99_999_999 }), nat(8), constantFrom('fr', 'en'), (value, at, language) => {
        const raw = String(value);
        const caret = Math.min(at, raw.length);
        expect(rawCaret(display(raw, language), displayCaret(raw, caret, language), language)).toBe(caret);
      }),
    );
  });

  it.each([
    ['a digit in the middle', '1250', `1${thin}250`, `1${thin}9250`, 3, '19250'],
    ['a comma at the end', '1250', `1${thin}250`, `1${thin}250,`, 6, '1250.'],
    ['the digit before a group mark, when the mark is erased', '1250', `1${thin}250`, '1250', 1, '250'],
    ['everything, by a paste', '1250', `1${thin}250`, '3 400,10', 8, '3400.10'],
    ['everything, by deletion', '1250', `1${thin}250`, '', 0, ''],
  ])('an edit changes %s', (_what, raw, before, after, caret, expected) => {
    expect(edited({ raw, before, after, caret, kind: 'money', language: 'fr' })?.raw).toBe(expected);
  });

  it('an English comma typed after a grouped number is a decimal mark', () => {
    const edit = { raw: '1250', before: '1,250', after: '1,250,', caret: 6, kind: 'money', language: 'en' } as const;
    expect(edited(edit)?.raw).toBe('1250.');
  });

  it('a letter typed by a physical keyboard changes nothing', () => {
    const edit = { raw: '12', before: '12', after: '12x', caret: 3, kind: 'money', language: 'fr' } as const;
    expect(edited(edit)).toBeNull();
  });
});

it('erasing takes the sign before the caret, or the selection', () => {
  expect(erase('1250', 4, 4)).toEqual({ raw: '125', caret: 3 });
  expect(erase('1250.5', 0, 6)).toEqual({ raw: '', caret: 0 });
  expect(erase('', 0, 0)).toEqual({ raw: '', caret: 0 });
});
