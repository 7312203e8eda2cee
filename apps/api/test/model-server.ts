import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

/** How the stand-in answers one request: a status, a text of the model, or the wait that never ends. */
export type ModelAnswer =
  | { readonly content: string }
  | { readonly status: number; readonly message?: string }
  | 'hang'
  | ((request: ModelRequest) => { readonly content: string });

/** What was sent to the stand-in. */
export interface ModelRequest {
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: { readonly messages: readonly { readonly role: string; readonly content: string }[] } & Readonly<
    Record<string, unknown>
  >;
}

/** A server on this machine that speaks the vendor's protocol; the last answer repeats. */
export interface ModelServer {
  readonly url: string;
  readonly requests: readonly ModelRequest[];
  answer(...answers: readonly ModelAnswer[]): void;
  close(): Promise<void>;
}

/** Starts the stand-in on a free port of 127.0.0.1. */
export async function modelServer(...first: readonly ModelAnswer[]): Promise<ModelServer> {
  const requests: ModelRequest[] = [];
  let answers = first;
  const reply = async (request: IncomingMessage, response: ServerResponse) => {
    const sent: ModelRequest = {
      path: request.url ?? '',
      authorization: request.headers.authorization,
      body: JSON.parse(await bodyOf(request)),
    };
    requests.push(sent);
    const [now, ...later] = answers;
    if (later.length > 0) answers = later;
    if (now === undefined || now === 'hang') return;
    // The client would otherwise wait between its retries as it does in production.
    response.setHeader('retry-after-ms', '1').setHeader('content-type', 'application/json');
    if (typeof now === 'object' && 'status' in now) {
      response.statusCode = now.status;
      response.end(JSON.stringify({ error: { message: now.message ?? 'no', type: 'error', code: null } }));
      return;
    }
    response.end(JSON.stringify(completion(typeof now === 'function' ? now(sent).content : now.content)));
  };
  const server = createServer((request, response) => void reply(request, response));
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/v1`,
    requests,
    answer: (...next) => {
      answers = next;
    },
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}

const completion = (content: string) => ({
  id: 'chatcmpl-1',
  object: 'chat.completion',
  created: 1,
  model: 'stand-in',
  choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content, refusal: null } }],
  usage: { prompt_tokens: 100, completion_tokens: 20, total_tokens: 120 },
});
