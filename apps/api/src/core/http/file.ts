import { Readable } from 'node:stream';
import type { FileAnswer } from '@retail-performer/domain/kernel';
import type { FastifyReply } from 'fastify';

/** Answers with a file, part by part as the caller takes it. */
export function sendFile(reply: FastifyReply, answer: unknown): FastifyReply {
  // The contract has tied the endpoint to handlers that answer with files.
  const { name, media_type, parts } = answer as FileAnswer;
  return reply.type(media_type).header('content-disposition', attachment(name)).send(Readable.from(parts));
}

/** The header that names a file to be kept, in letters that any program reads and in its own (RFC 6266). */
export function attachment(name: string): string {
  const safe = name.replaceAll(/[\\/:*?"<>|\p{Cc}\s]+/gu, ' ').trim();
  const plain = safe
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^\x20-\x7E]+/g, '-');
  const exact = encodeURIComponent(safe.toWellFormed()).replaceAll(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${exact}`;
}
