import type { ServerResponse } from 'node:http';
import { setImmediate, setTimeout } from 'node:timers/promises';
import type { Behaviour, EventStreamBehaviour, JsonBehaviour, RawBehaviour } from './behaviour.ts';
import { bodyFrames } from './body-frames.ts';

/** Answers one request as the behaviour says; `signal` ends it when the client or the upstream goes away. */
export async function playBehaviour(
  behaviour: Behaviour,
  response: ServerResponse,
  signal: AbortSignal,
): Promise<void> {
  if ('hang' in behaviour) return;
  if (behaviour.delayMs !== undefined) await setTimeout(behaviour.delayMs, undefined, { signal });
  if ('reset' in behaviour) {
    response.socket?.resetAndDestroy();
    return;
  }
  const frames = bodyFrames(behaviour);
  response.writeHead(behaviour.status ?? 200, { ...defaultHeaders(behaviour), ...behaviour.headers });
  response.flushHeaders();
  await writeFrames(frames, behaviour, response, signal);
  finish(behaviour, response);
}

function defaultHeaders(behaviour: JsonBehaviour | EventStreamBehaviour | RawBehaviour): Record<string, string> {
  if ('json' in behaviour) return { 'content-type': 'application/json' };
  if ('sse' in behaviour) return { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-cache' };
  return { 'content-type': 'text/html; charset=utf-8' };
}

async function writeFrames(
  frames: Buffer[],
  behaviour: JsonBehaviour | EventStreamBehaviour | RawBehaviour,
  response: ServerResponse,
  signal: AbortSignal,
): Promise<void> {
  const gapMs = 'sse' in behaviour ? behaviour.gapMs : undefined;
  for (const [index, frame] of frames.entries()) {
    if (index > 0 && gapMs !== undefined) await setTimeout(gapMs, undefined, { signal });
    for (const slice of slices(frame, behaviour.sliceBytes)) {
      signal.throwIfAborted();
      response.write(slice);
      // A turn of the event loop between two writes keeps the kernel from joining them.
      await setImmediate();
    }
  }
}

function* slices(frame: Buffer, sliceBytes = frame.length): Generator<Buffer> {
  for (let start = 0; start < frame.length; start += sliceBytes) yield frame.subarray(start, start + sliceBytes);
}

function finish(
  {
    cutAfter,
    afterwards = cutAfter === undefined ? 'end' : 'reset',
  }: JsonBehaviour | EventStreamBehaviour | RawBehaviour,
  response: ServerResponse,
): void {
  if (afterwards === 'end') response.end();
  // A destroyed socket ends the chunked body without its last chunk, which every client must notice.
  if (afterwards === 'reset') response.destroy();
}
