import { once } from 'node:events';

/** Resolves when the reader of a stream has caught up with what was written. */
export async function drained(stream: NodeJS.WriteStream): Promise<void> {
  if (stream.writableNeedDrain) await once(stream, 'drain');
}
