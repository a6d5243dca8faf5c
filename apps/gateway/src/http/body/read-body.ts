import type { IncomingMessage } from 'node:http';
import { errorCodes } from 'fastify';

/** Images travel inside requests as base64. */
export const BODY_LIMIT = 32 * 1024 * 1024;

/** Throws a 415 unless the body is announced as JSON. */
export function checkMediaType({ 'content-type': type = '' }: IncomingMessage['headers']): void {
  if (type === 'application/json') return;
  const [essence = ''] = type.split(';', 1);
  if (essence.trim().toLowerCase() !== 'application/json') throw new errorCodes.FST_ERR_CTP_INVALID_MEDIA_TYPE(type);
}

/** A request's whole body. Rejects with what Fastify would refuse it with, so that both are answered alike. */
export function readBody(request: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    if (Number(request.headers['content-length']) > BODY_LIMIT) {
      reject(new errorCodes.FST_ERR_CTP_BODY_TOO_LARGE());
      return;
    }
    const parts: Buffer[] = [];
    let size = 0;
    request.on('data', (part: Buffer) => {
      size += part.length;
      if (size <= BODY_LIMIT) parts.push(part);
      else reject(new errorCodes.FST_ERR_CTP_BODY_TOO_LARGE());
    });
    request.on('end', () => {
      const [first] = parts;
      resolve(first && parts.length === 1 ? first : Buffer.concat(parts, size));
    });
    request.on('error', reject);
  });
}
