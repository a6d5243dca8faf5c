import type { Identity } from '@showrunner/access';
import type { Standing, VirtualKey } from '../keys/virtual-key.ts';
import type { LabelKind } from '../keys/label.ts';
import { notKept } from '../keys/grants/key-rules.ts';
import type { ListOwner } from '../keys/grants/model-lists.ts';
import { badRequest, GatewayError } from '../failure/gateway-error.ts';

/** Why nobody was found who may ask, in LiteLLM's words. */
export function callerRefusal(kind: Exclude<Identity['kind'], 'known'>): GatewayError {
  switch (kind) {
    case 'no_key':
      return unauthorized('No api key passed in.');
    case 'unreadable_key':
      return unauthorized('No key can be read in the header that should hold one; it takes `Bearer` and the key.');
    case 'unknown_key':
      return new GatewayError({
        status: 401,
        type: 'token_not_found_in_db',
        param: 'key',
        message: 'Authentication Error, Invalid API key provided.',
        headers: { 'www-authenticate': 'Bearer' },
      });
    case 'expired_key':
      return unauthorized('The key has expired.');
    case 'several_keys':
      return badRequest('The request has two Authorization headers; send one');
    case 'foreign_page':
      return forbidden(
        'a web page from elsewhere may not call a gateway that runs without a key; set LITELLM_MASTER_KEY, or name the host in ALLOWED_HOSTS',
      );
  }
}

export function scopeRefusal(scope: string): GatewayError {
  return forbidden(`this key lacks the scope ${scope}`);
}

/** Why a key that is known is good for nothing now. */
export function standingRefusal(key: VirtualKey, standing: Exclude<Standing, 'good'>): GatewayError {
  switch (standing) {
    case 'blocked':
      return unauthorized("Key is blocked. Update via `/key/unblock` if you're an admin.");
    case 'team_blocked':
      return unauthorized(`Team=${key.teamId} is blocked. Update via \`/team/unblock\` if you're an admin.`);
    case 'not_kept':
      return forbidden(
        `the key was held to what nothing here goes by (${notKept(key.holding).join(', ').slice(0, 500)}), and is refused so that it is no freer than it was; once it has limits in their place, an administrator lets go of it: null for \`not_kept\` in the /update of the key, team, user or organization that shows it`,
      );
    case 'expired':
      return new GatewayError({
        status: 401,
        type: 'expired_key',
        // As LiteLLM tells a key by its hash.
        param: `sk-...${key.digest.slice(-4)}`,
        message: `Authentication Error - Expired Key. Key Expiry time ${new Date(key.expiresAt).toISOString()} and current time ${new Date().toISOString()}`,
        headers: { 'www-authenticate': 'Bearer' },
      });
  }
}

/** A call for somebody who is blocked, or under a tag that is, in LiteLLM's words and with its status. */
export function customerRefusal(kind: LabelKind, id: string): GatewayError {
  const message =
    kind === 'customer'
      ? `User blocked from making LLM API Calls. User=${id}`
      : `Blocked from making LLM API Calls. ${kind}=${id}`;
  return new GatewayError({ status: 400, type: 'auth_error', param: kind === 'customer' ? 'user' : 'tags', message });
}

/** A key that is held to other routes. */
export function routeRefusal(allowed: readonly string[], path: string): GatewayError {
  return new GatewayError({
    status: 403,
    type: 'auth_error',
    param: 'None',
    message: `Virtual key is not allowed to call this route. Only allowed to call routes: ${JSON.stringify(allowed)}. Tried to call route: ${path}`,
  });
}

/** In LiteLLM's names of errors (`ProxyErrorTypes`, 1.108.7). */
const TOLD_OWNERS: Readonly<Record<ListOwner, string>> = {
  key: 'key',
  team: 'team',
  member: 'team',
  user: 'user',
  organization: 'org',
  customer: 'customer',
};

/** A model that is kept out by somebody's list; a name that nobody serves is told in the same words. */
export function modelRefusal(model: string, owner: ListOwner): GatewayError {
  return new GatewayError({
    status: 403,
    type: `${TOLD_OWNERS[owner]}_model_access_denied`,
    param: 'model',
    message: `The requested model '${model.slice(0, 256)}' is not available for this API key, or the model name is invalid. Check the models available to you and try again.`,
  });
}

function unauthorized(reason: string): GatewayError {
  return authError(401, reason, { 'www-authenticate': 'Bearer' });
}

function forbidden(reason: string): GatewayError {
  return authError(403, reason, {});
}

function authError(status: number, reason: string, headers: Record<string, string>): GatewayError {
  return new GatewayError({
    status,
    type: 'auth_error',
    param: 'None',
    message: `Authentication Error, ${reason}`,
    headers,
  });
}
