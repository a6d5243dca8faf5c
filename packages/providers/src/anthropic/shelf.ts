import { withoutTrailingSlashes } from '../kit/request/request-headers.ts';
import { belowAddress, passedHeaders } from '../kit/request/passage.ts';
import { asCount, asObject, asString, type JsonObject } from '../kit/json.ts';
import { completionIn } from '../kit/things/batch-chats.ts';
import { batchObject, fileObject, objectIn, resultLine, secondsOf } from '../kit/things/shelf-answers.ts';
import type { ShelfOwner, VendorShelf } from '../spec/adapter.ts';
import type { Errand, FileReading, ShelfRequest } from '../spec/shelf.ts';

/** Of the Files API, and of message batches (Anthropic, "Files API", "Batch processing", 2026-11). */
const FILES_BETA = 'files-api-2025-04-14';
const API_VERSION = '2023-06-01';
const ADDRESS = 'https://api.anthropic.com';

/** Ids of batches begin so; what they came to is read under the batch's own id. */
const BATCH = 'msgbatch_';

const STATUS: Readonly<Record<string, string>> = {
  in_progress: 'in_progress',
  canceling: 'cancelling',
  ended: 'completed',
};

/** Anthropic's own status of each of its kinds of error ("Errors", 2026-11). */
const STATUS_OF_ERROR: Readonly<Record<string, number>> = {
  invalid_request_error: 400,
  authentication_error: 401,
  billing_error: 402,
  permission_error: 403,
  not_found_error: 404,
  request_too_large: 413,
  rate_limit_error: 429,
  timeout_error: 504,
  overloaded_error: 529,
};

/**
 * Files by Anthropic's Files API. Batches are of requests and not of files there, so that none is made from a file; one
 * that was made in Anthropic's own form is told of, and its results are read as OpenAI's.
 */
export const shelf: VendorShelf = {
  *createFile({ purpose }, owner) {
    const answer = yield { ...asked(owner, 'POST', '/v1/files'), sends: { as: 'form', fields: {} } };
    return fileOf(objectIn(owner.vendor, answer), purpose);
  },
  *getFile(id, owner) {
    if (id.startsWith(BATCH)) return resultsFile(id, yield* batchOf(id, owner));
    return fileOf(objectIn(owner.vendor, yield asked(owner, 'GET', `/v1/files/${encodeURIComponent(id)}`)));
  },
  *deleteFile(id, owner) {
    yield asked(owner, 'DELETE', `/v1/files/${encodeURIComponent(id)}`);
    return { id, object: 'file', deleted: true };
  },
  readFile(id, owner): FileReading {
    if (!id.startsWith(BATCH)) return { request: asked(owner, 'GET', `/v1/files/${encodeURIComponent(id)}/content`) };
    return {
      request: asked(owner, 'GET', `/v1/messages/batches/${encodeURIComponent(id)}/results`),
      answerOf: (line) => resultOf(line, owner),
    };
  },
  getBatch: batchOf,
  *cancelBatch(id, owner) {
    const path = `/v1/messages/batches/${encodeURIComponent(id)}/cancel`;
    return batchIn(objectIn(owner.vendor, yield asked(owner, 'POST', path)));
  },
};

function* batchOf(id: string, owner: ShelfOwner): Errand {
  return batchIn(objectIn(owner.vendor, yield asked(owner, 'GET', `/v1/messages/batches/${encodeURIComponent(id)}`)));
}

function asked({ vendor, settings }: ShelfOwner, method: ShelfRequest['method'], path: string): ShelfRequest {
  const root = withoutTrailingSlashes(settings.apiBase ?? ADDRESS).replace(/\/messages$/, '');
  const headers = passedHeaders(vendor, settings);
  const betas = [headers['anthropic-beta'], path.startsWith('/v1/files') ? FILES_BETA : undefined].filter(Boolean);
  return {
    method,
    url: belowAddress(path, root),
    headers: {
      'accept-encoding': 'identity',
      ...headers,
      'anthropic-version': settings.apiVersion ?? API_VERSION,
      ...(betas.length > 0 && { 'anthropic-beta': betas.join(',') }),
    },
    body: '',
  };
}

function fileOf(file: JsonObject, purpose = ''): JsonObject {
  return fileObject({
    id: asString(file.id) ?? '',
    fileName: asString(file.filename) ?? '',
    bytes: asCount(file.size_bytes),
    createdAt: secondsOf(file.created_at),
    // Anthropic's files have none, and stay what LiteLLM calls them.
    purpose: purpose === '' ? 'messages' : purpose,
  });
}

function resultsFile(id: string, batch: JsonObject): JsonObject {
  const createdAt = typeof batch.created_at === 'number' ? batch.created_at : undefined;
  return fileObject({ id, fileName: `${id}.jsonl`, bytes: 0, createdAt, purpose: 'batch_output', status: 'processed' });
}

/** As LiteLLM 1.108.7 tells of one; what is over and had failures alone is still completed, as with OpenAI. */
function batchIn(batch: JsonObject): JsonObject {
  const id = asString(batch.id) ?? '';
  const counts = asObject(batch.request_counts) ?? {};
  const sum = (...names: string[]): number => names.reduce((total, name) => total + asCount(counts[name]), 0);
  const isOver = batch.processing_status === 'ended';
  const endedAt = secondsOf(batch.ended_at) ?? null;
  return batchObject({
    id,
    endpoint: '/v1/messages',
    status: STATUS[asString(batch.processing_status) ?? ''] ?? 'in_progress',
    output_file_id: isOver ? id : null,
    created_at: secondsOf(batch.created_at) ?? 0,
    in_progress_at: secondsOf(batch.created_at) ?? null,
    expires_at: secondsOf(batch.expires_at) ?? null,
    completed_at: isOver ? endedAt : null,
    cancelling_at: secondsOf(batch.cancel_initiated_at) ?? null,
    request_counts: {
      total: sum('processing', 'succeeded', 'errored', 'canceled', 'expired'),
      completed: sum('succeeded'),
      failed: sum('errored'),
    },
  });
}

/** A line of results (`{custom_id, result: {type, message | error}}`). */
function resultOf(line: JsonObject, owner: ShelfOwner): JsonObject {
  const customId = asString(line.custom_id) ?? '';
  const result = asObject(line.result) ?? {};
  const message = asObject(result.message);
  if (result.type === 'succeeded' && message) {
    const completion = completionIn(message, asString(message.model) ?? '', owner);
    return resultLine(customId, { ...completion, id: asString(message.id) ?? completion.id });
  }
  const error = asObject(asObject(result.error)?.error) ?? asObject(result.error) ?? {};
  const type = asString(error.type) ?? 'invalid_request_error';
  const words = asString(error.message) ?? `The request was ${asString(result.type) ?? 'not answered'}`;
  return resultLine(
    customId,
    { error: { message: words, type } },
    result.type === 'errored' ? (STATUS_OF_ERROR[type] ?? 500) : 400,
  );
}
