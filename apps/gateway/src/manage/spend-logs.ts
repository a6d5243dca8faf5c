import type { FastifyInstance } from 'fastify';
import { findSpend, sumSpendByDay, type ShownSpend, type SpendFilter } from '../observe/spend/find-spend.ts';
import type { SpendLog } from '../observe/spend/spend-log.ts';
import { badRequest, GatewayError } from '../failure/gateway-error.ts';

const NAMES = ['request_id', 'api_key', 'start_date', 'end_date', 'summarize'] as const;
type Query = Partial<Record<(typeof NAMES)[number], string>>;

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const LONGEST_VALUE = 512;

/**
 * `GET /spend/logs` in LiteLLM's shape: rows, the newest first and at most 1,000; with both dates sums by day, unless
 * `summarize=false`. The last day counts whole.
 */
export function serveSpendLogs(app: FastifyInstance, spend: () => SpendLog | undefined): void {
  app.get<{ Querystring: Record<string, unknown> }>(
    '/spend/logs',
    { config: { scope: 'spend:read' } },
    async ({ query }) => {
      const {
        start_date: firstDay,
        end_date: lastDay,
        request_id: requestId,
        api_key: apiKey,
        summarize,
      } = readQuery(query);
      const filter: SpendFilter = { requestId, apiKey, firstDay, lastDay };
      const rows = await openRows(spend());
      const isSum = firstDay !== undefined && lastDay !== undefined && summarize !== 'false';
      return isSum ? await sumSpendByDay(rows, filter) : (await findSpend(rows, filter)).map(asLiteLlmShows);
    },
  );
}

function readQuery(given: Readonly<Record<string, unknown>>): Query {
  const query: Query = {};
  for (const name of NAMES) {
    const value = given[name];
    if (value === undefined || value === '') continue;
    if (typeof value !== 'string' || value.length > LONGEST_VALUE)
      throw badRequest(`${name} must be one short text`, name);
    if (name.endsWith('_date') && !isDay(value)) throw badRequest(`${name} must be a day such as 2026-11-23`, name);
    query[name] = value;
  }
  return query;
}

function isDay(text: string): boolean {
  // Otherwise February the 30th is a day of March.
  const time = Date.parse(text);
  return DAY.test(text) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

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
