import { expect, it } from 'vitest';
import { DuplicateKeyError } from '../collection.ts';
import { Notes, type Opened, People, type Person, person, Sales } from './sample.contract.ts';

/** What becomes of single documents. */
export function documentsContract(database: Opened): void {
  it('gives back what was stored: booleans, nulls and JSON included', async () => {
    const people = database().of(People);
    const lea = person('lea', { active: false, settings: { days: [1, 2] }, name_lc: 'léa 🙂 o’neil' });
    await people.insert([lea, person('tom')]);
    expect(await people.get('lea')).toEqual(lea);
    expect(await people.get('tom')).toEqual(person('tom'));
    expect(await people.get('nobody')).toBeNull();
    expect(Object.getPrototypeOf(await people.get('lea'))).toBe(Object.prototype);
  });

  it('reads no more than the fields that are selected', async () => {
    const people = database().of(People);
    await people.insert([person('slim', { active: false, settings: { days: [3] } })]);
    expect(await people.find({ id: 'slim' }, { select: ['email', 'active', 'settings'] })).toEqual([
      { email: 'slim@shop.fr', active: false, settings: { days: [3] } },
    ]);
    expect(await people.find({ email: 'slim@shop.fr' }, { select: ['id'] })).toEqual([{ id: 'slim' }]);
  });

  it('refuses a taken key and names its fields', async () => {
    const people = database().of(People);
    await people.insert([person('ana', { till_code: 'A1' })]);
    const taken = (more: Partial<Person>) => people.insert([person('eve', more)]).catch((error: unknown) => error);
    expect(await taken({ email: 'ana@shop.fr' })).toMatchObject({ keys: ['email'] });
    expect(await taken({ till_code: 'A1' })).toMatchObject({ keys: ['till_code'] });
    expect(await taken({ id: 'ana' })).toBeInstanceOf(DuplicateKeyError);
    await people.insert([person('eve')]);
    const changed = people.update({ id: 'eve' }, { set: { till_code: 'A1' } });
    await expect(changed).rejects.toMatchObject({ name: 'DuplicateKeyError', keys: ['till_code'] });
  });

  it('never changes an id, and stores nothing that lacks a field', async () => {
    const changed = database()
      .of(Sales)
      .update({ id: '1' }, { set: { id: '4', amount: 0 } });
    await expect(changed).rejects.toThrow('sales.id never changes');
    // As data from outside could be, past the compiler.
    const nothing: Partial<Person> = JSON.parse('{"email":null}');
    const people = database().of(People);
    await expect(people.insert([person('hole', nothing)])).rejects.toThrow('people.email is missing');
    await expect(people.update({ id: 'tom' }, { set: nothing })).rejects.toThrow('people.email is missing');
    expect(await people.get('tom')).toEqual(person('tom'));
  });

  it('says what it is, and that it is alive', async () => {
    expect(['sqlite', 'mongodb']).toContain(database().engine);
    expect(database().transactional).toBe(true);
    await expect(database().check()).resolves.toBeUndefined();
  });

  it('changes nothing in a collection that only grows, and removes from it by a purge alone', async () => {
    const notes = database().of(Notes);
    const note = { id: 'n1', kind: 'first', number: 1 };
    await notes.insert([note]);
    const attempts = [
      () => notes.update({ id: 'n1' }, { set: { number: 2 } }),
      () => notes.upsert([{ ...note, number: 2 }], { on: ['kind'] }),
      () => notes.increment(note, { on: ['id'], add: ['number'] }),
      () => notes.remove({ id: 'n1' }),
      () => database().transaction((tx) => tx.of(Notes).remove({ id: 'n1' })),
    ];
    for (const attempt of attempts) await expect(attempt()).rejects.toThrow('notes only grows');
    expect(await notes.find({})).toEqual([note]);
    expect(await notes.purge({ id: 'n1' })).toBe(1);
    expect(await notes.find({})).toEqual([]);
  });
}
