import type { Migration } from '@showrunner/store';
import { sql } from 'kysely';

const DAY_MS = 86_400_000;

/**
 * SQLite keeps a row where the one before is, and nowhere else: its ids are looked for by looking through, and what
 * callers say of requests is added to the sums of days later, with the rest. What is there was summed by label already,
 * so its days are summed now, and one number says how far both are.
 */
export const spendInSequenceStep: Migration = {
  id: '0011-spend-in-sequence',
  up: async (query, kind) => {
    if (kind === 'postgres') return;
    await query.schema.dropIndex('spend_logs_row').execute();
    await query.schema.dropIndex('spend_logs_request').execute();
    await sql`
      insert into daily_spend
        (day, series_id, spend, prompt_tokens, completion_tokens, cache_read_tokens, cache_write_tokens, requests, duration_ms)
      select started_at / ${sql.lit(DAY_MS)}, series_id, coalesce(sum(spend), 0), sum(prompt_tokens),
        sum(completion_tokens), coalesce(sum(cache_read_tokens), 0), coalesce(sum(cache_write_tokens), 0), count(*),
        sum(ended_at - started_at)
      from spend_logs where rowid > (select until from summed_spend)
      group by 1, 2
      on conflict (day, series_id) do update set
        spend = daily_spend.spend + excluded.spend,
        prompt_tokens = daily_spend.prompt_tokens + excluded.prompt_tokens,
        completion_tokens = daily_spend.completion_tokens + excluded.completion_tokens,
        cache_read_tokens = daily_spend.cache_read_tokens + excluded.cache_read_tokens,
        cache_write_tokens = daily_spend.cache_write_tokens + excluded.cache_write_tokens,
        requests = daily_spend.requests + excluded.requests,
        duration_ms = daily_spend.duration_ms + excluded.duration_ms
    `.execute(query);
    await sql`update summed_spend set until = (select coalesce(max(rowid), 0) from spend_logs)`.execute(query);
  },
};
