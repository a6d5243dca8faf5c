import type { FinishedRecord } from '../../exchange/record/record.ts';
import type { SpendSeries } from '../../stored/spend-tables.ts';

/** A request on its way to its row. */
export interface WrittenSpend {
  readonly rowId: string;
  readonly record: FinishedRecord;
  readonly series: SpendSeries;
}
