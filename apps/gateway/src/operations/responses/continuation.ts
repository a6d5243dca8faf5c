import { ADMIN } from '@showrunner/access';
import type { ResponseItem } from '@showrunner/providers';
import type { Exchange } from '../../exchange/exchange.ts';
import { databaseAway } from '../../failure/database-away.ts';
import { badRequest, GatewayError } from '../../failure/gateway-error.ts';
import type { KeptResponse } from '../../stored/responses/kept-response.ts';
import type { FoundConversation } from '../../stored/responses/stored-responses.ts';
import { sharesAccount, vendorOfResponses } from './native-responses.ts';
import type { ResponsesPorts } from './responses-ports.ts';

/** What a request goes on from. */
export type Continuation =
  | { readonly kind: 'kept'; readonly items: readonly ResponseItem[] }
  | { readonly kind: 'vendor'; readonly vendorId: string };

/**
 * Finds the response that a request names as its previous one; nothing where it names none. What a vendor keeps binds
 * the request to deployments of the same account. Rejects with a 404 where it is not the caller's.
 */
export async function findContinuation(ports: ResponsesPorts, exchange: Exchange): Promise<Continuation | undefined> {
  const { previous_response_id: id, conversation } = exchange.request;
  const { caller } = exchange.record;
  const mayNameAny = ports.allowsUnmanaged() || caller.scopes.has(ADMIN);
  if (conversation !== undefined && conversation !== null && !mayNameAny) {
    throw badRequest('conversation: this gateway gave out no such id', 'conversation');
  }
  if (typeof id !== 'string') return undefined;
  const sealed = ports.ids.open(id);
  if (sealed) return boundToVendor(ports, exchange, id, sealed.owner === caller.workspace ? sealed : undefined);
  const found = await ports.stored.conversation(id, caller.workspace).catch((cause: unknown) => {
    throw databaseAway('the stored responses', cause);
  });
  if (found.kind === 'whole' && isUnderWay(found.responses.at(-1))) {
    throw badRequest('previous_response_id: the response is still under way', 'previous_response_id');
  }
  if (found.kind === 'whole') return { kind: 'kept', items: found.responses.flatMap(itemsOf) };
  if (found.kind === 'unknown' && mayNameAny) {
    exchange.restriction = { fits: (one) => vendorOfResponses(one) !== undefined, refusal: noPrevious(id) };
    return { kind: 'vendor', vendorId: id };
  }
  throw unusable(id, found.kind);
}

/** @param sealed nothing where it is somebody else's */
function boundToVendor(
  ports: ResponsesPorts,
  exchange: Exchange,
  id: string,
  sealed: { readonly deploymentId: string; readonly vendorId: string } | undefined,
): Continuation {
  const keeper = sealed && ports.deployment(sealed.deploymentId);
  if (!keeper) throw noPrevious(id);
  exchange.restriction = {
    fits: (one) => one.id === keeper.id || (vendorOfResponses(one) !== undefined && sharesAccount(one, keeper)),
    refusal: badRequest(
      `previous_response_id: the response lies with the provider of the model "${keeper.group}"; go on with that model, or send its items as input`,
      'previous_response_id',
    ),
  };
  return { kind: 'vendor', vendorId: sealed.vendorId };
}

function isUnderWay(kept: KeptResponse | undefined): boolean {
  return kept?.response.status === 'in_progress';
}

function itemsOf({ input, response }: KeptResponse): ResponseItem[] {
  const { output } = response;
  return [...input, ...(Array.isArray(output) ? (output as ResponseItem[]) : [])];
}

function unusable(id: string, kind: Exclude<FoundConversation['kind'], 'whole'>): GatewayError {
  if (kind === 'too_long') {
    const message =
      'previous_response_id: the conversation is too long to go on with; send what matters of it as input';
    return badRequest(message, 'previous_response_id');
  }
  return noPrevious(id);
}

/** OpenAI's words; its status is 400, but then nobody could tell a response that is gone from a wrong request. */
function noPrevious(id: string): GatewayError {
  return new GatewayError({
    status: 404,
    type: 'not_found_error',
    message: `Previous response with id '${id.slice(0, 200)}' not found.`,
    param: 'previous_response_id',
  });
}
