import type { EventStreamBehaviour, JsonBehaviour, RawBehaviour } from './behaviour.ts';

/** The body of an answer as the byte sequences to write, in order, cut where the behaviour says. */
export function bodyFrames(behaviour: JsonBehaviour | EventStreamBehaviour | RawBehaviour): Buffer[] {
  return cut(wholeBody(behaviour), behaviour.cutAfter);
}

function wholeBody(behaviour: JsonBehaviour | EventStreamBehaviour | RawBehaviour): Buffer[] {
  if ('json' in behaviour) return [Buffer.from(JSON.stringify(behaviour.json))];
  if ('raw' in behaviour) return [Buffer.from(behaviour.raw)];
  return eventFrames(behaviour);
}

function eventFrames({ sse, done, lineEnd = '\n' }: EventStreamBehaviour): Buffer[] {
  const endsWithDone = done ?? !sse.some((frame) => isNamedEvent(frame));
  const frames = endsWithDone ? [...sse, 'data: [DONE]\n\n'] : sse;
  return frames.map((frame) => Buffer.from(frameText(frame).replaceAll('\n', lineEnd)));
}

function frameText(frame: object | string): string {
  if (typeof frame === 'string') return frame;
  if (isNamedEvent(frame)) return `event: ${frame.event}\ndata: ${JSON.stringify(frame.data)}\n\n`;
  return `data: ${JSON.stringify(frame)}\n\n`;
}

function isNamedEvent(frame: object | string): frame is { event: string; data: unknown } {
  return typeof frame === 'object' && 'event' in frame && 'data' in frame;
}

function cut(frames: Buffer[], cutAfter: number | string | undefined): Buffer[] {
  if (cutAfter === undefined) return frames;
  let left = typeof cutAfter === 'number' ? cutAfter : firstByteOf(cutAfter, Buffer.concat(frames));
  const kept: Buffer[] = [];
  for (const frame of frames) {
    if (left <= 0) break;
    kept.push(frame.subarray(0, left));
    left -= frame.length;
  }
  return kept;
}

function firstByteOf(text: string, body: Buffer): number {
  const position = body.indexOf(text);
  if (position === -1) throw new Error(`cutAfter: the body does not contain ${JSON.stringify(text)}`);
  return position + 1;
}
