/** What was used, and what may still be. Neither retention nor the end of a key touches it. */
export interface UsageTables {
  usage: UsageTable;
  cost_holds: CostHoldsTable;
}

/** One question that was paid for. */
export interface UsageTable {
  /** `use_…` */
  id: string;
  /** When it was answered: ISO 8601 in UTC with milliseconds, whose first ten characters are its day. */
  at: string;
  workspace: string;
  key_id: string;
  recipe: string;
  /** What the questions of one generation have in common. */
  generation: string;
  /** The one that served; null where none was asked. */
  model: string | null;
  input_tokens: number;
  output_tokens: number;
  /** US dollars; null where it is not known. */
  cost_usd: number | null;
  /** US dollars that it cannot have passed, for limits where the cost is not known. */
  bound_usd: number;
  /** 1 in the first row of a generation, 0 in the others. */
  generations: number;
}

/** What a generation under way may still cost, of a key whose cost is limited. */
export interface CostHoldsTable {
  id: string;
  key_id: string;
  amount_usd: number;
  /** Renewed while the process lives; what a dead one held is free again then. */
  expires_at: string;
}
