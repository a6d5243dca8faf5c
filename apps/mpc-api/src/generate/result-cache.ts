import { hash } from 'node:crypto';
import type { GenerationMeta } from '@showrunner/contract';
import type { SharedState } from '@showrunner/store';
import type { Composed } from './compose.ts';

/** An answer as it can be given again, byte for byte. */
export interface CachedAnswer {
  /** The JSON text of `data`, in UTF-8: what is sent, without being parsed or encoded again. */
  readonly data: Uint8Array;
  readonly jobId: string | null;
  readonly model: string | null;
  readonly checks: GenerationMeta['checks'];
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
    async write(key, { data, jobId, model, checks }) {
      const about = Buffer.from(`${JSON.stringify({ jobId, model, checks })}\n`);
      await state.set(key, Buffer.concat([about, data]), { ttlSeconds: TTL_SECONDS });
    },
  };
}

const LINE_END = 0x0a;

/** An entry is a line about the answer, then its `data` as it was sent, which is never parsed again. */
function readEntry(entry: Buffer): CachedAnswer | undefined {
  const end = entry.indexOf(LINE_END);
  try {
    const about = JSON.parse(entry.toString('utf8', 0, end)) as Omit<CachedAnswer, 'data'>;
    return { ...about, data: entry.subarray(end + 1) };
  } catch {
    // A corrupt entry is a miss.
    return undefined;
  }
}

/** Everything that decides what an answer says: who asks, what, by which prompts, of which model. */
export function resultKey({ request, recipe, input, options, model }: Composed): string {
  const { seed, temperature, variants, strict } = options;
  const parts = [
    request.tenant,
    recipe.name,
    recipe.version,
    recipe.promptVersion,
    model.name,
    model.strategy,
    { seed, temperature, variants, strict },
    input,
  ];
  return `result:${hash('sha256', JSON.stringify(parts))}`;
}
