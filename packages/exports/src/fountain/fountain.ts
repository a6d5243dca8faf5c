import { defineFormat } from '../format.ts';
import { inOneLine } from '../plain-text.ts';
import type { Scene } from '../source.ts';
import { actionText, dialogueText, plainName, titleText } from './escape.ts';

/**
 * A screenplay in Fountain 1.1 (fountain.io/syntax). What each line is, is forced by its first sign, so that nothing is
 * guessed from the words: `.` a scene heading, `!` an action, `@` a character.
 */
export const fountain = defineFormat({
  id: 'fountain',
  title: 'Fountain screenplay',
  mediaType: 'text/plain; charset=utf-8',
  extension: 'fountain',
  options: [],
  render({ title, scenes }) {
    const heading = titleText(title);
    const blocks = [...(heading === '' ? [] : [`Title: ${heading}`]), ...scenes.flatMap(sceneBlocks)];
    return { text: `${blocks.join('\n\n')}\n`, findings: [] };
  },
});

/** Who speaks where the script does not say. */
const NARRATOR = 'NARRATOR';

function sceneBlocks(scene: Scene, index: number): string[] {
  const role = plainName(scene.role).toUpperCase();
  const [visual, caption, spoken] = [scene.visual, scene.onScreenText, scene.narration].map(inOneLine);
  return [
    `.SCENE ${index + 1}${role === '' ? '' : ` - ${role}`} #${index + 1}#`,
    ...(visual ? [`!${actionText(visual)}`] : []),
    ...(caption ? [`!${actionText(`On screen: ${caption}`)}`] : []),
    ...(spoken ? [`@${plainName(scene.speaker) || NARRATOR}\n${dialogueText(spoken)}`] : []),
  ];
}
