import type { Vendor } from '../../spec/adapter.ts';
import type { ShelfAnswer } from '../../spec/shelf.ts';
import { malformedAnswer, refusedRequest } from '../failure/failures.ts';
import { isJsonObject, parseJson, type JsonObject } from '../json.ts';
import type { ProviderError } from '../../spec/error.ts';

/** The object that an answer is. Throws a 502 where it is none. */
export function objectIn(vendor: Vendor, { body }: ShelfAnswer): JsonObject {
  const text = Buffer.from(body).toString();
  const object = parseJson(text);
  if (!isJsonObject(object)) throw malformedAnswer(vendor, text);
  return object;
}

/** A time of RFC 3339 in whole seconds since 1970; nothing where it is none. */
export function secondsOf(time: unknown): number | undefined {
  const milliseconds = typeof time === 'string' ? Date.parse(time) : Number.NaN;
  return Number.isNaN(milliseconds) ? undefined : Math.floor(milliseconds / 1000);
}

export function nowInSeconds(): number {
  return Math.floor(Date.now() / 1000);
}

/** OpenAI's file object. */
export function fileObject(file: {
  readonly id: string;
  readonly fileName: string;
  readonly bytes: number;
  readonly createdAt: number | undefined;
  readonly purpose: string;
  readonly status?: 'uploaded' | 'processed' | 'error';
}): JsonObject {
  const { id, fileName, bytes, createdAt, purpose, status = 'uploaded' } = file;
  return {
    id,
    object: 'file',
    bytes,
    created_at: createdAt ?? nowInSeconds(),
    filename: fileName,
    purpose,
    status,
    status_details: null,
  };
}

/** OpenAI's batch object, with what is not known yet as null. */
export function batchObject(members: { readonly id: string; readonly status: string } & JsonObject): JsonObject {
  return {
    object: 'batch',
    endpoint: '/v1/chat/completions',
    errors: null,
    input_file_id: '',
    completion_window: '24h',
    output_file_id: null,
    error_file_id: null,
    created_at: nowInSeconds(),
    in_progress_at: null,
    expires_at: null,
    finalizing_at: null,
    completed_at: null,
    failed_at: null,
    expired_at: null,
    cancelling_at: null,
    cancelled_at: null,
    request_counts: null,
    metadata: {},
    ...members,
  };
}

/** A result of a batch as OpenAI's output files have it: a reply, or what went wrong. */
export function resultLine(customId: string, body: JsonObject, status = 200): JsonObject {
  return {
    id: `batch_req_${crypto.randomUUID()}`,
    custom_id: customId,
    response: { status_code: status, request_id: typeof body.id === 'string' ? body.id : '', body },
    error: null,
  };
}

export function failedLine(customId: string, code: string, message: string): JsonObject {
  return { id: `batch_req_${crypto.randomUUID()}`, custom_id: customId, response: null, error: { code, message } };
}

/** A setting without which nothing can be kept. */
export function missingSetting(vendor: Vendor, name: string, variable: string): ProviderError {
  return refusedRequest(
    vendor,
    `${vendor.title}: files need ${name}: set it in files_settings or litellm_params, or ${variable} in the environment`,
    name,
  );
}
