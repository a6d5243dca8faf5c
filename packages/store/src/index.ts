export { createBatchWriter, type BatchWriter, type BatchWriterOptions } from './batch-writer.ts';
export type { DatabaseKind, Migration } from './database/migration.ts';
export { openDatabase, type Database, type DatabaseOptions } from './database/open-database.ts';
export { PostgresListener, type ListenerOptions } from './database/postgres-listener.ts';
export type { Claim, Claimed, Limits, LimitState, PurseClaim, Settlement } from './shared-state/limits.ts';
export { openSharedState, type SharedStateOptions } from './shared-state/open-shared-state.ts';
export type { RedisSettings } from './shared-state/redis-address.ts';
export type { RedisReport, SharedState, SharedStateStatus } from './shared-state/shared-state.ts';
