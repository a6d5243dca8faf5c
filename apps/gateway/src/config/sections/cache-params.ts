import { isNamespace } from '../../exchange/asked/cache-namespace.ts';
import { settingNames } from '../../litellm/setting-names.ts';
import { words, type KnownKeys } from '../reading/known-keys.ts';
import { placeIn, type RedisPlace } from '../reading/redis-place.ts';
import type { Section } from '../reading/section.ts';
import { isSemantic, readSemanticCache, type SemanticSettings } from '../reading/semantic-cache.ts';

const keys: KnownKeys = {
  actedOn: words(`
    type url host port password redis_startup_nodes username ssl namespace ttl default_in_memory_ttl default_in_redis_ttl mode
    supported_call_types ttl_by_call_type
    similarity_threshold redis_semantic_cache_embedding_model valkey_semantic_cache_embedding_model
    qdrant_semantic_cache_embedding_model semantic_cache_embedding_timeout semantic_cache_scope max_messages
  `),
  // Beside the arguments of its cache, those that it hands on to Redis (`litellm/_redis.py`).
  notActedOn: [
    ...settingNames.cache_params,
    ...words(`
      max_connections service_name sentinel_password ssl_cert_reqs ssl_check_hostname ssl_ca_certs
      ssl_certfile ssl_keyfile socket_timeout db url
    `),
  ],
  missed: {
    sentinel_nodes: 'name the primary, or an address that leads to it, in REDIS_URL or in host and port',
  },
};

/** LiteLLM writes no default; an hour keeps a forgotten cache from serving last week's answers. */
const DEFAULT_TTL_SECONDS = 3600;

export interface CacheSettings {
  /** Where Redis is; nothing for a cache in this process's memory. */
  readonly redis: RedisPlace | undefined;
  readonly namespace: string | undefined;
  readonly ttlSeconds: number;
  /** The same of single kinds of call, by their names in spend rows. */
  readonly ttlByCallType: ReadonlyMap<string, number>;
  /** False under `mode: default_off`: only requests that say `use-cache` are cached. */
  readonly onByDefault: boolean;
  /** How answers are found by what questions say; nothing where only the same question finds them. */
  readonly semantic: SemanticSettings | undefined;
  /** The kinds of call whose answers are kept, by their names in spend rows; nothing for all. */
  readonly callTypes: ReadonlySet<string> | undefined;
}

/** `litellm_settings.cache_params`: where answers are kept and for how long, where `cache: true` stands beside it. */
export const cacheParams = {
  name: 'cache_params',
  keys,

  /**
   * Nothing where no call is cached, and where an error stands: answers could go to callers of another namespace.
   * `shared` is where other shared state is.
   */
  read(params: Section, shared: RedisPlace | undefined): CacheSettings | undefined {
    const { part, hasErrors } = params.apart((section) => readSettings(section, shared));
    return hasErrors || params.isWrong ? undefined : part;
  },
};

function readSettings(params: Section, shared: RedisPlace | undefined): CacheSettings | undefined {
  const callTypes = params.texts('supported_call_types');
  if (callTypes?.length === 0) return undefined;
  const redis = readPlace(params, shared);
  const ofMemory = params.number('default_in_memory_ttl');
  const ofRedis = params.number('default_in_redis_ttl');
  // That of the kind of cache wins over the general one (`litellm/caching/caching.py`, 1.108.7).
  const [own, other] = redis ? [ofRedis, ofMemory] : [ofMemory, ofRedis];
  return {
    callTypes: callTypes && new Set(callTypes.flatMap(spellingsOf)),
    redis,
    semantic: readSemanticCache(params),
    namespace: readNamespace(params),
    ttlSeconds: own ?? params.number('ttl') ?? other ?? DEFAULT_TTL_SECONDS,
    ttlByCallType: readTtlByCallType(params.section('ttl_by_call_type')),
    onByDefault: params.text('mode') !== 'default_off',
  };
}

/** LiteLLM has a name for the plain kind of call and one for the same in its asynchronous form; here they are one. */
function spellingsOf(callType: string): readonly string[] {
  return [callType, `a${callType}`];
}

/** `ttl_by_call_type: {embedding: 604800}`: what never changes may be kept longer than what may. LiteLLM has none. */
function readTtlByCallType(ttls: Section): ReadonlyMap<string, number> {
  return new Map(
    Object.keys(ttls.values).flatMap((callType) => {
      const seconds = ttls.number(callType);
      return seconds === undefined ? [] : spellingsOf(callType).map((spelling) => [spelling, seconds] as const);
    }),
  );
}

function readNamespace(params: Section): string | undefined {
  const namespace = params.text('namespace');
  if (namespace !== undefined && !isNamespace(namespace)) {
    params.findings.error(
      params.at('namespace'),
      'has spaces or other characters that a header cannot hold, or is longer than 200',
      'write letters, digits and signs such as - . : /',
    );
  }
  return namespace;
}

/**
 * `type: local` is memory and `type: redis` a Redis; without a type, wherever the other shared state is. The semantic
 * kinds are found by wording and kept as these are.
 */
function readPlace(params: Section, shared: RedisPlace | undefined): RedisPlace | undefined {
  const { findings } = params;
  const type = params.text('type');
  if (type === 'local') return undefined;
  const place = placeIn(params, '') ?? shared;
  if (type !== undefined && WANTS_REDIS.has(type) && place === undefined) {
    findings.warning(
      params.at('type'),
      `is ${type}, and no Redis is named: answers are cached in memory`,
      'set REDIS_URL, or host and port beside it',
    );
  }
  if (type === 'qdrant-semantic') {
    findings.warning(
      params.at('type'),
      `is qdrant-semantic: answers are found by what questions say, and kept in ${place ? 'Redis' : 'memory'}, not in Qdrant`,
      'write redis-semantic, and remove what is said of Qdrant',
    );
  }
  if (type === undefined || WANTS_REDIS.has(type) || isSemantic(type)) return place;
  findings.warning(
    params.at('type'),
    `"${type}" is not served yet: answers are cached in memory`,
    'write local, redis or redis-semantic',
  );
  return undefined;
}

const WANTS_REDIS: ReadonlySet<string> = new Set(['redis', 'redis-semantic', 'valkey-semantic']);
