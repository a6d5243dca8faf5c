import type { Caller } from '@showrunner/access';
import type { RouteTable } from '@showrunner/routes';
import type { Handlers } from '@showrunner/service';
import { z } from 'zod';
import { badRequest } from '../../failure/gateway-error.ts';
import type { Mapping } from '../../json/mapping.ts';
import { VirtualKey } from '../../keys/virtual-key.ts';
import { DAY_MS } from '../../observe/spend/day-figures.ts';
import { dayName, readDays, totalsBy } from '../../observe/spend/read-days.ts';
import type { Entity } from '../../stored/entities/entity.ts';
import type { Entities } from '../../stored/entities/entities.ts';
import { purseName } from '../../stored/entities/purse-name.ts';
import { checkSeesEverything, seesEverything } from '../granter.ts';
import { setSpent } from '../keys/set-spent.ts';
import { factsOf, listedKey } from '../keys/show-key.ts';
import { readMembers, type MemberTable } from '../members.ts';
import { queryText } from '../query-members.ts';
import { kept, readText, readTime } from '../read-members.ts';
import { forbidden, notYours } from '../refusals.ts';
import { spendFactsOf } from '../show-spent.ts';
import { shownUser, userFactsOf } from '../users/show-user.ts';
import { openSums, type SpendPorts } from './spend-ports.ts';
import { namedKey } from './who-sees.ts';

/** A database takes no longer list of ids in one question, and no longer change without keeping others waiting. */
const AT_ONCE = 500;
/** LiteLLM's own bound. */
const MOST_CUSTOMERS = 100;
/** LiteLLM's span where nobody says one. */
const USUAL_DAYS = 30;

const common = { tag: 'Spend', errors: ['SERVICE_UNAVAILABLE'] } as const;
const list = { kind: 'json', name: 'Spenders', schema: z.array(z.looseObject({})) } as const;

/** Who spent how much, the dearest first, in LiteLLM's shapes (`spend_management_endpoints.py`, 1.108.7). */
export const spenderRoutes = {
  listSpendingKeys: {
    ...common,
    method: 'get',
    scope: 'spend:read',
    path: '/spend/keys',
    summary: 'List keys by what they have spent',
    description: 'Administrators see all, others those of their user.',
    answer: list,
  },
  listSpendingUsers: {
    ...common,
    method: 'get',
    scope: 'spend:read',
    path: '/spend/users',
    summary: 'List users by what they have spent',
    description: 'Administrators see all, others themselves.',
    query: z.object({ user_id: queryText }),
    answer: list,
  },
  listSpendingCustomers: {
    ...common,
    method: 'post',
    scope: 'spend:read',
    path: '/global/spend/end_users',
    summary: 'List the hundred customers who spent most, of all keys or of one',
    description: 'Whole days in UTC, by default the last thirty.',
    answer: list,
  },
  forgetSpend: {
    ...common,
    method: 'post',
    scope: 'spend:write',
    path: '/global/spend/reset',
    summary: 'Set what all keys and teams have spent to nothing',
    description: 'For the master key alone. Rows and sums of days stay.',
    answer: { kind: 'json', name: 'SpendForgotten', schema: z.object({ message: z.string(), status: z.string() }) },
  },
} as const satisfies RouteTable;

/** LiteLLM's `GlobalEndUsersSpend`. */
const customerMembers: MemberTable = {
  api_key: kept('request', readText),
  startTime: kept('request', readTime),
  endTime: kept('request', readTime),
};

export function spenderHandlers(ports: SpendPorts): Handlers<typeof spenderRoutes, Caller> {
  const { entities } = ports;
  return {
    async listSpendingKeys({ caller }) {
      const own = caller instanceof VirtualKey ? caller.userId : undefined;
      if (!seesEverything(caller) && own === undefined) return [];
      const userId = seesEverything(caller) ? undefined : own;
      return dearestFirst(
        await shownInParts(entities, { kind: 'key', userId }, async (keys) => {
          const facts = await factsOf(entities, keys);
          return keys.map((key) => listedKey(key, facts));
        }),
      );
    },
    async listSpendingUsers({ query: { user_id: asked }, caller }) {
      const own = caller instanceof VirtualKey ? caller.userId : undefined;
      if (!seesEverything(caller)) {
        if (own === undefined) return [];
        if (asked !== undefined && asked !== own) throw notYours('user', 'user_id');
      }
      const id = asked ?? (seesEverything(caller) ? undefined : own);
      return dearestFirst(
        await shownInParts(entities, { kind: 'user', ids: id === undefined ? undefined : [id] }, async (users) => {
          const facts = await userFactsOf(entities, users);
          return users.map((user) => shownUser(user, facts));
        }),
      );
    },
    async listSpendingCustomers({ request, caller }) {
      checkSeesEverything(caller);
      const { api_key: key, startTime: from, endTime: until } = readMembers(request.body ?? {}, customerMembers);
      const last = dayIn(until) ?? new Date().toISOString().slice(0, 10);
      const first = dayIn(from) ?? dayName(Date.parse(last) / DAY_MS - USUAL_DAYS);
      if (first > last) throw badRequest('endTime may not be before startTime', 'endTime');
      const keys = await namedKey(entities, typeof key === 'string' ? key : undefined);
      const sums = await readDays(await openSums(ports), { keys }, { first, last }, { kind: 'customer' });
      return totalsBy(sums, ({ label }) => label)
        .filter(({ name }) => name !== '')
        .slice(0, MOST_CUSTOMERS)
        .map(({ name, spend, requests }) => ({ end_user: name, total_count: requests, total_spend: spend }));
    },
    async forgetSpend({ caller }) {
      if (caller instanceof VirtualKey) throw forbidden('Only the master key may set all spend to nothing');
      for (const kind of ['key', 'team'] as const) await forgetSpentBy(entities, kind);
      return { message: 'Spend for all API Keys and Teams reset successfully', status: 'success' };
    },
  };
}

/** The day of a time, as `readTime` gives it. */
function dayIn(time: unknown): string | undefined {
  return typeof time === 'string' ? time.slice(0, 10) : undefined;
}

async function shownInParts(
  entities: Entities,
  filter: Parameters<Entities['list']>[0],
  show: (some: readonly Entity[]) => Promise<Mapping[]>,
): Promise<Mapping[]> {
  const shown: Mapping[] = [];
  for await (const some of partsOf(entities, filter)) shown.push(...(await show(some)));
  return shown;
}

async function* partsOf(entities: Entities, filter: Parameters<Entities['list']>[0]): AsyncGenerator<Entity[]> {
  for (let offset = 0; ; offset += AT_ONCE) {
    const some = await entities.list(filter, { orderBy: 'id', direction: 'asc', offset, limit: AT_ONCE });
    if (some.length > 0) yield some;
    if (some.length < AT_ONCE) return;
  }
}

function dearestFirst(shown: readonly Mapping[]): Mapping[] {
  return shown.toSorted((one, other) => Number(other.spend) - Number(one.spend));
}

async function forgetSpentBy(entities: Entities, kind: 'key' | 'team'): Promise<void> {
  for await (const some of partsOf(entities, { kind })) {
    const { purses } = await spendFactsOf(entities, some);
    const spending = some.filter(({ id }) => purses.has(purseName({ kind, id })));
    if (spending.length === 0) continue;
    await entities.change(async (writer) => {
      for (const one of spending) await setSpent(writer, one, 0, entities.calendar);
    });
  }
}
