import { exportFormatIds } from '@showrunner/exports';
import type { ShownServers } from './open-shown-servers.ts';
import type { Recorder, Visit } from './recorder.ts';

/** Asks for every operation once, in each form that it has: what comes later is about what came before. */
export async function tourOperations({ api }: ShownServers, recorder: Recorder): Promise<void> {
  const visit = (operationId: string, asked?: Visit) => recorder.visit(api, operationId, asked);
  const written = await tourRecipes(visit);
  await tourJobs(visit, written.script);
  await tourBatches(visit);
  await tourExports(visit, written.script);
  await tourCatalogue(visit);
  await tourLibrary(visit);
  await tourKeys(visit);
  for (const operationId of ['getHealth', 'getLiveness', 'getReadiness', 'getMetrics', 'getUsage'])
    await visit(operationId);
}

type Asking = (operationId: string, visit?: Visit) => ReturnType<Recorder['visit']>;

/** Kinds by their operation's name, in the order in which one is made of another. */
const KINDS = ['Script', 'ThumbnailPrompt', 'Metadata'] as const;

/** Written anew, so that there is something on the way. */
const STREAMED = { accept: 'text/event-stream', 'cache-control': 'no-cache' };

const INSTRUCTIONS = {
  Script: 'Another title',
  ThumbnailPrompt: 'Warmer light',
  Metadata: 'A plainer second title',
} as const;

async function tourRecipes(visit: Asking) {
  const jobs: Record<string, string> = {};
  for (const kind of [...KINDS, 'Package']) {
    await visit(`estimateGenerate${kind}`);
    jobs[kind] = (await visit(`generate${kind}`)).meta.job_id;
    await visit(`generate${kind}`, { headers: STREAMED });
    await visit(`generate${kind}`, { headers: { prefer: 'respond-async' } });
  }
  for (const kind of KINDS) {
    const body = { job_id: jobs[kind], instruction: INSTRUCTIONS[kind] };
    await visit(`estimateRevise${kind}`, { body });
    await visit(`revise${kind}`, { body });
    await visit(`revise${kind}`, { body, headers: STREAMED });
    await visit(`revise${kind}`, { body, headers: { prefer: 'respond-async' } });
  }
  return { script: jobs.Script ?? '' };
}

async function tourJobs(visit: Asking, script: string): Promise<void> {
  const path = { id: script };
  await visit('listJobs', { query: { recipe: 'script', limit: 2 } });
  await visit('getJob', { path });
  await visit('changeJob', { path });
  const waiting = { id: (await visit('generateScript', { headers: { prefer: 'respond-async' } })).data.id };
  await visit('cancelJob', { path: waiting });
  await visit('retryJob', { path: waiting });
  await visit('cancelJob', { path: waiting });
  await visit('getJobEvents', { path: waiting });
  await visit('deleteJob', { path: waiting });
}

async function tourBatches(visit: Asking): Promise<void> {
  const path = { id: (await visit('createBatch')).data.id };
  await visit('cancelBatch', { path });
  await visit('getBatch', { path });
  await visit('listBatches');
}

async function tourExports(visit: Asking, job: string): Promise<void> {
  const json = { accept: 'application/json' };
  await visit('exportJob', { path: { job, format: 'srt' }, headers: json });
  await visit('exportScript', { path: { format: 'srt' }, headers: json });
  for (const format of exportFormatIds) {
    await visit('exportJob', { path: { job, format }, headers: { accept: '*/*' } });
    await visit('exportScript', { path: { format }, headers: { accept: '*/*' } });
  }
}

async function tourCatalogue(visit: Asking): Promise<void> {
  await visit('listRecipes');
  await visit('listModels');
}

async function tourLibrary(visit: Asking): Promise<void> {
  for (const one of ['Preset', 'BrandVoice']) {
    const path = { id: (await visit(`create${one}`)).data.id };
    await visit(`list${one}s`);
    await visit(`get${one}`, { path });
    await visit(`change${one}`, { path });
    await visit(`delete${one}`, { path });
  }
}

async function tourKeys(visit: Asking): Promise<void> {
  const path = { id: (await visit('createKey')).data.id };
  await visit('listKeys');
  await visit('getKey', { path });
  await visit('changeKey', { path });
  await visit('rotateKey', { path });
  await visit('deleteKey', { path });
}

/** Webhooks, to a receiver that is there. */
export async function tourWebhooks({ api, receiver }: ShownServers, recorder: Recorder): Promise<void> {
  const visit = (operationId: string, asked?: Visit) => recorder.visit(api, operationId, asked);
  const path = { id: (await visit('testWebhook', { body: { url: receiver } })).data.id };
  await visit('listDeliveries');
  await visit('retryDelivery', { path });
  await visit('getWebhookSecret');
  await visit('rotateWebhookSecret');
}

/** Every error once, where it comes from. */
export async function tourErrors(servers: ShownServers, recorder: Recorder): Promise<void> {
  const { api, alone, faulty } = servers;
  const fail = (error: Parameters<Recorder['fail']>[1], operationId: string, visit?: Visit) =>
    recorder.fail(api, error, operationId, visit);
  await fail('BAD_REQUEST', 'generateScript', { body: { duration: 45 } });
  await fail('UNAUTHORIZED', 'generateScript', { headers: { 'x-api-key': 'sk-wrong' } });
  await fail('NOT_FOUND', 'getJob', { path: { id: 'job_0' } });
  await fail('VALIDATION_ERROR', 'generateScript', { body: { prompt: 'How espresso works', duration: 4 } });
  await fail('GENERATION_FAILED', 'generateScript', { body: { prompt: 'Tea [refused]' } });
  await fail('LLM_ERROR', 'generateScript', { body: { prompt: 'Tea [busy]' } });
  await fail('GATEWAY_TIMEOUT', 'generateScript', { body: { prompt: 'Tea [silent]', deadline_ms: 50 } });
  await recorder.fail(alone, 'SERVICE_UNAVAILABLE', 'generateScript');
  await recorder.fail(faulty, 'INTERNAL_ERROR', 'listJobs');
  const body = { name: 'reader', scopes: ['jobs:read'], limits: { requests_per_minute: 4 } };
  const { key } = (await recorder.visit(api, 'createKey', { body })).data;
  await fail('FORBIDDEN', 'generateScript', { headers: { 'x-api-key': key } });
  for (let asked = 0; asked < 4; asked += 1) await recorder.visit(api, 'listJobs', { headers: { 'x-api-key': key } });
  await fail('RATE_LIMIT_EXCEEDED', 'listJobs', { headers: { 'x-api-key': key } });
  await tourOtherStatuses(servers, recorder);
}

async function tourOtherStatuses({ api }: ShownServers, recorder: Recorder): Promise<void> {
  const waiting = await recorder.visit(api, 'generateScript', { headers: { prefer: 'respond-async' } });
  await recorder.fail(api, 'conflict', 'deleteJob', { path: { id: waiting.data.id } });
  const written = await recorder.visit(api, 'generateScript');
  const body = { job_id: written.meta.job_id, instruction: 'Another title' };
  await recorder.fail(api, 'precondition_failed', 'reviseScript', { body, headers: { 'if-match': '"job_0"' } });
  await recorder.fail(api, 'too_large', 'generateScript', { body: { prompt: 'tea '.repeat(300_000) } });
  await recorder.fail(api, 'unsupported_media_type', 'generateScript', { headers: { 'content-type': 'text/csv' } });
}
