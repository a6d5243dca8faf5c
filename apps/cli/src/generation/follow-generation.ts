import type { Answer, GenerationEvent } from '@showrunner/client';
import type { Output } from '../output/output.ts';
import { formatDuration, formatTimecode } from '../output/figures.ts';

/** Shows a streamed answer as it grows, scene by scene, and returns it. */
export async function followGeneration<Data>(
  events: AsyncIterable<GenerationEvent<Data>>,
  title: string,
  output: Output,
): Promise<Answer<Data>> {
  const startedAt = performance.now();
  const task = output.task(title);
  try {
    for await (const event of events) {
      if (event.event === 'progress') task.update(`${event.data.label} (${event.data.done} of ${event.data.total})`);
      else if (event.event === 'scene') output.note(sceneLine(event.data, output));
      else if (event.event === 'result') {
        task.succeed(`${formatDuration(performance.now() - startedAt)}, ${event.data.meta.model ?? 'model unknown'}`);
        return event.data;
      }
    }
  } catch (error) {
    task.fail();
    throw error;
  }
  throw new Error('The stream ended before its result');
}

/** A scene that has just been written, in a line or two. */
function sceneLine(data: unknown, { style }: Output): string {
  const {
    role = '',
    narration = '',
    start_seconds: start,
  } = data as { role?: string; narration?: string; start_seconds?: number };
  const place = start === undefined ? '' : `${formatTimecode(start)} `;
  return `  ${style.faint(`${place}${role}`)} ${narration}`;
}
