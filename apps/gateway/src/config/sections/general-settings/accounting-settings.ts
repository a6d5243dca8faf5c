import { readRetention } from '../../reading/duration.ts';
import type { Section } from '../../reading/section.ts';

const DEFAULT_SPEND_SWEEP_SECONDS = 86_400;

/** As long as OpenAI keeps them (its guide "Conversation state", 2026-11). */
const DEFAULT_RESPONSES_SECONDS = 30 * 86_400;

/** What is written down of requests. */
export interface AccountingSettings {
  /** False under `disable_spend_logs`. */
  readonly keepsSpend: boolean;
  /** `finish_abandoned_calls`: whole answers whose client has left are waited for, so that the books are exact. */
  readonly finishesAbandoned: boolean;
  /** Nothing where rows are kept for good. */
  readonly spendRetention: SpendRetention | undefined;
  /** How long responses are kept that are made here; nothing where none is. */
  readonly keepResponsesSeconds: number | undefined;
}

/** How long spend rows are kept, and how often older ones are looked for. */
export interface SpendRetention {
  readonly keepSeconds: number;
  readonly everySeconds: number;
}

export function readAccounting(general: Section): AccountingSettings {
  return {
    keepsSpend: general.flag('disable_spend_logs') !== true,
    finishesAbandoned: general.flag('finish_abandoned_calls') ?? false,
    spendRetention: readSpendRetention(general),
    keepResponsesSeconds:
      general.flag('disable_stored_responses') === true
        ? undefined
        : (readRetention(general, 'maximum_stored_responses_retention_period') ?? DEFAULT_RESPONSES_SECONDS),
  };
}

function readSpendRetention(general: Section): SpendRetention | undefined {
  const keepSeconds = readRetention(general, 'maximum_spend_logs_retention_period');
  const everySeconds = readRetention(general, 'maximum_spend_logs_retention_interval');
  if (keepSeconds === undefined) return undefined;
  return { keepSeconds, everySeconds: everySeconds ?? DEFAULT_SPEND_SWEEP_SECONDS };
}
