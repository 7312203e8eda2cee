import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { AppError, kernelErrors } from '@retail-performer/domain/kernel';
import { problemOf } from './problem.ts';

interface Failing {
  readonly code?: string;
}

/** Answers what never became a request: bytes that are not HTTP, or headers that took too long. */
export function answerClientError({ code }: Failing, socket: Socket, request_id: string): void {
  if (code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const slow = code === 'ERR_HTTP_REQUEST_TIMEOUT';
  const problem = problemOf(new AppError(kernelErrors, slow ? 'REQUEST_TIMEOUT' : 'BAD_REQUEST'), 'fr', request_id);
  const body = JSON.stringify(problem.body);
  const head = [
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}`,
    'Content-Type: application/problem+json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Content-Language: fr',
    'Cache-Control: no-store',
    'X-Content-Type-Options: nosniff',
    `X-Request-Id: ${request_id}`,
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}
