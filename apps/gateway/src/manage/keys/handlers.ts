import type { Caller } from '@showrunner/access';
import type { Handlers } from '@showrunner/service';
import { VirtualKey } from '../../keys/virtual-key.ts';
import { isMapping, type Mapping } from '../../json/mapping.ts';
import type { ManagementPorts } from '../management-ports.ts';
import { readMembers } from '../members.ts';
import { kept, readAmount, readText, readTexts } from '../read-members.ts';
import { badRequest } from '../../failure/gateway-error.ts';
import { pageOf } from '../page-of.ts';
import { notFound, notYours } from '../refusals.ts';
import { accessibleKey, namedDigest } from './key-access.ts';
import { changeKey, setBlocked } from './change-key.ts';
import { changeKeys, changeTeamKeys } from './change-keys.ts';
import { listedKeys, keyFilter } from './list-keys.ts';
import { keyHealth } from './key-health.ts';
import { makeKey, makeServiceKey } from './generate-key.ts';
import { renewKey } from './renew-key.ts';
import { removeKeys } from './remove-keys.ts';
import { factsOf, shownKey, statusOf } from './show-key.ts';
import type { keyRoutes } from './routes.ts';

/** The one member of requests that name a key and nothing else. */
const named = { key: kept('request', readText) };

export function keyHandlers(ports: ManagementPorts): Handlers<typeof keyRoutes, Caller> {
  const { entities } = ports;
  return {
    makeKey: ({ request, caller }) => makeKey(ports, caller, request.body),
    makeServiceKey: ({ request, caller }) => makeServiceKey(ports, caller, request.body),
    getKey: ({ query: { key }, caller }) => getKey(ports, caller, key),
    async getKeys({ request, caller }) {
      const { keys = [] } = readMembers(request.body, { keys: kept('request', readTexts) });
      const found = await Promise.all((keys as string[]).map((key) => getKey(ports, caller, key)));
      return { key: keys, info: found.map(({ info }) => info) };
    },
    async listKeys({ query, caller }) {
      const filter = await keyFilter(entities, caller, query);
      return listedKeys(ports.entities, filter, query);
    },
    async listKeyAliases({ query: { page, size, search, team_id: teamId }, caller }) {
      // Those alone that have one.
      const filter = { ...(await keyFilter(entities, caller, { team_id: teamId })), aliasHolds: search ?? '' };
      const { rows, total } = await pageOf(entities, filter, { page, size, orderBy: 'alias', direction: 'asc' });
      const aliases = rows.flatMap(({ alias }) => alias ?? []);
      return { aliases, total_count: total, current_page: page, total_pages: Math.ceil(total / size), size };
    },
    checkKey: ({ caller }) => keyHealth(caller, ports.told()),
    changeKey: ({ request, caller }) => changeKey(ports, caller, request.body),
    changeKeys: ({ request, caller }) => changeKeys(ports, caller, request.body),
    changeTeamKeys: ({ request, caller }) => changeTeamKeys(ports, caller, request.body),
    removeKeys: ({ request, caller }) => removeKeys(entities, caller, request.body),
    blockKey: ({ request, caller }) => block(ports, caller, request.body, true),
    unblockKey: ({ request, caller }) => block(ports, caller, request.body, false),
    async resetSpend({ path: { key }, request, caller }) {
      const { reset_to: spend } = readMembers(request.body, { ...named, reset_to: kept('request', readAmount) });
      if (typeof spend !== 'number') throw badRequest('reset_to must be a number of dollars', 'reset_to');
      return changeKey(ports, caller, { key, spend });
    },
    renewKey: ({ path: { key }, request, caller }) => renewKey(ports, caller, key, request.body ?? {}),
    renewNamedKey({ request, caller }) {
      const key = isMapping(request.body) ? request.body.key : undefined;
      if (typeof key !== 'string') throw badRequest('key must name the key to make anew', 'key');
      return renewKey(ports, caller, key, request.body);
    },
  };
}

/** A key as its holder, or whoever looks after it, sees it. */
async function getKey(ports: ManagementPorts, caller: Caller, key: string | undefined) {
  if (key === undefined && !(caller instanceof VirtualKey)) throw notFound('Key not found in database', 'key');
  const { entities } = ports;
  const entity =
    key === undefined && caller instanceof VirtualKey
      ? await entities.find({ kind: 'key', id: caller.keyId })
      : await accessibleKey(entities, caller, key ?? '', '/key/info');
  if (!entity) throw notYours('key', 'key');
  const facts = await factsOf(ports.entities, [entity]);
  const shown = key === undefined ? facts.digests.get(entity.id) : key.startsWith('sk-') ? namedDigest(key) : key;
  return { key: shown, info: { ...shownKey(entity, facts), status: statusOf(entity) } };
}

async function block(ports: ManagementPorts, caller: Caller, body: unknown, isBlocked: boolean): Promise<Mapping> {
  const { key } = readMembers(body, named);
  if (typeof key !== 'string') throw badRequest('key must name a key, or its hash', 'key');
  // LiteLLM lets only administrators of the proxy and of teams block keys; who holds one may, and never unblock it.
  const entity = await accessibleKey(ports.entities, caller, key, isBlocked ? '/key/block' : '/key/unblock');
  return setBlocked(ports, caller, entity, isBlocked);
}
