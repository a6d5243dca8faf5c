import type { FileHandle } from 'node:fs/promises';

/** One fetch of the rest of a model's file from one source. */
export interface SourceFetch {
  /** The file under way, open for appending; `offset` bytes of it are there already. */
  readonly file: FileHandle;
  readonly offset: number;
  /** A folder for what the source needs on the way; kept when the pull is broken off. */
  readonly workFolder: string;
  readonly environment: NodeJS.ProcessEnv;
  readonly signal: AbortSignal;
  /** No byte for so long is a dead line. */
  readonly silenceMs: number;
  /** Called with the number of bytes each time some were written. */
  readonly onBytes: (bytes: number) => void;
}
