import { bodyOf, chatIn, completionIn } from '../kit/things/batch-chats.ts';
import { bucketNamed, type Bucket } from '../kit/things/bucket.ts';
import { refusedRequest } from '../kit/failure/failures.ts';
import { asCount, asObject, asString, type JsonObject } from '../kit/json.ts';
import { withoutTrailingSlashes } from '../kit/request/request-headers.ts';
import {
  batchObject,
  failedLine,
  fileObject,
  missingSetting,
  nowInSeconds,
  objectIn,
  resultLine,
  secondsOf,
} from '../kit/things/shelf-answers.ts';
import type { ShelfOwner, VendorShelf } from '../spec/adapter.ts';
import type { Errand, FileToKeep, ShelfRequest } from '../spec/shelf.ts';
import { customIdIn, customIdLabels } from './custom-id-labels.ts';
import { geminiCompletion, geminiQuestion } from './gemini-batch.ts';
import { geminiId, isTuned } from './gemini-id.ts';
import { isClaude, isGemini } from './publishers.ts';
import { googleIdentity, vertexPlace } from './vertex-place.ts';

/** LiteLLM's name of what it writes to a bucket, so that one bucket and its rules serve both. */
const FOLDER = 'litellm-vertex-files/';
const STORAGE = 'https://storage.googleapis.com';

/** Of a job (Google, "JobState", 2026-11). */
const STATUS: Readonly<Record<string, string>> = {
  JOB_STATE_QUEUED: 'validating',
  JOB_STATE_PENDING: 'validating',
  JOB_STATE_RUNNING: 'in_progress',
  JOB_STATE_PAUSED: 'in_progress',
  JOB_STATE_UPDATING: 'in_progress',
  JOB_STATE_SUCCEEDED: 'completed',
  JOB_STATE_PARTIALLY_SUCCEEDED: 'completed',
  JOB_STATE_FAILED: 'failed',
  JOB_STATE_CANCELLING: 'cancelling',
  JOB_STATE_CANCELLED: 'cancelled',
  JOB_STATE_EXPIRED: 'expired',
};

/**
 * Files in a bucket of Google's Cloud Storage, batches as jobs of Vertex AI's ("Batch inference", 2026-11). Where a file
 * lies says which model its lines ask, because a job has to name it.
 */
export const shelf: VendorShelf = {
  *createFile(file, owner) {
    const { bucket, before } = bucketOf(owner);
    const name = encodeURIComponent(before + nameFor(file));
    const answer = yield {
      ...inStorage('POST', `/upload/storage/v1/b/${bucket}/o?uploadType=media&name=${name}`, owner),
      headers: { 'content-type': file.model === undefined ? file.mediaType : 'application/json' },
      sends: { as: 'bytes' },
    };
    return fileOf(objectIn(owner.vendor, answer), file.purpose);
  },
  *getFile(id, owner) {
    return fileOf(objectIn(owner.vendor, yield inStorage('GET', `/storage/v1/b/${placeOf(id, owner)}`, owner)));
  },
  *deleteFile(id, owner) {
    yield inStorage('DELETE', `/storage/v1/b/${placeOf(id, owner)}`, owner);
    return { id, object: 'file', deleted: true };
  },
  readFile(id, owner) {
    const request = inStorage('GET', `/storage/v1/b/${placeOf(id, owner)}?alt=media`, owner);
    return id.endsWith('.jsonl') ? { request, answerOf: (line) => resultOf(line, modelOf(id), owner) } : { request };
  },
  async requestOf(line, owner) {
    const id = asString(line.custom_id);
    if (id === undefined || id === '') throw refusedRequest(owner.vendor, 'custom_id must be a text', 'file');
    const request = chatIn(line, owner);
    if (isClaude(request.model)) {
      return { custom_id: id, request: bodyOf(request, owner) };
    }
    if (!isGemini(request.model)) {
      throw refusedRequest(owner.vendor, `Vertex AI carries out no batches of the model "${request.model}"`, 'file');
    }
    const question = await geminiQuestion(request, owner.settings);
    return { request: { ...question, labels: { ...asObject(question.labels), ...customIdLabels(id) } } };
  },
  *createBatch({ input_file_id: input, endpoint, completion_window: window, metadata }, owner) {
    const uri = asString(input) ?? '';
    placeOf(uri, owner);
    const model = modelPathOf(uri);
    if (model === undefined) {
      throw refusedRequest(
        owner.vendor,
        'the file does not say which model it asks: upload it with purpose "batch"',
        'input_file_id',
      );
    }
    const job = {
      displayName: `litellm-vertex-batch-${crypto.randomUUID()}`,
      model,
      inputConfig: { instancesFormat: 'jsonl', gcsSource: { uris: [uri] } },
      outputConfig: {
        predictionsFormat: 'jsonl',
        gcsDestination: { outputUriPrefix: uri.slice(0, uri.lastIndexOf('/')) },
      },
    };
    const answer = yield { ...ofJobs('POST', '', owner), body: JSON.stringify(job) };
    const said = { endpoint: endpoint ?? '/v1/chat/completions', completion_window: window ?? '24h' };
    return { ...jobIn(objectIn(owner.vendor, answer)), ...said, metadata: metadata ?? {} };
  },
  getBatch: jobAt,
  *cancelBatch(id, owner) {
    yield { ...ofJobs('POST', `/${encodeURIComponent(id)}:cancel`, owner), body: '{}' };
    return yield* jobAt(id, owner);
  },
  async authorise(request, { settings }) {
    const { authorization, inPlace } = await googleIdentity(settings);
    return {
      ...request,
      url: inPlace(request.url),
      headers: { 'accept-encoding': 'identity', ...request.headers, authorization },
    };
  },
};

/** @param path with its first slash, and its query */
function inStorage(method: ShelfRequest['method'], path: string, { settings }: ShelfOwner): ShelfRequest {
  return { method, url: withoutTrailingSlashes(settings.apiBase ?? STORAGE) + path, headers: {}, body: '' };
}

function ofJobs(method: ShelfRequest['method'], rest: string, { settings }: ShelfOwner): ShelfRequest {
  const headers = { 'content-type': 'application/json' };
  return { method, url: `${vertexPlace(settings)}/batchPredictionJobs${rest}`, headers, body: '' };
}

function* jobAt(id: string, owner: ShelfOwner): Errand {
  return jobIn(objectIn(owner.vendor, yield ofJobs('GET', `/${encodeURIComponent(id)}`, owner)));
}

function bucketOf({ vendor, settings: { options } }: ShelfOwner): Bucket {
  const named = asString(options?.gcs_bucket_name) ?? asString(options?.bucket_name);
  if (named === undefined || named === '') throw missingSetting(vendor, 'gcs_bucket_name', 'GCS_BUCKET_NAME');
  return bucketNamed(named, 'gs');
}

function nameFor({ model, fileName }: FileToKeep): string {
  if (model === undefined) return `${FOLDER}uploads/${crypto.randomUUID()}-${fileName.replaceAll(/[^\w.-]/g, '-')}`;
  const id = geminiId(model);
  const place = isTuned(id) ? `endpoints/${id}` : `publishers/${isClaude(model) ? 'anthropic' : 'google'}/models/${id}`;
  return `${FOLDER}${place}/${crypto.randomUUID()}`;
}

/** The object behind `b/` in an address of the storage's. Throws a 400 for what lies nowhere that this configuration writes. */
function placeOf(id: string, owner: ShelfOwner): string {
  const { bucket, before } = bucketOf(owner);
  const start = `gs://${bucket}/${before}${FOLDER}`;
  if (!id.startsWith(start) || id.includes('..')) {
    throw refusedRequest(owner.vendor, 'this is no file that this gateway keeps at Vertex AI', 'id');
  }
  return `${bucket}/o/${encodeURIComponent(id.slice(`gs://${bucket}/`.length))}`;
}

function modelPathOf(uri: string): string | undefined {
  return /\/((?:publishers\/[^/]+\/models\/[^/]+)|(?:endpoints\/\d+))\//.exec(uri)?.[1];
}

function modelOf(uri: string): string {
  return modelPathOf(uri)?.replace(/^.*\//, '') ?? '';
}

function fileOf(object: JsonObject, purpose = 'batch'): JsonObject {
  const name = asString(object.name) ?? '';
  return fileObject({
    id: `gs://${asString(object.bucket) ?? asString(object.id)?.split('/', 1)[0] ?? ''}/${name}`,
    fileName: name,
    // Google writes whole numbers of 64 bits as texts.
    bytes: asCount(Number(object.size)),
    createdAt: secondsOf(object.timeCreated),
    purpose: purpose === '' ? 'batch' : purpose,
    status: 'processed',
  });
}

function jobIn(job: JsonObject): JsonObject {
  const name = asString(job.name) ?? '';
  const state = asString(job.state) ?? '';
  const status = STATUS[state] ?? (state === '' ? 'validating' : 'failed');
  const uris = asObject(asObject(job.inputConfig)?.gcsSource)?.uris;
  const folder = asString(asObject(job.outputInfo)?.gcsOutputDirectory);
  const error = asObject(job.error);
  const counts = asObject(job.completionStats);
  const endedAt = secondsOf(job.endTime) ?? null;
  const completed = asCount(Number(counts?.successfulCount));
  const failed = asCount(Number(counts?.failedCount));
  return batchObject({
    id: name.slice(name.lastIndexOf('/') + 1),
    status,
    input_file_id: Array.isArray(uris) ? String(uris[0] ?? '') : '',
    output_file_id:
      folder === undefined || folder === '' ? null : `${withoutTrailingSlashes(folder)}/predictions.jsonl`,
    errors: error
      ? {
          object: 'list',
          data: [
            {
              code: typeof error.code === 'number' ? String(error.code) : '',
              message: asString(error.message) ?? '',
              line: null,
              param: null,
            },
          ],
        }
      : null,
    created_at: secondsOf(job.createTime) ?? nowInSeconds(),
    in_progress_at: secondsOf(job.startTime) ?? null,
    completed_at: status === 'completed' ? endedAt : null,
    failed_at: status === 'failed' ? endedAt : null,
    expired_at: status === 'expired' ? endedAt : null,
    cancelled_at: status === 'cancelled' ? endedAt : null,
    request_counts: counts ? { total: completed + failed, completed, failed } : null,
  });
}

/** A line of results: Claude's has its `custom_id`, Gemini's the labels of its request. Other lines stay as they are. */
async function resultOf(line: JsonObject, model: string, owner: ShelfOwner): Promise<JsonObject> {
  const response = asObject(line.response);
  const isResult = 'processed_time' in line || (response !== undefined && 'request' in line);
  if (!isResult) return line;
  const customId = asString(line.custom_id) ?? customIdIn(asObject(asObject(line.request)?.labels));
  const status = asString(line.status) ?? '';
  if (status !== '' || !response)
    return failedLine(customId, 'vertex_ai_error', status === '' ? 'there is no answer' : status);
  if (response.type === 'message')
    return resultLine(customId, { ...completionIn(response, asString(response.model) ?? model, owner) });
  const asked = asString(response.modelVersion) ?? model;
  return resultLine(customId, { ...(await geminiCompletion(response, asked, owner.settings)) });
}
