import type { Caller } from '@showrunner/access';
import type { Handlers } from '@showrunner/service';
import type { FastifyReply } from 'fastify';
import { checkBatches } from '../../admit/permit-rules.ts';
import { badRequest } from '../../failure/gateway-error.ts';
import { isMapping, type Mapping } from '../../json/mapping.ts';
import { isOwnParameter } from '../../litellm/own-names.ts';
import { VirtualKey } from '../../keys/virtual-key.ts';
import type { VendorThings } from '../../stored/vendor-things.ts';
import { HINTS, readHints, withoutHints } from '../at-vendors/read-hints.ts';
import type { VendorDesk } from '../at-vendors/vendor-desk.ts';
import { listOf } from '../list-of.ts';
import { whereKept } from '../where-kept.ts';
import type { batchRoutes } from './routes.ts';

/** Behind these nothing changes any more (OpenAI's API reference, "The batch object", 2026-11). */
const ENDED: ReadonlySet<unknown> = new Set(['completed', 'failed', 'expired', 'cancelled']);

/** Batches go to the vendor that has their file, and are asked for there. */
export function batchHandlers(desk: VendorDesk, things: VendorThings): Handlers<typeof batchRoutes, Caller> {
  const ask = async (
    id: string,
    caller: Caller,
    question: Pick<Asked, 'method' | 'rest' | 'url'>,
    reply: FastifyReply,
  ) => {
    const { keeper, vendorId } = desk.find(desk.batch, id, caller, readHints(reply.request));
    const path = `/batches/${encodeURIComponent(vendorId)}${question.rest}`;
    const { method, url } = question;
    return desk.shown(
      desk.batch,
      await desk.ask(keeper, { method, path, query: withoutHints(url) }, reply),
      keeper,
      caller,
    );
  };
  return {
    async createBatch({ request, caller, reply }) {
      if (caller instanceof VirtualKey) checkBatches(caller);
      const { input_file_id: fileId, ...members } = readBatch(request.body);
      const { keeper, vendorId } = desk.find(desk.file, fileId, caller, readHints(request, members));
      const body = JSON.stringify({ ...withoutOwn(members), input_file_id: vendorId });
      const question = { method: 'POST', path: '/batches', body, contentType: 'application/json' } as const;
      return desk.shown(desk.batch, await desk.ask(keeper, question, reply), keeper, caller);
    },
    async listBatches({ query: { after, limit, order }, caller, reply }) {
      const asked = { kind: 'batch', owner: caller.workspace, after, limit, order } as const;
      const found = (await whereKept(things.list(asked), 'batches')) ?? [];
      // What is under way may be further by now; whoever cannot be asked has said what is known.
      const fresh = found.slice(0, limit).map(async (batch) => {
        if (ENDED.has(batch.status)) return batch;
        return ask(String(batch.id), caller, { method: 'GET', rest: '', url: '' }, reply).catch(() => batch);
      });
      return listOf([...(await Promise.all(fresh)), ...found.slice(limit)], limit);
    },
    getBatch: ({ path: { id }, request: { url }, caller, reply }) =>
      ask(id, caller, { method: 'GET', rest: '', url }, reply),
    cancelBatch: ({ path: { id }, request: { url }, caller, reply }) =>
      ask(id, caller, { method: 'POST', rest: '/cancel', url }, reply),
  };
}

/** What is asked about a batch: `rest` stands behind its id. */
interface Asked {
  readonly method: 'GET' | 'POST';
  readonly rest: '' | '/cancel';
  readonly url: string;
}

function readBatch(body: unknown): Mapping & { readonly input_file_id: string } {
  if (!isMapping(body)) throw badRequest('The body must be an object', 'request_body');
  const { input_file_id: fileId } = body;
  if (typeof fileId !== 'string' || fileId === '')
    throw badRequest('input_file_id must be the id of a file', 'input_file_id');
  return { ...body, input_file_id: fileId };
}

/** The vendor's members; `metadata` is one of them, and also the name of one of LiteLLM's. */
function withoutOwn(members: Mapping): Mapping {
  const own = (name: string): boolean =>
    HINTS.some((hint) => hint === name) || (name !== 'metadata' && isOwnParameter(name));
  return Object.fromEntries(Object.entries(members).filter(([name]) => !own(name)));
}
