import { createHash } from 'node:crypto';
import type { FileToKeep, VendorShelf } from '@showrunner/providers';
import type { UploadedFile, UploadedForm } from '../../exchange/asked/uploaded-form.ts';
import { badRequest } from '../../failure/gateway-error.ts';
import { isMapping, parseMapping, type Mapping } from '../../json/mapping.ts';
import type { Keeper } from '../at-vendors/keeper.ts';
import type { ErrandUpload } from '../at-vendors/run-errand.ts';
import { linesOf } from './lines-of.ts';

/** A file on its way to a vendor whose wire for files is its own. */
export interface OutgoingFile {
  readonly file: FileToKeep;
  readonly upload: ErrandUpload;
}

/**
 * The file of a form as the vendor gets it: requests of a batch in the vendor's form, line by line, all else as it is. It
 * is gone through once to be measured. Rejects with a 400 that names the line that is no request.
 */
export async function fileToKeep(
  form: UploadedForm,
  { shelf, purpose }: { readonly shelf: VendorShelf; readonly purpose: string },
  keeper: Keeper,
): Promise<OutgoingFile> {
  const uploaded = await form.whole();
  if (!uploaded) throw badRequest('file is missing', 'file');
  const { requestOf } = shelf;
  const isBatch = purpose === 'batch' && requestOf !== undefined;
  const models: string[] = [];
  const open = isBatch
    ? () => rewritten(uploaded, async (line) => requestOf(asAsked(line, keeper, models), keeper))
    : () => uploaded.open();
  const measured = await measure(open());
  const { fileName, mediaType } = uploaded;
  return {
    file: { fileName, mediaType, purpose, ...measured, model: isBatch ? models[0] : undefined },
    upload: {
      bytes: { length: measured.length, open },
      form: (fields) => form.outgoing({ fields: Object.entries(fields), onward: () => undefined }),
    },
  };
}

/** A line's request as it is asked of the vendor: what callers name is a group of this gateway, where one was named. */
function asAsked(line: Mapping, keeper: Keeper, models: string[]): Mapping {
  const body = isMapping(line.body) ? line.body : undefined;
  if (!body) throw badRequest('body must be an object', 'file');
  const model = keeper.model ?? (typeof body.model === 'string' ? body.model : undefined);
  if (model === undefined || model === '') throw badRequest('body.model is missing', 'file');
  if (models.length === 0) models.push(model);
  if (model !== models[0]) throw badRequest(`a batch asks one model, and this line asks "${model}"`, 'file');
  return { ...line, body: { ...body, model } };
}

async function* rewritten(file: UploadedFile, rewrite: (line: Mapping) => Promise<Mapping>): AsyncGenerator<Buffer> {
  let count = 0;
  for await (const bytes of linesOf(file.open())) {
    count++;
    const line = parseMapping(withoutMark(bytes.toString()));
    if (!line) throw badRequest(`Line ${count} of the file is no JSON object`, 'file');
    const written = await rewrite(line).catch((error: unknown) => {
      const message = `Line ${count} of the file cannot be asked: ${error instanceof Error ? error.message : String(error)}`;
      throw badRequest(message, 'file');
    });
    yield Buffer.from(`${JSON.stringify(written)}\n`);
  }
  if (count === 0) throw badRequest('The file has no requests', 'file');
}

function withoutMark(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}

async function measure(pieces: AsyncIterable<Buffer>): Promise<{ readonly length: number; readonly sha256: string }> {
  const hash = createHash('sha256');
  let length = 0;
  for await (const bytes of pieces) {
    hash.update(bytes);
    length += bytes.length;
  }
  return { length, sha256: hash.digest('hex') };
}
