import { hash } from 'node:crypto';
import { revises } from '@showrunner/recipes';
import type { SharedState } from '@showrunner/store';
import { parseObject, textOf } from '../json-members.ts';
import type { Composed } from '../drive/compose/compose.ts';

/** An answer as it can be given again, byte for byte. */
export interface CachedAnswer {
  /** The JSON text of `data`, in UTF-8: what is sent, without being parsed or encoded again. */
  readonly data: Uint8Array;
  readonly jobId: string | null;
  readonly model: string | null;
  /** The JSON text of `meta.checks`, likewise. */
  readonly checksJson: string;
}

export interface ResultCache {
  read(key: string): Promise<CachedAnswer | undefined>;
  write(key: string, answer: CachedAnswer): Promise<void>;
}

/** How long an answer is given again to the same request. */
const TTL_SECONDS = 3_600;

export function createResultCache(state: SharedState): ResultCache {
  return {
    async read(key) {
      const bytes = await state.getBytes(key);
      return bytes && readEntry(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    },
    async write(key, { data, jobId, model, checksJson }) {
      const about = Buffer.from(`${JSON.stringify({ jobId, model })}\n${checksJson}\n`);
      await state.set(key, Buffer.concat([about, data]), { ttlSeconds: TTL_SECONDS });
    },
  };
}

const LINE_END = 0x0a;

/** An entry is a line about the answer, a line of its checks, then its `data`: both as they were sent, never parsed again. */
function readEntry(entry: Buffer): CachedAnswer | undefined {
  const aboutEnd = entry.indexOf(LINE_END);
  const checksEnd = entry.indexOf(LINE_END, aboutEnd + 1);
  if (checksEnd < 0) return undefined;
  const about = parseObject(entry.toString('utf8', 0, aboutEnd));
  // A corrupt entry is a miss.
  if (!about) return undefined;
  return {
    jobId: textOf(about.jobId) ?? null,
    model: textOf(about.model) ?? null,
    checksJson: entry.toString('utf8', aboutEnd + 1, checksEnd),
    data: entry.subarray(checksEnd + 1),
  };
}

/** Where an answer is kept to be given again. */
export interface CachePlace {
  readonly key: string;
  /** False where a new one takes the place of what is kept. */
  readonly isRead: boolean;
}

/**
 * Undefined where the caller wants nothing kept, or one that is its own. A revision is a step and no answer to be given
 * twice.
 */
export function cachePlaceOf(composed: Composed): CachePlace | undefined {
  const { options, request, operation } = composed;
  if (options.store === false || revises(operation) || request.cacheUse === 'none') return undefined;
  return { key: resultKey(composed), isRead: options.cache !== false && request.cacheUse === 'shared' };
}

/** Everything that decides what an answer says: who asks, what, by which prompts, of which model. */
function resultKey({ request, operation, input, options, model }: Composed): string {
  const { seed, temperature, variants, strict } = options;
  const parts = [
    request.workspace,
    operation.name,
    operation.version,
    operation.promptVersion,
    model.name,
    model.strategy,
    { seed, temperature, variants, strict },
    input,
  ];
  return `result:${hash('sha256', JSON.stringify(parts))}`;
}
