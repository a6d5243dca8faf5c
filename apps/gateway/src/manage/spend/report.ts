import type { Caller } from '@showrunner/access';
import type { RouteTable } from '@showrunner/routes';
import type { Handlers } from '@showrunner/service';
import { z } from 'zod';
import { dayName, keyOf, readDays, totalsBy, type DaySum, type LabelFilter } from '../../observe/spend/read-days.ts';
import type { SeriesFilter } from '../../observe/spend/spend-filter.ts';
import { checkSeesEverything } from '../granter.ts';
import { queryText } from '../query-members.ts';
import { openSums, type SpendPorts } from './spend-ports.ts';
import { daysOf, queryDay } from './spend-query.ts';
import { namedKey, seenSpend } from './who-sees.ts';

/** What was spent between two days, in LiteLLM's shapes (`spend_management_endpoints.py`, 1.108.7). All days are in UTC. */
export const spendReportRoutes = {
  getSpendReport: {
    method: 'get',
    tag: 'Spend',
    scope: 'spend:read',
    path: '/global/spend/report',
    summary: 'Report what teams, customers or keys spent, by model',
    description:
      'By `team` and `customer` day by day; by `api_key`, and of the key in `api_key` or the keys of the user in ' +
      '`internal_user_id`, in all.',
    query: z.object({
      start_date: queryDay,
      end_date: queryDay,
      group_by: z.enum(['team', 'customer', 'api_key'], 'must be team, customer or api_key').default('team'),
      api_key: queryText,
      internal_user_id: queryText,
      team_id: queryText,
      customer_id: queryText,
    }),
    answer: { kind: 'json', name: 'SpendReport', schema: z.array(z.looseObject({})) },
    errors: ['SERVICE_UNAVAILABLE'],
  },
} as const satisfies RouteTable;

export function spendReportHandlers(ports: SpendPorts): Handlers<typeof spendReportRoutes, Caller> {
  return {
    async getSpendReport({ query, caller }) {
      const { api_key: key, internal_user_id: user, team_id: team, customer_id: customer, group_by: by } = query;
      const days = daysOf(query);
      const own: SeriesFilter = {
        seen: await seenSpend(ports.entities, caller),
        keys: await namedKey(ports.entities, key),
        users: user === undefined ? undefined : [user],
        teams: team === undefined ? undefined : [team],
      };
      const read = async (label?: LabelFilter) => readDays(await openSums(ports), own, days, label);
      if (by === 'customer' || customer !== undefined) {
        checkSeesEverything(caller);
        const sums = await read({ kind: 'customer', labels: customer === undefined ? undefined : [customer] });
        const named = sums.filter(({ label }) => label !== '');
        return byDay(named, 'customers', ({ label }) => label, 'customer');
      }
      if (by === 'api_key' || key !== undefined || user !== undefined) return byKey(await read());
      return byDay(
        await read(),
        'teams',
        ({ team_alias: alias, team_id: id }) => alias || id || 'Unassigned',
        'team_name',
      );
    },
  };
}

/** Each day's groups, and of each the models by key. */
function byDay(sums: readonly DaySum[], groups: string, nameOf: (sum: DaySum) => string, name: string) {
  return [...Map.groupBy(sums, ({ day }) => day)].map(([day, ofDay]) => ({
    group_by_day: `${dayName(day)}T00:00:00Z`,
    [groups]: [...Map.groupBy(ofDay, nameOf)].map(([group, own]) => ({
      [name]: group,
      total_spend: own.reduce((total, { spend }) => total + spend, 0),
      metadata: [...Map.groupBy(own, (sum) => JSON.stringify([sum.model, keyOf(sum)])).values()].flatMap((alike) =>
        alike[0] ? { model: alike[0].model, api_key: keyOf(alike[0]), ...figuresOf(alike) } : [],
      ),
    })),
  }));
}

function figuresOf(sums: readonly DaySum[]): { spend: number; total_tokens: number } {
  const [total] = totalsBy(sums, () => '');
  return { spend: total?.spend ?? 0, total_tokens: total?.tokens ?? 0 };
}

/** The dearest key first, of each its models. */
function byKey(sums: readonly DaySum[]) {
  const keys = [...Map.groupBy(sums, keyOf)].map(([key, own]) => ({
    api_key: key,
    ...costOf(own),
    model_details: [...Map.groupBy(own, ({ model }) => model)].map(([model, alike]) => ({ model, ...costOf(alike) })),
  }));
  return keys.sort((one, other) => other.total_cost - one.total_cost);
}

function costOf(sums: readonly DaySum[]) {
  return {
    total_cost: sums.reduce((total, { spend }) => total + spend, 0),
    total_input_tokens: sums.reduce((total, sum) => total + sum.prompt_tokens, 0),
    total_output_tokens: sums.reduce((total, sum) => total + sum.completion_tokens, 0),
  };
}
