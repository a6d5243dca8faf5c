/** One of the events that the server sends, as it came. */
export interface ServerEvent {
  /** By which a stream is gone on with; absent from what is not stored. */
  readonly id: string | undefined;
  readonly event: string;
  readonly data: string;
}

/** Nothing came for so long that the connection must be dead. */
export class StreamSilentError extends Error {
  override readonly name = 'StreamSilentError';
}

/**
 * The events of an open stream as this API sends them: one `data` line each, comments as heartbeat every 15 seconds.
 * Leaving the loop closes the connection.
 *
 * @param silenceMs after so many milliseconds without a byte a `StreamSilentError` is thrown
 */
export async function* serverEvents(
  { body }: Response,
  silenceMs: number,
  signal?: AbortSignal,
): AsyncGenerator<ServerEvent, void, undefined> {
  if (!body) return;
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let buffered = '';
  try {
    for (;;) {
      const { done, value } = await withinSilence(reader.read(), silenceMs, signal);
      if (done) return;
      const blocks = (buffered + value).split('\n\n');
      buffered = blocks.pop() ?? '';
      for (const block of blocks) {
        const event = readEvent(block);
        if (event !== undefined) yield event;
      }
    }
  } finally {
    // It may never end by itself, so nobody waits for that.
    void reader.cancel().catch(() => undefined);
  }
}

function readEvent(block: string): ServerEvent | undefined {
  const fields = new Map(block.split('\n').map(splitField));
  const data = fields.get('data');
  return data === undefined ? undefined : { id: fields.get('id'), event: fields.get('event') ?? 'message', data };
}

function splitField(line: string): [name: string, value: string] {
  const colon = line.indexOf(': ');
  return [line.slice(0, colon), line.slice(colon + 2)];
}

function withinSilence<Value>(
  read: Promise<Value>,
  silenceMs: number,
  signal: AbortSignal | undefined,
): Promise<Value> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => settle(() => reject(new StreamSilentError(`Nothing came for ${silenceMs} ms.`))),
      silenceMs,
    );
    const stop = (): void => settle(() => reject(signal?.reason));
    const settle = (how: () => void): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', stop);
      how();
    };
    if (signal?.aborted === true) return stop();
    signal?.addEventListener('abort', stop, { once: true });
    read.then(
      (value) => settle(() => resolve(value)),
      (error: unknown) => settle(() => reject(error)),
    );
  });
}
