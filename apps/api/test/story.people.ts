import { goodPassword, textAt } from './accounts.ts';
import type { Reply, TestApp } from './test-app.ts';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Someone of the story, who calls with the tokens of sessions of his own. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  ask(method: Method, path: string, body?: object): Promise<Reply>;
  /** Reads what must be there. */
  read(path: string): Promise<unknown>;
  /** Does what must succeed. */
  does(method: Method, path: string, body?: object): Promise<Reply>;
  /** Reads a file. */
  file(path: string): Promise<Buffer>;
}

const program = { 'x-client': 'api' };
/** A token is good for a quarter of an hour. */
const freshMs = 600_000;

/** Someone who was just answered with a first token: by registration or by invitation. */
export function personOf(api: TestApp, joined: Reply): Person {
  const [id, name, email] = [textAt(joined, 'user.id'), textAt(joined, 'user.name'), textAt(joined, 'user.email')];
  let token = textAt(joined, 'token');
  let refresh: string | null = null;
  let since = api.system.now().getTime();

  /** A token of now: at first of a sign-in that is remembered, then renewed. */
  async function current(): Promise<string> {
    const now = api.system.now().getTime();
    if (now < since + freshMs) return token;
    const reply =
      refresh === null
        ? await api.post(null, '/auth/login', { email, password: goodPassword, remember: true }, program)
        : await api.post(null, '/auth/refresh', { refresh_token: refresh }, program);
    token = textAt(reply, 'token');
    refresh = textAt(reply, 'refresh_token');
    since = now;
    return token;
  }

  const inject = async (method: Method, path: string, payload?: object) =>
    api.app.inject({
      method,
      url: `/api${path}`,
      headers: { authorization: `Bearer ${await current()}` },
      ...(payload && { payload }),
    });
  async function ask(method: Method, path: string, body?: object): Promise<Reply> {
    const { statusCode: status, body: text, headers } = await inject(method, path, body);
    const json: unknown = text === '' ? null : JSON.parse(text);
    return { status, json, headers };
  }
  async function does(method: Method, path: string, body?: object): Promise<Reply> {
    const reply = await ask(method, path, body);
    if (reply.status !== 200)
      throw new Error(`${name} ${method} ${path}: ${reply.status} ${JSON.stringify(reply.json)}`);
    return reply;
  }

  return {
    id,
    name,
    email,
    ask,
    does,
    read: async (path) => (await does('GET', path)).json,
    async file(path) {
      const { statusCode, rawPayload } = await inject('GET', path);
      if (statusCode !== 200) throw new Error(`${name} ${path}: ${statusCode} ${rawPayload.toString()}`);
      return rawPayload;
    },
  };
}
