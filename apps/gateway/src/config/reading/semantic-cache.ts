import type { Section } from './section.ts';

/** LiteLLM's kinds of cache that are found by wording (`litellm/types/caching.py`, 1.108.7), each with a name of its own for the model. */
const EMBEDDING_MODEL_KEYS: ReadonlyMap<string, string> = new Map([
  ['redis-semantic', 'redis_semantic_cache_embedding_model'],
  ['valkey-semantic', 'valkey_semantic_cache_embedding_model'],
  ['qdrant-semantic', 'qdrant_semantic_cache_embedding_model'],
]);

/** LiteLLM's own (`litellm/caching/caching.py`, `litellm/constants.py`, 1.108.7). */
const DEFAULT_EMBEDDING_MODEL = 'text-embedding-ada-002';
const DEFAULT_EMBEDDING_SECONDS = 5;
const DEFAULT_MOST_TURNS = 4;

/** How answers are found by what questions say. */
export interface SemanticSettings {
  /** The group that makes vectors of texts. */
  readonly embeddingModel: string;
  /** How near two questions have to be: the least cosine of their vectors, up to 1. */
  readonly threshold: number;
  /** How long a request may wait for its vector. */
  readonly embeddingSeconds: number;
  /** Longer conversations are found by the same words alone. */
  readonly mostTurns: number;
}

export function isSemantic(type: string): boolean {
  return EMBEDDING_MODEL_KEYS.has(type);
}

/** Nothing of a cache that is not found by wording. */
export function readSemanticCache(params: Section): SemanticSettings | undefined {
  const key = EMBEDDING_MODEL_KEYS.get(params.text('type') ?? '');
  if (key === undefined) return undefined;
  checkScope(params);
  return {
    embeddingModel: params.text(key) ?? DEFAULT_EMBEDDING_MODEL,
    threshold: readThreshold(params),
    embeddingSeconds: params.number('semantic_cache_embedding_timeout') ?? DEFAULT_EMBEDDING_SECONDS,
    mostTurns: params.values.max_messages === null ? Infinity : (params.count('max_messages') ?? DEFAULT_MOST_TURNS),
  };
}

/** LiteLLM has no default either: how alike is alike enough depends on the model of vectors. */
function readThreshold(params: Section): number {
  const threshold = params.number('similarity_threshold');
  if (threshold !== undefined && threshold <= 1) return threshold;
  if (threshold !== undefined || !params.has('similarity_threshold')) {
    params.findings.error(
      params.at('similarity_threshold'),
      threshold === undefined ? 'is missing: how alike two questions have to be' : 'is above 1',
      'write a number from 0 to 1, for example 0.9',
    );
  }
  return 1;
}

/** Answers are never shared between tenants, and the end user is a part of each question: both scopes hold always. */
function checkScope(params: Section): void {
  const scope = params.text('semantic_cache_scope');
  if (scope === undefined || scope === 'key' || scope === 'end_user') return;
  params.findings.error(params.at('semantic_cache_scope'), `"${scope}" is no scope`, 'write key or end_user');
}
