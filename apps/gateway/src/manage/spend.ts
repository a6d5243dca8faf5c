import type { Caller } from '@showrunner/access';
import type { RouteTable } from '@showrunner/routes';
import type { Handlers } from '@showrunner/service';
import { z } from 'zod';
import { findSpend, sumSpendByDay, type ShownSpend, type SpendFilter } from '../observe/spend/find-spend.ts';
import type { SpendLog } from '../observe/spend/spend-log.ts';
import { GatewayError } from '../failure/gateway-error.ts';
import { seesEverything } from './granter.ts';

const text = z.string('must be one short text').max(512, 'must be one short text').optional();
const day = text.refine(isDay, 'must be a day such as 2026-11-23');

/** What was spent, in LiteLLM's shape. */
export const spendRoutes = {
  listSpend: {
    method: 'get',
    path: '/spend/logs',
    tag: 'Spend',
    summary: 'List what requests cost',
    description:
      'Rows, the newest first and at most 1,000, of the own key alone but for administrators and those who see everything; with both dates sums by day, unless `summarize=false`. The last day counts whole.',
    scope: 'spend:read',
    query: z.object({ request_id: text, api_key: text, start_date: day, end_date: day, summarize: text }),
    answer: { kind: 'json', name: 'Spend', schema: z.array(z.looseObject({})) },
    errors: ['SERVICE_UNAVAILABLE'],
  },
} as const satisfies RouteTable;

/** @param spend nothing where none is kept */
export function spendHandlers(spend: () => SpendLog | undefined): Handlers<typeof spendRoutes, Caller> {
  return {
    async listSpend({ query, caller }) {
      const { start_date: firstDay, end_date: lastDay, request_id: requestId, api_key: asked, summarize } = query;
      const apiKey = seesEverything(caller) ? asked : caller.keyId;
      const filter: SpendFilter = { requestId, apiKey, firstDay, lastDay };
      const rows = await openRows(spend());
      // Another's key and one that nobody has are answered alike.
      if (asked !== undefined && asked !== apiKey) return [];
      const isSum = firstDay !== undefined && lastDay !== undefined && summarize !== 'false';
      return isSum ? await sumSpendByDay(rows, filter) : (await findSpend(rows, filter)).map(asLiteLlmShows);
    },
  };
}

function isDay(given: string | undefined): boolean {
  if (given === undefined) return true;
  // Otherwise February the 30th is a day of March.
  const time = Date.parse(given);
  return DAY.test(given) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(given);
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The table, with what waits in it where that can be written now. Throws a 503 where it cannot be read. */
async function openRows(spend: SpendLog | undefined) {
  if (!spend) throw unavailable('Spend is not kept: general_settings.disable_spend_logs is true');
  await spend.flush().catch(() => undefined);
  try {
    return (await spend.open()).query;
  } catch (error) {
    throw unavailable('The database of the spend logs cannot be reached', error);
  }
}

function unavailable(message: string, cause?: unknown): GatewayError {
  return new GatewayError({ status: 503, type: 'service_unavailable', message, cause });
}

/** Members that LiteLLM's clients expect though nothing is kept under them. */
function asLiteLlmShows(row: ShownSpend): Record<string, unknown> {
  return { ...row, metadata: {}, messages: {}, response: {}, request_tags: [], user: '', cache_key: '' };
}
