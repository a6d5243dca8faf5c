import type { Caller } from '@showrunner/access';
import type { Handlers } from '@showrunner/service';
import { badRequest, GatewayError } from '../../failure/gateway-error.ts';
import type { Gateway } from '../../serving/gateway.ts';
import type { KeptResponse } from '../../stored/responses/kept-response.ts';
import type { StoredResponses } from '../../stored/responses/stored-responses.ts';
import { pageOf } from '../page-of.ts';
import type { responseRoutes } from './routes.ts';

export function responseHandlers({ responses }: Gateway): Handlers<typeof responseRoutes, Caller> {
  return {
    getResponse: async ({ path: { id }, caller }) => (await find(responses, id, caller)).response,
    async deleteResponse({ path: { id }, caller }) {
      if (!(await whereKept(responses.remove(id, caller.workspace)))) throw noResponse(id);
      return { id, object: 'response', deleted: true };
    },
    async cancelResponse({ path: { id }, caller }) {
      await find(responses, id, caller);
      throw badRequest('Cannot cancel a synchronous response.');
    },
    async listInputItems({ path: { id }, query, caller }) {
      const { previousId, input } = await find(responses, id, caller);
      const before = previousId === null ? [] : await itemsOf(responses, previousId, caller);
      const page = pageOf([...before, ...input], query);
      if (!page) throw badRequest(`after: there is no item ${query.after} in this list`, 'after');
      return page;
    },
  };
}

async function find(responses: StoredResponses, id: string, { workspace }: Caller): Promise<KeptResponse> {
  const found = await whereKept(responses.find(id, workspace));
  if (!found) throw noResponse(id);
  return found;
}

/** All that was said up to a response, it included; what of it was deleted is not there. */
async function itemsOf(responses: StoredResponses, id: string, { workspace }: Caller) {
  const found = await whereKept(responses.conversation(id, workspace));
  if (found.kind !== 'whole') return [];
  return found.responses.flatMap(({ input, response }) => [...input, ...outputOf(response)]);
}

function outputOf({ output }: KeptResponse['response']): KeptResponse['input'] {
  return Array.isArray(output) ? (output as KeptResponse['input']) : [];
}

async function whereKept<Found>(found: Promise<Found>): Promise<Found> {
  try {
    return await found;
  } catch (cause) {
    const message = 'The database of the stored responses cannot be reached';
    throw new GatewayError({ status: 503, type: 'service_unavailable', message, cause });
  }
}

/** OpenAI's words. */
export function noResponse(id: string): GatewayError {
  return new GatewayError({
    status: 404,
    type: 'not_found_error',
    message: `Response with id '${id.slice(0, 200)}' not found.`,
  });
}
