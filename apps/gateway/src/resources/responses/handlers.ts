import type { Caller } from '@showrunner/access';
import type { Handlers } from '@showrunner/service';
import type { FastifyReply } from 'fastify';
import { badRequest } from '../../failure/gateway-error.ts';
import type { Gateway } from '../../serving/gateway.ts';
import type { KeptResponse } from '../../stored/responses/kept-response.ts';
import type { StoredResponses } from '../../stored/responses/stored-responses.ts';
import { pageOf } from '../page-of.ts';
import { whereKept } from '../where-kept.ts';
import { AtVendors, type VendorQuestion } from './at-vendors.ts';
import { noResponse } from './no-response.ts';
import type { responseRoutes } from './routes.ts';

const WHAT = 'the stored responses';

/** What was made here is read here, and what lies with a vendor is asked for there. */
export function responseHandlers(gateway: Gateway): Handlers<typeof responseRoutes, Caller> {
  const { stored, underWay } = gateway.kept.responsesPorts;
  const whole = (kept: KeptResponse): KeptResponse['response'] =>
    asItStands(kept, underWay.has(kept.id), gateway.current.timeoutSeconds);
  const vendors = new AtVendors(gateway);
  /** Nothing where it is not kept here: then the vendor that has it has answered, or nobody has it. */
  const found = async (id: string, caller: Caller, question: Asking): Promise<KeptResponse | FastifyReply> => {
    const kept = await whereKept(stored.find(id, caller.workspace), WHAT);
    return kept ?? (await askVendor(vendors, id, caller, question));
  };
  return {
    async getResponse({ path: { id }, caller, reply }) {
      const response = await found(id, caller, { method: 'GET', rest: '', reply });
      return isKept(response) ? whole(response) : response;
    },
    async deleteResponse({ path: { id }, caller, reply }) {
      if (await whereKept(stored.remove(id, caller.workspace), WHAT)) {
        underWay.cancel(id);
        return { id, object: 'response', deleted: true };
      }
      return askVendor(vendors, id, caller, { method: 'DELETE', rest: '', reply });
    },
    async cancelResponse({ path: { id }, caller, reply }) {
      const response = await found(id, caller, { method: 'POST', rest: '/cancel', reply });
      if (!isKept(response)) return response;
      if (response.response.background !== true) throw badRequest('Cannot cancel a synchronous response.');
      const before = whole(response);
      if (before.status !== 'in_progress') return before;
      const after = { ...before, status: 'cancelled' };
      const isCancelled = await whereKept(stored.replace(response, response.response, after), WHAT);
      underWay.cancel(id);
      // It has ended in the meantime.
      return isCancelled ? after : ((await whereKept(stored.find(id, caller.workspace), WHAT))?.response ?? after);
    },
    async listInputItems({ path: { id }, query, caller, reply }) {
      const response = await found(id, caller, { method: 'GET', rest: '/input_items', reply });
      if (!isKept(response)) return response;
      const { previousId, input } = response;
      const before = previousId === null ? [] : await itemsOf(stored, previousId, caller);
      const page = pageOf([...before, ...input], query);
      if (!page) throw badRequest(`after: there is no item ${query.after} in this list`, 'after');
      return page;
    },
  };
}

/** How long beyond its deadline a response may take to be kept. */
const GRACE_SECONDS = 60;

/** A process that was killed leaves responses under way for good; behind their deadline they have failed. */
function asItStands({ response, createdAt }: KeptResponse, isMadeHere: boolean, seconds: number) {
  const isLate = Date.now() - createdAt > (seconds + GRACE_SECONDS) * 1000;
  if (response.status !== 'in_progress' || isMadeHere || !isLate) return response;
  const error = { code: 'server_error', message: 'The server stopped while it made this response' };
  return { ...response, status: 'failed', error };
}

/** What a vendor is asked, and who waits for it. */
interface Asking extends VendorQuestion {
  readonly reply: FastifyReply;
}

async function askVendor(vendors: AtVendors, id: string, caller: Caller, asking: Asking): Promise<FastifyReply> {
  const { reply } = asking;
  const answer = await vendors.ask(id, caller, asking, reply.raw);
  if (!answer) throw noResponse(id);
  return reply.type('application/json').send(answer);
}

function isKept(found: KeptResponse | FastifyReply): found is KeptResponse {
  return 'response' in found && 'owner' in found;
}

/** All that was said up to a response, it included; what of it was deleted is not there. */
async function itemsOf(responses: StoredResponses, id: string, { workspace }: Caller) {
  const found = await whereKept(responses.conversation(id, workspace), WHAT);
  if (found.kind !== 'whole') return [];
  return found.responses.flatMap(({ input, response }) => [...input, ...outputOf(response)]);
}

function outputOf({ output }: KeptResponse['response']): KeptResponse['input'] {
  return Array.isArray(output) ? (output as KeptResponse['input']) : [];
}
