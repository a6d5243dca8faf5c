import type { Answer, GenerationEvent } from '@showrunner/client';
import type { Output } from '../output/output.ts';
import { formatDuration } from '../output/figures.ts';

/** Shows a streamed answer as it grows, scene by scene, and returns it. */
export async function followGeneration<Data>(
  events: AsyncIterable<GenerationEvent<Data>>,
  title: string,
  output: Output,
): Promise<Answer<Data>> {
  const startedAt = performance.now();
  const task = output.task(title);
  const told = new Set<string>();
  try {
    for await (const event of events) {
      if (event.event === 'progress') task.update(`${event.data.label} (${event.data.done} of ${event.data.total})`);
      else if (event.event === 'scene') tellScene(event.data, told, output);
      else if (event.event === 'result') {
        task.succeed(tookAndWho(performance.now() - startedAt, event.data.meta.model));
        return event.data;
      }
    }
  } catch (error) {
    task.fail();
    throw error;
  }
  throw new Error('The stream ended before its result');
}

/** Where no model was asked, code made it of what was there. */
function tookAndWho(milliseconds: number, model: string | null): string {
  return model === null ? formatDuration(milliseconds) : `${formatDuration(milliseconds)}, ${model}`;
}

/** A scene that has just been written, in a line; again when it was fixed, but not when it came a second time. */
export function tellScene(data: unknown, told: Set<string>, output: Output): void {
  const { role = '', narration = '' } = data as { role?: string; narration?: string };
  if (told.has(narration)) return;
  told.add(narration);
  output.note(`  ${output.noteStyle.faint(role)} ${narration}`);
}
