import { Agent, type IncomingMessage, request, type RequestOptions } from 'node:http';
import { text } from 'node:stream/consumers';
import type { Headers } from './product.ts';

/** One call as it is sent. */
export interface Call {
  readonly name: string;
  readonly method: 'GET' | 'POST';
  /** Below `/api`. */
  readonly path: string;
  readonly headers: Headers;
  readonly body?: unknown;
}

/** What came back: the status, or the name of the fault where nothing did. */
export interface Answer {
  readonly status: number | string;
  readonly text: string;
}

/** A connection of one's own that stays open between calls, as a browser's does. */
export interface KeptLine {
  send(call: Call): Promise<Answer>;
  /** Cuts it; calls under way end with a fault. */
  close(): void;
}

/** Calls the program at an address over one connection, opened again when it was cut. */
export function keptLine(url: URL): KeptLine {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const closing = new AbortController();
  return {
    send: (call) =>
      sent(url, { agent, signal: closing.signal }, call).catch((error: unknown) => ({
        status: faultOf(error),
        text: '',
      })),
    close() {
      // Calls that wait for their turn would open the connection again.
      closing.abort();
      agent.destroy();
    },
  };
}

type Line = Required<Pick<RequestOptions, 'agent' | 'signal'>>;

async function sent(url: URL, line: Line, { method, path, headers, body }: Call): Promise<Answer> {
  const content = body === undefined ? '' : JSON.stringify(body);
  const typed = { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(content)) };
  const reply = await new Promise<IncomingMessage>((resolve, reject) => {
    request(new URL(`/api${path}`, url), { ...line, method, headers: { ...headers, ...(content !== '' && typed) } })
      .once('response', resolve)
      .on('error', reject)
      .end(content);
  });
  return { text: await text(reply), status: reply.statusCode ?? 0 };
}

const faultOf = (error: unknown): string => String(Object(error).code ?? error);
