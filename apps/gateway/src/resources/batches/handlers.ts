import type { Caller } from '@showrunner/access';
import type { Errand, VendorShelf } from '@showrunner/providers';
import type { Handlers } from '@showrunner/service';
import type { FastifyReply } from 'fastify';
import { customerOf, tagsOf } from '../../admit/call-labels.ts';
import { checkBatches } from '../../admit/permit-rules.ts';
import { badRequest } from '../../failure/gateway-error.ts';
import { isMapping, type Mapping } from '../../json/mapping.ts';
import { VirtualKey } from '../../keys/virtual-key.ts';
import { isOwnParameter } from '../../litellm/own-names.ts';
import type { Gateway } from '../../serving/gateway.ts';
import { MemberRules } from '../../wires/openai/member-rules.ts';
import { readMembers } from '../../wires/openai/read-members.ts';
import { refuseUnguarded } from '../at-vendors/refuse-unguarded.ts';
import { HINTS, readHints, withoutHints } from '../at-vendors/read-hints.ts';
import type { BatchBill, Reserved } from '../../stored/batch-bills.ts';
import type { Place, VendorDesk } from '../at-vendors/vendor-desk.ts';
import { admitBatch } from './admit-batch.ts';
import type { BatchBilling } from './batch-billing.ts';
import type { AskedBatch } from './batch-exchange.ts';
import { listOf } from '../list-of.ts';
import { whereKept } from '../where-kept.ts';
import type { batchRoutes } from './routes.ts';

/** Behind these nothing changes any more (OpenAI's API reference, "The batch object", 2026-11). */
const ENDED: ReadonlySet<unknown> = new Set(['completed', 'failed', 'expired', 'cancelled']);

/** What a vendor is told of a batch is the vendor's to check. */
const NO_RULES = new MemberRules({});

/** Batches go to the vendor that has their file, and are asked for there. */
export function batchHandlers(
  gateway: Gateway,
  desk: VendorDesk,
  billing: BatchBilling,
): Handlers<typeof batchRoutes, Caller> {
  const { vendorThings: things, bills, tallies } = gateway.kept;
  const ask = async (id: string, caller: Caller, question: Asked, reply: FastifyReply) => {
    const { keeper, vendorId } = desk.find(desk.batch, id, caller, readHints(reply.request));
    const path = `/batches/${encodeURIComponent(vendorId)}${question.rest}`;
    const { method, url, rest } = question;
    const own = (shelf: VendorShelf): Errand | undefined =>
      rest === '' ? shelf.getBatch?.(vendorId, keeper) : shelf.cancelBatch?.(vendorId, keeper);
    const batch = await desk.ask(keeper, { method, path, query: withoutHints(url), own }, reply);
    const shown = await desk.shown(desk.batch, batch, keeper, caller);
    // Its owner knows that it is over; so do the books soon.
    if (ENDED.has(shown.status)) void bills.hasten(String(shown.id)).then(() => billing.look(), ignored);
    return shown;
  };
  const make = async (
    { keeper, vendorId }: Place,
    { asked, members, reserved }: AdmittedAsk,
    reply: FastifyReply,
  ): Promise<Mapping> => {
    // What is carried out has to be paid for, so that it has to be written down.
    await whereKept(bills.ready(), 'batches');
    const wanted = { ...withoutOwn(members), input_file_id: vendorId };
    const own = (shelf: VendorShelf): Errand | undefined => shelf.createBatch?.(wanted, keeper);
    const body = JSON.stringify(wanted);
    const question = { method: 'POST', path: '/batches', body, contentType: 'application/json', own } as const;
    const batch = await desk.ask(keeper, question, reply);
    const shown = await desk.shown(desk.batch, batch, keeper, asked.caller);
    const made = { id: String(shown.id), keeper: keeper.id, vendorId: String(batch.id) };
    await keepBill(gateway, asked, { ...made, reserved }, billing.everyMs);
    await billing.learnReserves();
    const model = gateway.current.router.deployment(keeper.id)?.group;
    tallies.batchMade({ caller: asked.caller, model, provider: keeper.vendor.name });
    return shown;
  };
  return {
    async createBatch({ request, caller, reply }) {
      if (caller instanceof VirtualKey) checkBatches(caller);
      const { input_file_id: fileId, ...members } = readBatch(request.body);
      const place = desk.find(desk.file, fileId, caller, readHints(request, members));
      const { keeper } = place;
      refuseUnguarded(gateway.current.guards, caller, gateway.current.router.deployment(keeper.id)?.group);
      const { headers, routeOptions } = request;
      const spoken = readMembers({ ...members, model: 'batch' }, NO_RULES);
      const asked = {
        caller,
        customer: customerOf(spoken, headers, gateway.current.admission.customerHeaders),
        tags: tagsOf(spoken, headers, caller),
        route: routeOptions.url ?? '/v1/batches',
        requestId: request.id,
        userAgent: headers['user-agent'],
      };
      const admitted = await admitBatch(gateway, place, asked);
      try {
        return await make(place, { asked, members, reserved: admitted.reserved }, reply);
      } finally {
        admitted.release();
      }
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

/** A batch that was let in, and is asked for. */
interface AdmittedAsk {
  readonly asked: Omit<AskedBatch, 'model' | 'lines'>;
  readonly members: Mapping;
  readonly reserved: Reserved;
}

/** The batch is under way, whatever becomes of its bill. */
async function keepBill(
  { kept, logger }: Gateway,
  { caller, customer, tags, route }: Omit<AskedBatch, 'model'>,
  { reserved, ...made }: Pick<BatchBill, 'id' | 'keeper' | 'vendorId'> & { readonly reserved: Reserved },
  everyMs: number,
): Promise<void> {
  const createdAt = Date.now();
  const who = { keyId: caller.keyId, owner: caller.workspace, customer, tags, route };
  await kept.bills
    .add({ ...made, ...who, createdAt }, createdAt + everyMs, reserved)
    .catch((error: unknown) =>
      logger.error({ batch: made.id, error: String(error) }, 'who pays for a batch is not written down'),
    );
}

/** While the database does not answer nobody is hastened; the next round comes all the same. */
function ignored(): void {
  // Nothing is lost.
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
