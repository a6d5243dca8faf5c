export { createBatchWriter, type BatchWriter, type BatchWriterOptions } from './batch-writer.ts';
export { countPeers } from './database/count-peers.ts';
export { isDatabaseAway } from './database/is-database-away.ts';
export type { DatabaseKind, Migration } from './database/migration.ts';
export { openDatabase, type Database, type DatabaseOptions } from './database/open-database.ts';
export { openReader, type DatabaseReader } from './database/open-reader.ts';
export type { PostgresSchema } from './database/postgres-schema.ts';
export { PostgresListener, type ListenerOptions } from './database/postgres-listener.ts';
export type { Claim, Claimed, Limits, LimitState, PurseClaim, Settlement } from './shared-state/limits.ts';
export { RecentMap } from './recent-map.ts';
export { openSharedState, type SharedStateOptions } from './shared-state/open-shared-state.ts';
export type { RedisSettings } from './shared-state/redis/redis-address.ts';
export { createMemorySharedState } from './shared-state/memory/memory-shared-state.ts';
export { RemoteSharedState, type OwnerPort } from './shared-state/remote-shared-state.ts';
export { SharedStateOwner, type Asked, type SharedStateOfOne } from './shared-state/shared-state-owner.ts';
export {
  isHeardByOthers,
  type RedisReport,
  type SharedState,
  type SharedStateStatus,
} from './shared-state/shared-state.ts';
