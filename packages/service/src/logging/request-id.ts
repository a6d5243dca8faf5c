import { randomUUID } from 'node:crypto';

/** Long enough for UUIDs, ULIDs and trace ids; nothing that could break a log line, a header or a file name. */
const sane = /^[\w.:=+-]{1,128}$/;

/** The caller's request id when it is sane, else a new one. */
export function requestId(header: string | string[] | undefined): string {
  return typeof header === 'string' && sane.test(header) ? header : `req_${randomUUID().replaceAll('-', '')}`;
}
