import { awsIdentity, awsOption, awsDomain, awsRegion } from '../aws/aws-identity.ts';
import { signRequest } from '../aws/sign-request.ts';
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
import type { ProviderSettings } from '../spec/call.ts';
import type { ShelfOwner, VendorShelf } from '../spec/adapter.ts';
import type { Errand, FileToKeep, ShelfRequest } from '../spec/shelf.ts';
import { isClaudeOnBedrock, readBedrockModel } from './bedrock-model.ts';

/** LiteLLM's names of what it writes to a bucket, so that one bucket and its rules serve both. */
const REQUESTS = 'litellm-bedrock-files-';
const UPLOADS = 'litellm-bedrock-files/';
const RESULTS = 'litellm-batch-outputs/';

/** Of a job (AWS, "GetModelInvocationJob", 2026-11). */
const STATUS: Readonly<Record<string, string>> = {
  Submitted: 'validating',
  Validating: 'validating',
  Scheduled: 'in_progress',
  InProgress: 'in_progress',
  PartiallyCompleted: 'completed',
  Completed: 'completed',
  Failed: 'failed',
  Stopping: 'cancelling',
  Stopped: 'cancelled',
  Expired: 'expired',
};

/** Where a file lies: in a bucket of S3, and which model its lines ask. */
interface Place {
  readonly bucket: string;
  readonly key: string;
  readonly model: string | undefined;
}

/**
 * Files in a bucket of S3, batches as jobs of Bedrock's (AWS, "Process multiple prompts with batch inference", 2026-11):
 * Claude is asked by `InvokeModel`, all others by Converse, as everywhere here.
 */
export const shelf: VendorShelf = {
  *createFile(file, owner) {
    const place = placeFor(file, owner);
    yield {
      ...inBucket('PUT', place, owner),
      headers: { 'content-type': file.mediaType, 'x-amz-content-sha256': file.sha256, ...encryption(owner) },
      sends: { as: 'bytes' },
    };
    const { fileName, length, purpose } = file;
    return fileObject({ id: idOf(place), fileName, bytes: length, createdAt: undefined, purpose });
  },
  *getFile(id, owner) {
    const place = placeOf(id, owner);
    // One byte says how many there are: what is asked here has no HEAD.
    const request = inBucket('GET', place, owner);
    const answer = yield { ...request, headers: { ...request.headers, range: 'bytes=0-0' } };
    const { 'content-range': range, 'content-length': length, 'last-modified': time } = answer.headers;
    return fileObject({
      id: idOf(place),
      fileName: place.key.slice(place.key.lastIndexOf('/') + 1),
      bytes: asCount(Number(String(range ?? '').split('/')[1] ?? length)),
      createdAt: typeof time === 'string' ? Math.floor(Date.parse(time) / 1000) : undefined,
      purpose: place.key.includes(RESULTS) ? 'batch_output' : 'batch',
      status: 'processed',
    });
  },
  *deleteFile(id, owner) {
    yield inBucket('DELETE', placeOf(id, owner), owner);
    return { id, object: 'file', deleted: true };
  },
  readFile(id, owner) {
    const place = placeOf(id, owner);
    const request = inBucket('GET', place, owner);
    return place.key.endsWith('.out') ? { request, answerOf: (line) => resultOf(line, place, owner) } : { request };
  },
  requestOf(line, owner) {
    const { custom_id: id } = line;
    if (typeof id !== 'string' || id === '') throw refusedRequest(owner.vendor, 'custom_id must be a text', 'file');
    return { recordId: id, modelInput: bodyOf(chatIn(line, owner), owner) };
  },
  *createBatch(batch, owner) {
    const place = placeOf(asString(batch.input_file_id) ?? '', owner);
    const model = place.model ?? owner.model;
    if (model === undefined) throw refusedRequest(owner.vendor, 'name the model that the batch is for', 'model');
    const body = JSON.stringify(jobOf(place, model, owner));
    const answer = objectIn(owner.vendor, yield { ...ofJobs('POST', '', owner), body });
    const id = asString(answer.jobArn) ?? '';
    const { endpoint, completion_window: window, metadata } = batch;
    return batchObject({
      id,
      status: 'validating',
      endpoint: endpoint ?? '/v1/chat/completions',
      completion_window: window ?? '24h',
      input_file_id: batch.input_file_id,
      metadata: metadata ?? {},
    });
  },
  getBatch: jobAt,
  *cancelBatch(id, owner) {
    yield ofJobs('POST', `/${encodeURIComponent(id)}/stop`, owner);
    return yield* jobAt(id, owner);
  },
  async authorise(request, { vendor, model = '', settings }) {
    const { hostname, pathname } = new URL(request.url);
    if (/\/model-invocation-job(?:\/|$)/.test(pathname)) {
      if (settings.apiKey !== undefined) {
        return { ...request, headers: { ...request.headers, authorization: `Bearer ${settings.apiKey}` } };
      }
      const region =
        /^bedrock\.([\w-]+)\./.exec(hostname)?.[1] ?? readBedrockModel(model).region ?? awsRegion(settings);
      return signRequest(request, awsIdentity(vendor, settings), { service: 'bedrock', region });
    }
    return signRequest(request, bucketIdentity({ vendor, settings, model }), {
      service: 's3',
      region: bucketRegion(settings),
    });
  },
};

/** S3 has keys of its own where the bucket is another account's. */
function bucketIdentity({ vendor, settings }: ShelfOwner) {
  const accessKeyId = awsOption(settings, 's3_access_key_id');
  const secretAccessKey = awsOption(settings, 's3_secret_access_key');
  if (accessKeyId !== undefined && secretAccessKey !== undefined) return { accessKeyId, secretAccessKey };
  return awsIdentity({ ...vendor, environment: {} }, settings);
}

function bucketRegion(settings: ProviderSettings): string {
  return awsOption(settings, 's3_region_name') ?? awsRegion(settings);
}

function inBucket(method: ShelfRequest['method'], { bucket, key }: Place, { settings }: ShelfOwner): ShelfRequest {
  const region = bucketRegion(settings);
  const root = withoutTrailingSlashes(
    awsOption(settings, 's3_endpoint_url') ?? `https://s3.${region}.${awsDomain(region)}`,
  );
  const path = key.split('/').map(encodeURIComponent).join('/');
  return { method, url: `${root}/${bucket}/${path}`, headers: {}, body: '' };
}

/** Jobs are made where Bedrock's models are managed, which is another address than that of their calls. */
function ofJobs(method: ShelfRequest['method'], rest: string, { settings, model = '' }: ShelfOwner): ShelfRequest {
  const named = /^\/arn%3Aaws[\w-]*%3Abedrock%3A([a-z][a-z0-9-]*)%3A/.exec(rest)?.[1];
  const region = named ?? readBedrockModel(model).region ?? awsRegion(settings);
  const root =
    settings.apiBase === undefined
      ? `https://bedrock.${region}.${awsDomain(region)}`
      : withoutTrailingSlashes(settings.apiBase);
  const headers = { 'content-type': 'application/json', 'accept-encoding': 'identity' };
  return { method, url: `${root}/model-invocation-job${rest}`, headers, body: '' };
}

function bucketOf({ vendor, settings }: ShelfOwner, name: 's3_bucket_name' | 's3_output_bucket_name'): Bucket {
  const named = awsOption(settings, name) ?? awsOption(settings, 's3_bucket_name');
  if (named === undefined) throw missingSetting(vendor, 's3_bucket_name', 'AWS_S3_BUCKET_NAME');
  return bucketNamed(named, 's3');
}

function placeFor({ model, fileName }: FileToKeep, owner: ShelfOwner): Place {
  const { bucket, before } = bucketOf(owner, 's3_bucket_name');
  const name =
    model === undefined
      ? `${UPLOADS}${crypto.randomUUID()}-${plain(fileName)}`
      : `${REQUESTS}${plain(readBedrockModel(model).id)}-${crypto.randomUUID()}.jsonl`;
  return { bucket, key: before + name, model };
}

/** By a key of the bucket's owner, where one is named. */
function encryption({ settings }: ShelfOwner): Record<string, string> {
  const id = awsOption(settings, 's3_encryption_key_id');
  return id === undefined
    ? {}
    : { 'x-amz-server-side-encryption': 'aws:kms', 'x-amz-server-side-encryption-aws-kms-key-id': id };
}

function plain(name: string): string {
  return name.replaceAll(/[^\w.-]/g, '-').slice(0, 200);
}

/** A file's id is its address; of requests and results also which model they ask. */
function idOf({ bucket, key, model }: Place): string {
  return `s3://${bucket}/${key}${model === undefined ? '' : `?model=${encodeURIComponent(model)}`}`;
}

/** Throws a 400 for what lies nowhere that this configuration writes. */
function placeOf(id: string, owner: ShelfOwner): Place {
  const [, bucket = '', key = '', model] = /^s3:\/\/([^/?]+)\/([^?]+)(?:\?model=(.*))?$/.exec(id) ?? [];
  const buckets = (['s3_bucket_name', 's3_output_bucket_name'] as const).map((name) => bucketOf(owner, name));
  const isOurs = buckets.some(
    (one) => one.bucket === bucket && [REQUESTS, UPLOADS, RESULTS].some((start) => key.startsWith(one.before + start)),
  );
  if (!isOurs || key.includes('..')) throw refusedRequest(owner.vendor, 'this is no file that a batch may have', 'id');
  return { bucket, key, model: model === undefined ? undefined : decodeURIComponent(model) };
}

function jobOf(input: Place, model: string, owner: ShelfOwner): JsonObject {
  const { settings, vendor } = owner;
  const role = awsOption(settings, 'aws_batch_role_arn');
  if (role === undefined) throw missingSetting(vendor, 'aws_batch_role_arn', 'AWS_BATCH_ROLE_ARN');
  const jobName = `litellm-batch-${crypto.randomUUID().slice(0, 8)}`;
  const output = bucketOf(owner, 's3_output_bucket_name');
  const accountId = awsOption(settings, 's3_bucket_owner');
  const keyId = awsOption(settings, 's3_encryption_key_id');
  const bucketOwner = accountId === undefined ? {} : { s3BucketOwner: accountId };
  const { bedrock_tags: tags } = settings.options ?? {};
  return {
    modelId: readBedrockModel(model).id,
    jobName,
    roleArn: role,
    inputDataConfig: { s3InputDataConfig: { s3Uri: `s3://${input.bucket}/${input.key}`, ...bucketOwner } },
    outputDataConfig: {
      s3OutputDataConfig: {
        s3Uri: `s3://${output.bucket}/${output.before}${RESULTS}${jobName}/`,
        ...bucketOwner,
        ...(keyId !== undefined && { s3EncryptionKeyId: keyId }),
      },
    },
    timeoutDurationInHours: 24,
    ...(!isClaudeOnBedrock(model) && { modelInvocationType: 'Converse' }),
    ...(Array.isArray(tags) && { tags }),
  };
}

function* jobAt(id: string, owner: ShelfOwner): Errand {
  const job = objectIn(owner.vendor, yield ofJobs('GET', `/${encodeURIComponent(id)}`, owner));
  const said = asString(job.status) ?? '';
  const status = STATUS[said] ?? 'validating';
  const input = asString(asObject(asObject(job.inputDataConfig)?.s3InputDataConfig)?.s3Uri) ?? '';
  const output = asString(asObject(asObject(job.outputDataConfig)?.s3OutputDataConfig)?.s3Uri);
  const model = asString(job.modelId);
  const query = model === undefined ? '' : `?model=${encodeURIComponent(model)}`;
  const endedAt = secondsOf(job.endTime) ?? null;
  const message = asString(job.message);
  const count = asCount(job.totalRecordCount);
  return batchObject({
    id: asString(job.jobArn) ?? id,
    status,
    input_file_id: input + (input === '' ? '' : query),
    output_file_id: status === 'completed' && output !== undefined ? resultsAt(output, input, id) + query : null,
    errors: message === undefined ? null : { object: 'list', data: [{ code: said, message, line: null, param: null }] },
    created_at: secondsOf(job.submitTime) ?? nowInSeconds(),
    in_progress_at: status === 'in_progress' ? (secondsOf(job.lastModifiedTime) ?? null) : null,
    expires_at: secondsOf(job.jobExpirationTime) ?? null,
    completed_at: status === 'completed' ? endedAt : null,
    failed_at: status === 'failed' ? endedAt : null,
    expired_at: status === 'expired' ? endedAt : null,
    cancelled_at: status === 'cancelled' ? endedAt : null,
    request_counts:
      count === 0
        ? null
        : { total: count, completed: asCount(job.successRecordCount), failed: asCount(job.errorRecordCount) },
  });
}

/** Bedrock writes results to `<prefix>/<job>/<name of the input>.out`. */
function resultsAt(prefix: string, input: string, arn: string): string {
  const job = arn.slice(arn.lastIndexOf('/') + 1);
  return `${withoutTrailingSlashes(prefix)}/${job}/${input.slice(input.lastIndexOf('/') + 1)}.out`;
}

/** A line of results (`{recordId, modelInput, modelOutput | error: {errorCode, errorMessage}}`). */
function resultOf(line: JsonObject, { model }: Place, owner: ShelfOwner): JsonObject {
  const customId = asString(line.recordId) ?? '';
  const output = asObject(line.modelOutput);
  const error = asObject(line.error);
  const asks = model ?? owner.model;
  if (!output || asks === undefined) {
    if (!error) return line;
    const code = JSON.stringify(error.errorCode ?? 'bedrock_error').replaceAll('"', '');
    return failedLine(customId, code, asString(error.errorMessage) ?? '');
  }
  return resultLine(customId, { ...completionIn(output, asks, owner) });
}
