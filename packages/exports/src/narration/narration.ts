import { defineFormat } from '../format.ts';
import type { TimedScript } from '../source.ts';

/** What is spoken and nothing else, scenes apart by a blank line. */
export const narration = defineFormat({
  id: 'narration',
  title: 'Plain narration',
  mediaType: 'text/plain; charset=utf-8',
  extension: 'txt',
  options: [],
  render: ({ scenes }) => ({ text: `${spokenParagraphs(scenes).join('\n\n')}\n`, findings: [] }),
});

/** The narration of each scene that has any; line breaks of other systems become ours. */
export function spokenParagraphs(scenes: TimedScript['scenes']): string[] {
  return scenes.map((scene) => scene.narration.replace(/\r\n?/g, '\n').trim()).filter((text) => text !== '');
}
