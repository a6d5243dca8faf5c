import { randomBytes } from 'node:crypto';

/** Long enough for UUIDs, ULIDs and trace ids; nothing that could break a log line, a header or a file name. */
const sane = /^[\w.:=+-]{1,128}$/;

/** Tells this process's ids from all others'; what follows it is a count, because an id must be unique, not secret. */
const processPart = `req_${randomBytes(10).toString('hex')}`;
const COUNT_DIGITS = 12;
let count = 0;

/** The caller's request id when it is sane, else a new one. */
export function requestId(header: string | string[] | undefined): string {
  if (typeof header === 'string' && sane.test(header)) return header;
  return processPart + (count++).toString(16).padStart(COUNT_DIGITS, '0');
}
