import type { Caller } from '@showrunner/access';
import type { RouteTable } from '@showrunner/routes';
import type { Handlers } from '@showrunner/service';
import { z } from 'zod';
import { DAY_MS } from '../../observe/spend/day-figures.ts';
import { dayName, keyOf, readDays, totalsBy, type DaySum, type LabelFilter } from '../../observe/spend/read-days.ts';
import { queryText, upToAThousand } from '../query-members.ts';
import { openSums, type SpendPorts } from './spend-ports.ts';
import { queryDay } from './spend-query.ts';
import { seenSpend } from './who-sees.ts';

/** LiteLLM's views of what was spent are of the last thirty days. */
const USUAL_DAYS = 30;

const common = { method: 'get', tag: 'Spend', scope: 'spend:read', errors: ['SERVICE_UNAVAILABLE'] } as const;
const list = { kind: 'json', name: 'SpendTotals', schema: z.array(z.looseObject({})) } as const;
const object = { kind: 'json', name: 'SpendTotal', schema: z.looseObject({}) } as const;
const dates = z.object({ start_date: queryDay, end_date: queryDay });
const most = z.object({
  limit: upToAThousand.default(100),
});

/** What was spent in all and by parts, of what the caller sees, in LiteLLM's shapes (`spend_management_endpoints.py`, 1.108.7). */
export const spendTotalRoutes = {
  getGlobalSpend: { ...common, path: '/global/spend', summary: 'Show what was spent in thirty days', answer: object },
  listGlobalDays: { ...common, path: '/global/spend/logs', summary: 'Show what was spent, by day', answer: list },
  listGlobalKeys: {
    ...common,
    path: '/global/spend/keys',
    summary: 'List the keys that spent most',
    query: most,
    answer: list,
  },
  listGlobalModels: {
    ...common,
    path: '/global/spend/models',
    summary: 'List the models on which most was spent',
    query: most,
    answer: list,
  },
  getGlobalTeams: { ...common, path: '/global/spend/teams', summary: 'Show what teams spent, by day', answer: object },
  listGlobalProviders: {
    ...common,
    path: '/global/spend/provider',
    summary: 'List what was spent with each vendor',
    query: dates,
    answer: list,
  },
  getGlobalTags: {
    ...common,
    path: '/global/spend/tags',
    summary: 'Show what was spent under each tag',
    query: z.object({ start_date: queryDay, end_date: queryDay, tags: queryText }),
    answer: object,
  },
  listSpendTags: {
    ...common,
    path: '/spend/tags',
    summary: 'List what was spent under each tag',
    query: dates,
    answer: list,
  },
  getGlobalActivity: {
    ...common,
    path: '/global/activity',
    summary: 'Show how many requests and tokens there were, by day',
    query: dates,
    answer: object,
  },
  listGlobalModelActivity: {
    ...common,
    path: '/global/activity/model',
    summary: 'Show the same for each model',
    query: dates,
    answer: list,
  },
} as const satisfies RouteTable;

interface Asked {
  readonly start_date?: string | undefined;
  readonly end_date?: string | undefined;
}

/** What totals go by beside the sums. */
export interface TotalPorts extends SpendPorts {
  /** What all calls together may cost, in US dollars; nothing where they may cost anything. */
  readonly maxBudget: () => number | undefined;
}

export function spendTotalHandlers(ports: TotalPorts): Handlers<typeof spendTotalRoutes, Caller> {
  const read = async (caller: Caller, asked: Asked = {}, label?: LabelFilter): Promise<DaySum[]> => {
    const last = asked.end_date ?? new Date().toISOString().slice(0, 10);
    const first = asked.start_date ?? dayName(Date.parse(last) / DAY_MS - USUAL_DAYS);
    return readDays(await openSums(ports), { seen: await seenSpend(ports.entities, caller) }, { first, last }, label);
  };
  const tagTotals = async (caller: Caller, asked: Asked, tags?: string) => {
    const labels = tags?.split(',').map((tag) => tag.trim());
    const totals = totalsBy(await read(caller, asked, { kind: 'tag', labels }), ({ label }) => label);
    return totals.filter(({ name }) => name !== '');
  };
  return {
    async getGlobalSpend({ caller }) {
      const sums = await read(caller);
      return { spend: sums.reduce((total, { spend }) => total + spend, 0), max_budget: ports.maxBudget() ?? null };
    },
    listGlobalDays: async ({ caller }) =>
      byDay(await read(caller)).map(([day, own]) => ({ date: dayName(day), spend: spendOf(own) })),
    async listGlobalKeys({ query, caller }) {
      const sums = await read(caller);
      const aliases = new Map(sums.map((sum) => [keyOf(sum), sum.key_alias]));
      return totalsBy(sums, keyOf)
        .slice(0, query.limit)
        .map(({ name, spend }) => ({ api_key: name, total_spend: spend, key_alias: aliases.get(name) || null }));
    },
    listGlobalModels: async ({ query, caller }) =>
      totalsBy(await read(caller), ({ model }) => model)
        .slice(0, query.limit)
        .map(({ name, spend }) => ({ model: name, total_spend: spend })),
    async getGlobalTeams({ caller }) {
      const sums = await read(caller);
      const nameOf = (sum: DaySum): string => sum.team_alias || sum.team_id || 'Unassigned';
      const totals = totalsBy(sums, nameOf);
      return {
        daily_spend: byDay(sums).map(([day, own]) => ({
          date: dayName(day),
          ...Object.fromEntries(totalsBy(own, nameOf).map(({ name, spend }) => [name, spend])),
        })),
        teams: totals.map(({ name }) => name),
        total_spend_per_team: totals.slice(0, 10).map(({ name, spend }) => ({ team_id: name, total_spend: spend })),
      };
    },
    listGlobalProviders: async ({ query, caller }) =>
      totalsBy(await read(caller, query), ({ custom_llm_provider: provider }) => provider)
        .filter(({ name }) => name !== '')
        .map(({ name, spend }) => ({ provider: name, spend })),
    getGlobalTags: async ({ query, caller }) => ({
      spend_per_tag: (await tagTotals(caller, query, query.tags)).map(({ name, spend, requests }) => ({
        name,
        spend,
        log_count: requests,
      })),
      // A request with several tags counts once.
      total_spend: spendOf(await read(caller, query, { kind: 'tagged' })),
    }),
    listSpendTags: async ({ query, caller }) =>
      (await tagTotals(caller, query)).map(({ name, spend, requests }) => ({
        individual_request_tag: name,
        log_count: requests,
        total_spend: spend,
      })),
    getGlobalActivity: async ({ query, caller }) => activityOf(await read(caller, query)),
    async listGlobalModelActivity({ query, caller }) {
      const models = [...Map.groupBy(await read(caller, query), ({ model_group: group }) => group)];
      return models.map(([model, own]) => ({ model, ...activityOf(own) }));
    },
  };
}

function activityOf(sums: readonly DaySum[]) {
  const days = byDay(sums).map(([day, own]) => {
    const [total] = totalsBy(own, () => '');
    return { date: dayName(day), api_requests: total?.requests ?? 0, total_tokens: total?.tokens ?? 0 };
  });
  return {
    daily_data: days,
    sum_api_requests: days.reduce((total, { api_requests: requests }) => total + requests, 0),
    sum_total_tokens: days.reduce((total, { total_tokens: tokens }) => total + tokens, 0),
  };
}

function byDay(sums: readonly DaySum[]): [day: number, sums: DaySum[]][] {
  return [...Map.groupBy(sums, ({ day }) => day)].sort(([one], [other]) => one - other);
}

function spendOf(sums: readonly DaySum[]): number {
  return sums.reduce((total, { spend }) => total + spend, 0);
}
