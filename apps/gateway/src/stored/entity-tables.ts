/** Who may call, and what it costs them (docs/decisions/0031). Times are milliseconds since 1970. */
export interface EntityTables {
  entities: EntityRow;
  unique_aliases: UniqueAliasRow;
  key_digests: KeyDigestRow;
  purses: PurseRow;
  purse_batches: PurseBatchRow;
  entity_changes: EntityChangeRow;
}

/**
 * What can be managed: `member` is a user in a team, `organization_member` one in an organization, `model_access_group` what
 * is spent together by those to whom a name in `model_info.access_groups` opens models.
 */
export type EntityKind =
  | 'key'
  | 'team'
  | 'user'
  | 'member'
  | 'organization'
  | 'organization_member'
  | 'customer'
  | 'tag'
  | 'budget'
  | 'access_group'
  | 'model_access_group'
  | 'model'
  | 'credential'
  | 'setting'
  | 'id_key';

/** What is looked for stands in columns of its own, all else in the settings, under LiteLLM's names. */
export interface EntityRow {
  readonly kind: EntityKind;
  readonly id: string;
  readonly alias: string | null;
  readonly team_id: string | null;
  readonly user_id: string | null;
  readonly organization_id: string | null;
  readonly budget_id: string | null;
  readonly created_at: number;
  readonly created_by: string | null;
  readonly updated_at: number;
  readonly updated_by: string | null;
  /** JSON. */
  readonly settings: string;
}

/** Aliases that only one of a kind may have. */
export interface UniqueAliasRow {
  readonly kind: EntityKind;
  readonly alias: string;
  readonly id: string;
}

/** By which a key is found: its SHA-256, and for a while after it was made anew that of the one before. */
export interface KeyDigestRow {
  readonly digest: string;
  readonly key_id: string;
  /** Null of the one that holds now. */
  readonly valid_until: number | null;
}

/** What one of them has spent, in US dollars. */
export interface PurseRow {
  /** `key:9f3a`, `team:blue`, `key:9f3a:model:gpt`. */
  readonly id: string;
  /** Ever. */
  readonly total: number;
  /** Within the window that ends then; where there has never been one, the same as ever. */
  readonly spent: number;
  readonly window_ends_at: number | null;
  /** Counts how often it was set by hand: counters of before count no longer. */
  readonly epoch: number;
}

/** What was added together, so that it is not added twice where its answer was lost. */
export interface PurseBatchRow {
  readonly id: string;
  readonly written_at: number;
}

/** What was changed of late, for those who remember it. */
export interface EntityChangeRow {
  readonly id: string;
  readonly kind: EntityKind;
  readonly entity_id: string;
  readonly changed_at: number;
}
