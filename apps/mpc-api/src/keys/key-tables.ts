/** The table of named keys. Times are ISO-8601 texts in UTC with milliseconds. */
export interface KeyTables {
  api_keys: ApiKeysTable;
}

export interface ApiKeysTable {
  /** `key_…` */
  id: string;
  /** SHA-256 of the secret in hexadecimal; null once the key is removed. */
  digest: string | null;
  /** The last characters of the secret, by which people tell keys apart. */
  hint: string;
  name: string;
  workspace: string;
  /** A JSON list. */
  scopes: string;
  priority: number;
  requests_per_minute: number | null;
  max_parallel: number | null;
  daily_cost_usd: number | null;
  created_at: string;
  /** The id of the key that made it. */
  created_by: string;
  rotated_at: string | null;
  expires_at: string | null;
  /** Whoever has used a removed key still has jobs that go on within its limits. */
  deleted_at: string | null;
}
