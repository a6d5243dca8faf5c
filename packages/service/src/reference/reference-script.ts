import { execFile } from 'node:child_process';
import { join } from 'node:path';

let script: Promise<Buffer> | undefined;

/**
 * Scalar's browser script, packed by gzip. It is made when somebody first opens the reference, by a process of its own:
 * its package takes some 70 MB of memory, of which the packed 1.5 MB stay.
 */
export function loadReferenceScript(): Promise<Buffer> {
  script ??= packScript().catch((error: unknown) => {
    script = undefined;
    throw error;
  });
  return script;
}

const PACKING_TAKES_AT_MOST_MS = 30_000;
const MAX_PACKED_BYTES = 8 * 1024 * 1024;

function packScript(): Promise<Buffer> {
  const program = join(import.meta.dirname, 'pack-reference-script.ts');
  const options = { encoding: 'buffer', maxBuffer: MAX_PACKED_BYTES, timeout: PACKING_TAKES_AT_MOST_MS } as const;
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [program], options, (error, packed) => (error ? reject(error) : resolve(packed)));
  });
}
