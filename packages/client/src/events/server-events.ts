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
 * The events of an open stream, in whatever form of the standard they arrive (WHATWG HTML, "Interpreting an event stream";
 * a proxy may write them anew). Comments are the heartbeat. Leaving the loop closes the connection.
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
  /** Of a line end whose second half may be still to come. */
  let half = '';
  try {
    for (;;) {
      const { done, value } = await withinSilence(reader.read(), silenceMs, signal);
      if (done) return;
      const text = half + value;
      half = text.endsWith('\r') ? '\r' : '';
      const blocks = (buffered + text.slice(0, text.length - half.length).replace(/\r\n?/g, '\n')).split('\n\n');
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
  const fields = block.split('\n').map(splitField);
  const last = (wanted: string) => fields.findLast(([name]) => name === wanted)?.[1];
  const data = fields.filter(([name]) => name === 'data').map(([, value]) => value);
  return data.length === 0 ? undefined : { id: last('id'), event: last('event') ?? 'message', data: data.join('\n') };
}

/** Without a colon the whole line is the name; a comment has none. */
function splitField(line: string): [name: string, value: string] {
  const colon = line.indexOf(':');
  if (colon === -1) return [line, ''];
  return [line.slice(0, colon), line.slice(line[colon + 1] === ' ' ? colon + 2 : colon + 1)];
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
