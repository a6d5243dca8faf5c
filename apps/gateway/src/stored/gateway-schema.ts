import type { DatabaseKind, DatabaseOptions } from '@showrunner/store';

/** Where in Postgres the gateway's tables lie: LiteLLM's, which have `public`, are never written. */
export const gatewaySchema = {
  name: 'showrunner_gateway',
  // Made in `public` by the steps up to 0004; later ones begin here.
  formerTables: [
    'spend_series',
    'spend_logs',
    'responses',
    'vendor_things',
    'entities',
    'unique_aliases',
    'key_digests',
    'purses',
    'purse_batches',
    'entity_changes',
  ],
} as const satisfies DatabaseOptions['schema'];

/** A table's name for statements that are written out: the query builder qualifies its own. */
export function tableName(kind: DatabaseKind, table: string): string {
  return kind === 'postgres' ? `"${gatewaySchema.name}"."${table}"` : `"${table}"`;
}
