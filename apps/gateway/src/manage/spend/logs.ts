import type { Caller } from '@showrunner/access';
import type { RouteTable } from '@showrunner/routes';
import type { Handlers } from '@showrunner/service';
import { z } from 'zod';
import { badRequest } from '../../failure/gateway-error.ts';
import { countSpend, findSpend, sumSpendByDay } from '../../observe/spend/find-spend.ts';
import { timesOf, type SpendFilter } from '../../observe/spend/spend-filter.ts';
import { pageNumber, queryText, upToAThousand } from '../query-members.ts';
import { openSpend, type SpendPorts } from './spend-ports.ts';
import { millisecondsOf, queryDay, queryDollars, queryMoment } from './spend-query.ts';
import { namedKey, seenSpend } from './who-sees.ts';

const tag = 'Spend';
const errors = ['SERVICE_UNAVAILABLE'] as const;
const ORDERS = ['startTime', 'endTime', 'spend', 'total_tokens', 'request_duration_ms', 'model', 'ttft_ms'] as const;

/** What single requests cost, in LiteLLM's shape (`spend_management_endpoints.py`, 1.108.7). */
export const spendLogRoutes = {
  listSpend: {
    method: 'get',
    path: '/spend/logs',
    tag,
    summary: 'List what requests cost',
    description:
      'Rows, the newest first and at most 1,000: of the caller’s own user, or key where it has no user, and of teams and organizations that they are an admin of; administrators and those who see everything see all. With both dates sums by day, unless `summarize=false`. The last day counts whole. `api_key` is a key or its digest; `request_id` a row’s own id, the call’s or the vendor’s.',
    scope: 'spend:read',
    query: z.object({
      request_id: queryText,
      api_key: queryText,
      user_id: queryText,
      start_date: queryDay,
      end_date: queryDay,
      summarize: queryText,
    }),
    answer: { kind: 'json', name: 'Spend', schema: z.array(z.looseObject({})) },
    errors,
  },
  pageSpend: {
    method: 'get',
    path: '/spend/logs/v2',
    tag,
    summary: 'List what requests cost, page by page',
    description: 'The same rows, between two times that have to be named, filtered and sorted.',
    scope: 'spend:read',
    query: z.object({
      start_date: queryMoment,
      end_date: queryMoment,
      request_id: queryText,
      api_key: queryText,
      key_alias: queryText,
      user_id: queryText,
      team_id: queryText,
      session_id: queryText,
      end_user: queryText,
      model: queryText,
      model_id: queryText,
      model_group: queryText,
      status_filter: queryText,
      cache_hit_filter: z.enum(['hit', 'miss'], 'must be hit or miss').optional(),
      error_code: z.coerce.number('must be a status such as 429').int('must be a status such as 429').optional(),
      min_spend: queryDollars,
      max_spend: queryDollars,
      page: pageNumber,
      page_size: upToAThousand.default(50),
      sort_by: z.enum(ORDERS, `must be one of ${ORDERS.join(', ')}`).default('startTime'),
      sort_order: z.enum(['asc', 'desc'], 'must be asc or desc').default('desc'),
    }),
    answer: { kind: 'json', name: 'SpendPage', schema: z.looseObject({ data: z.array(z.looseObject({})) }) },
    errors,
  },
} as const satisfies RouteTable;

export function spendLogHandlers(ports: SpendPorts): Handlers<typeof spendLogRoutes, Caller> {
  const { entities } = ports;
  return {
    async listSpend({ query, caller }) {
      const { start_date: firstDay, end_date: lastDay, request_id: requestId, user_id: user, summarize } = query;
      const rows = await openSpend(ports);
      const filter: SpendFilter = {
        requestId,
        seen: await seenSpend(entities, caller),
        keys: await namedKey(entities, query.api_key),
        users: user === undefined ? undefined : [user],
        ...timesOf(firstDay, lastDay),
      };
      const isSum = firstDay !== undefined && lastDay !== undefined && summarize !== 'false';
      return isSum ? await sumSpendByDay(rows, filter) : await findSpend(rows, filter);
    },
    async pageSpend({ query, caller }) {
      const { start_date: from, end_date: until, page, page_size: size } = query;
      if (from === undefined) throw badRequest('start_date is required', 'start_date');
      if (until === undefined) throw badRequest('end_date is required', 'end_date');
      const rows = await openSpend(ports);
      const filter: SpendFilter = {
        ...filterOf(query),
        seen: await seenSpend(entities, caller),
        keys: await namedKey(entities, query.api_key),
        from: millisecondsOf(from),
        // The time itself counts, as in LiteLLM.
        until: millisecondsOf(until) + 1,
      };
      const order = { orderBy: query.sort_by, direction: query.sort_order, offset: (page - 1) * size, limit: size };
      const [data, total] = [await findSpend(rows, filter, order), await countSpend(rows, filter)];
      return { data, total, page, page_size: size, total_pages: Math.ceil(total / size) };
    },
  };
}

type PageQuery = z.infer<typeof spendLogRoutes.pageSpend.query>;

function filterOf(query: PageQuery): SpendFilter {
  const { cache_hit_filter: hit, user_id: user, team_id: team } = query;
  return {
    requestId: query.request_id,
    keyAliasHolds: query.key_alias,
    users: user === undefined ? undefined : [user],
    teams: team === undefined ? undefined : [team],
    sessionHolds: query.session_id,
    customer: query.end_user,
    model: query.model,
    modelId: query.model_id,
    modelGroup: query.model_group,
    status: query.status_filter,
    cacheHit: hit === undefined ? undefined : hit === 'hit' ? 'True' : 'False',
    statusCode: query.error_code,
    leastSpend: query.min_spend,
    mostSpend: query.max_spend,
  };
}
