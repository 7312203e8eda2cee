import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { engines } from '../test/engines.ts';
import { fixedSystem } from '../test/test-app.ts';
import { compose, migrate, type Outside } from './compose.ts';
import { readConfig } from './core/config.ts';
import type { Database } from './core/database/collection.ts';
import { Users } from './features/people/user.repository.ts';
import { firstAdmin } from './first-admin.ts';

const password = 'quatre poires mûres';
const device = {
  ip: '127.0.0.1',
  ip_prefix: null,
  request_id: 'r',
  user_agent: null,
  locale: 'fr',
  client: 'web',
} as const;

describe.each(engines)('The first administrator ($name)', (engine) => {
  let database: Database;
  beforeEach(async () => {
    database = await engine.open();
  });
  afterEach(() => database.close());

  async function starting(variables: Readonly<Record<string, string>>): Promise<Outside> {
    const outside = { database, system: fixedSystem(), config: readConfig({ APP_ENV: 'test', ...variables }) };
    await migrate(outside);
    return outside;
  }
  const named = {
    DEFAULT_ADMIN_EMAIL: 'Boss@Shop.example',
    DEFAULT_ADMIN_PASSWORD: password,
    DEFAULT_ADMIN_NAME: 'Alix',
  };
  const admins = () => database.of(Users).find({ role: 'super_admin' });

  it('is made at start from the settings, and can sign in', async () => {
    const outside = await starting(named);
    expect(await firstAdmin(outside)).toHaveLength(1);
    const { login } = compose(outside).accounts;
    const body = { email: 'boss@shop.example', password, remember: false };
    expect(await login.login(body, device)).toMatchObject({ user: { role: 'super_admin', name: 'Alix' } });
  });

  it('is not made again, nor changed, by later starts', async () => {
    await firstAdmin(await starting(named));
    const before = await admins();
    const other = { ...named, DEFAULT_ADMIN_EMAIL: 'other@shop.example', DEFAULT_ADMIN_PASSWORD: 'weak' };
    expect(await firstAdmin(await starting(other))).toEqual([]);
    expect(await admins()).toEqual(before);
  });

  it('is one, when several processes start together', async () => {
    const outside = await starting(named);
    await Promise.all([firstAdmin(outside), firstAdmin(outside), firstAdmin(outside)]);
    expect(await admins()).toHaveLength(1);
  });

  it.each([
    ['short', 'PASSWORD_TOO_SHORT'],
    ['qwertyuiop', 'PASSWORD_TOO_COMMON'],
    ['boss@shop.example', 'PASSWORD_TOO_COMMON'],
  ])('is refused with the password %s, and so is the start', async (weak, code) => {
    const outside = await starting({ ...named, DEFAULT_ADMIN_PASSWORD: weak });
    await expect(firstAdmin(outside)).rejects.toThrow(`DEFAULT_ADMIN_PASSWORD: ${code}`);
    expect(await admins()).toEqual([]);
  });

  it('is nobody when nobody is named', async () => {
    expect(await firstAdmin(await starting({}))).toEqual([]);
    expect(await admins()).toEqual([]);
  });

  it('may be made by an operator too, and chooses the password by a link', async () => {
    const outside = await starting({});
    const { admins: accounts, accounts: services } = compose(outside);
    const trace = { request_id: 'r', ip_prefix: null };
    await accounts.create({ email: 'boss@shop.example', name: 'Alix' }, trace);
    const again = accounts.create({ email: 'Boss@shop.example', name: 'Alix' }, trace);
    await expect(again).rejects.toMatchObject({ code: 'EMAIL_IN_USE' });
    const token = await services.forgot.issueToken('boss@shop.example', trace);
    await services.reset.reset(token ?? '', password, device);
    const body = { email: 'boss@shop.example', password, remember: false };
    expect(await services.login.login(body, device)).toMatchObject({ user: { role: 'super_admin' } });
    expect(await services.forgot.issueToken('nobody@shop.example', trace)).toBeNull();
  });
});
