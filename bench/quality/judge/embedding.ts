import { execFileSync } from 'node:child_process';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** How near two texts are in meaning, -1 to 1 (cosine). */
export type Nearness = (one: string, other: string) => number;

const DIMENSIONS = 512;
const FLOAT_BYTES = 4;
const MOST_BYTES = 2 ** 30;

/**
 * The nearness of any two of the texts, by Google's multilingual Universal Sentence Encoder (sixteen languages): a
 * model that neither wrote the texts nor is used by the product. `install-embedding` puts it in place.
 */
export function measureNearness(texts: Iterable<string>): Nearness {
  const list = [...new Set(texts)];
  const bytes = execFileSync(pythonPath(), [join(import.meta.dirname, 'embed.py')], {
    input: JSON.stringify(list),
    maxBuffer: MOST_BYTES,
  });
  const vectors = new Map(list.map((text, index) => [text, vectorAt(bytes, index)]));
  return (one, other) => {
    const [left, right] = [vectors.get(one), vectors.get(other)];
    if (left === undefined || right === undefined) throw new RangeError(`Not measured: "${one}", "${other}"`);
    return left.reduce((sum, value, at) => sum + value * (right[at] ?? 0), 0);
  };
}

function vectorAt(bytes: Uint8Array, index: number): number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset + index * DIMENSIONS * FLOAT_BYTES);
  return Array.from({ length: DIMENSIONS }, (_, at) => view.getFloat32(at * FLOAT_BYTES, true));
}

function pythonPath(): string {
  const cache = process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache');
  return join(cache, 'showrunner-bench/embedding/bin/python');
}
