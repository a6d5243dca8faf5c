import { errorCodes } from 'fastify';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { AskedRequest, Wire } from '../../exchange/wire.ts';
import { formMembers } from './form-members.ts';
import { tooLarge } from '../body/incoming-pieces.ts';
import { readForm, type ReadForm } from './read-form.ts';

/** OpenAI's longest file (its API reference, "Files", 2026-11), and what a form has around it. */
export const MOST_UPLOAD_BYTES = (512 + 1) * 1024 * 1024;

/** A form that is about to come. */
export interface FormArrival {
  readonly headers: IncomingHttpHeaders;
  readonly input: IncomingMessage;
  /** The model, where the path names it. */
  readonly model: string | undefined;
}

/** A request that came as a form; whoever takes it closes the form behind the answer. */
export interface AskedByForm {
  readonly asked: AskedRequest;
  readonly form: ReadForm;
}

/**
 * Reads a form as far as it takes to know what is asked. Throws a 413 before anything is read where it announces more
 * than `mostBytes`, a 415 where it is no form, and a 400 that names the member.
 */
export async function askByForm(
  wire: Wire,
  { headers, input, model }: FormArrival,
  limits: { readonly mostBytes: number; readonly spoolFolder: string },
): Promise<AskedByForm> {
  const contentType = headers['content-type'] ?? '';
  if (!/^multipart\/form-data\s*;/i.test(contentType)) {
    throw new errorCodes.FST_ERR_CTP_INVALID_MEDIA_TYPE(contentType);
  }
  if (Number(headers['content-length']) > limits.mostBytes) throw tooLarge(limits.mostBytes);
  const form = await readForm(input, { contentType, model, ...limits });
  try {
    const members = formMembers(form.fields);
    return { asked: wire.read({ ...members, ...(model !== undefined && { model }), form }), form };
  } catch (error) {
    await form.close();
    throw error;
  }
}
