import { errorCodes } from 'fastify';
import type { ReadUpload } from '../../resources/files/file-uploads.ts';
import type { Gateway } from '../../serving/gateway.ts';
import { tooLarge } from '../body/incoming-pieces.ts';
import { MOST_UPLOAD_BYTES } from './ask-by-form.ts';
import { readForm } from './read-form.ts';

/** Reads forms of Fastify's routes no faster than they are taken. Rejects with a 413 or a 415. */
export function uploadsOf(gateway: Gateway): ReadUpload {
  return async ({ raw, headers }, { isKnown, tellingFields }) => {
    const contentType = headers['content-type'] ?? '';
    if (!/^multipart\/form-data\s*;/i.test(contentType))
      throw new errorCodes.FST_ERR_CTP_INVALID_MEDIA_TYPE(contentType);
    const { demands } = gateway.current.admission;
    const mostBytes = Math.min(demands?.mostBytes ?? Infinity, MOST_UPLOAD_BYTES);
    if (Number(headers['content-length']) > mostBytes) throw tooLarge(mostBytes);
    const model = isKnown ? '' : undefined;
    return readForm(raw, { contentType, mostBytes, spoolFolder: gateway.spoolFolder, model, tellingFields });
  };
}
