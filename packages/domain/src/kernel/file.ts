import { z } from 'zod';

/** The kinds of files that are answered. */
export const mediaTypes = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** A file as it is answered: part by part, so that it is never in memory as a whole. */
export interface FileAnswer {
  /** As people will find it among theirs, with its ending. */
  readonly name: string;
  readonly media_type: string;
  readonly parts: AsyncIterable<string | Uint8Array>;
}

/** The reply of an endpoint whose `reply_type` is `file`. */
export const FileReply = z.custom<FileAnswer>();
