import { hash } from 'node:crypto';
import type { Caller } from '@showrunner/access';
import {
  batchInput,
  batchRoutes,
  type BatchCounts,
  type BatchInput,
  type BatchSummaryView,
  type BatchView,
} from '@showrunner/contract';
import { ApiError, ErrorTypes, invalidInput } from '@showrunner/errors';
import type { Handlers } from '@showrunner/service';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { countsOf, type Batch, type BatchItem, type BatchSummary } from '../../batch/batch.ts';
import type { Batches, NewBatch } from '../../batch/batches.ts';
import type { Beside } from '../../jobs/held-database.ts';
import { newId } from '../../jobs/new-id.ts';
import { callable } from '../../webhooks/send-on-request.ts';
import { composeBatch } from './compose-batch.ts';
import type { GenerateParts } from '../generate/generate-parts.ts';
import { issuesIn } from './issues-in.ts';
import type { Once } from '../idempotency/once.ts';
import { pageOf } from '../pages-of-lists.ts';
import { readBody, type ReadBody } from '../body/read-body.ts';
import { requestLife } from '../request-life.ts';

export interface BatchParts extends GenerateParts {
  readonly batches: Batches;
}

/** A thousand requests are read in a few seconds. */
const READ_WITHIN_MS = 120_000;

/** Many requests as one. */
export function batchHandlers(parts: BatchParts, once: Once): Handlers<typeof batchRoutes, Caller> {
  const { batches, work } = parts;

  async function existing({ workspace }: Caller, id: string): Promise<Batch> {
    return (await batches.find(workspace, id)) ?? batchNotFound(id);
  }

  return {
    createBatch: (call) =>
      once.made(batchRoutes.createBatch, call, async (keep) => {
        const { caller, request, reply } = call;
        const { batch, ignored } = await newBatchOf(readBatch(request), { caller, request, reply }, parts);
        sendsAccepted(reply, batch.id);
        const answer = { data: batchView(acceptedBatch(batch)), message: 'Accepted.', meta: { ignored } };
        const beside: Beside = async (transaction) => {
          await batches.note(batch)(transaction);
          await keep(answer)(transaction);
        };
        await work.queue.accept(batch.jobs, beside);
        return answer;
      }),

    async listBatches({ caller: { workspace }, query }) {
      const list = `batches-${hash('sha256', workspace, 'base64url').slice(0, 12)}`;
      const { rows, meta } = await pageOf(list, query, (page) => batches.list(workspace, page));
      return { data: rows.map(summaryView), message: 'Batches, newest first.', meta };
    },

    async getBatch({ caller, path }) {
      return { data: batchView(await existing(caller, path.id)), message: 'Batch found.' };
    },

    async cancelBatch({ caller, path }) {
      const { items } = await existing(caller, path.id);
      const alive = items.filter(({ state }) => state === 'queued' || state === 'running');
      await work.store.cancelMany(
        caller.workspace,
        alive.map(({ jobId }) => jobId),
      );
      return { data: batchView(await existing(caller, path.id)), message: 'What had not ended is cancelled.' };
    },
  };
}

/** What is missing in an item is a fault of that item; only a batch without items cannot be read. */
function readBatch(request: FastifyRequest): ReadBody<BatchInput> {
  try {
    return readBody(batchInput, request);
  } catch (error) {
    const issues = ApiError.isInstance(error) ? issuesIn(error) : [];
    if (!issues.some(({ path }) => path.startsWith('items['))) throw error;
    throw invalidInput(issues, error);
  }
}

async function newBatchOf(
  { value: input, members, ignored }: ReadBody<BatchInput>,
  {
    caller,
    request,
    reply,
  }: { readonly caller: Caller; readonly request: FastifyRequest; readonly reply: FastifyReply },
  parts: BatchParts,
): Promise<{ readonly batch: NewBatch; readonly ignored: string[] }> {
  const id = newId('batch');
  const life = requestLife(reply, parts.stopping);
  life.expireAfter(READ_WITHIN_MS);
  const { webhook_url: told } = input;
  const webhookUrl = told === undefined ? null : callable(told, 'webhook_url', parts.webhooks);
  const composing = { batchId: id, caller, request, signal: life.signal, members };
  const { jobs, ignored: inItems } = await composeBatch(input, composing, parts);
  const beside = ignored.filter((name) => !name.startsWith('items['));
  return {
    batch: { id, workspace: caller.workspace, webhookUrl, jobs, at: new Date() },
    ignored: [...beside, ...inItems],
  };
}

function acceptedBatch({ id, workspace, jobs, at }: NewBatch): Batch {
  const state = 'queued';
  const items = jobs.map(
    ({ id: jobId, clientRef, recipe }, index) => ({ index, jobId, clientRef, recipe, state }) as const,
  );
  return { id, workspace, items, counts: countsOf(items), createdAt: at.toISOString(), completedAt: null };
}

/** Where the batch can be asked for, and when that is worth it, in seconds. */
function sendsAccepted(reply: FastifyReply, id: string): void {
  void reply.code(202).header('location', `/batch/${id}`).header('retry-after', '2');
}

function batchView(batch: Batch): BatchView {
  return { ...summaryView(batch), items: batch.items.map(itemView) };
}

function itemView({ index, jobId, clientRef, recipe, state }: BatchItem) {
  return { index, job_id: jobId, client_ref: clientRef, recipe, state };
}

function summaryView({ id, counts, createdAt, completedAt }: BatchSummary): BatchSummaryView {
  return { id, state: stateOf(counts), counts, created_at: createdAt, completed_at: completedAt };
}

function stateOf({ queued, running, ...ended }: BatchCounts): BatchSummaryView['state'] {
  if (queued + running === 0) return 'completed';
  const hasBegun = running > 0 || Object.values(ended).some((count) => count > 0);
  return hasBegun ? 'running' : 'queued';
}

function batchNotFound(id: string): never {
  const shown = id.slice(0, 80);
  throw ErrorTypes.NOT_FOUND(`There is no batch with the id "${shown}".`, { id: shown });
}
