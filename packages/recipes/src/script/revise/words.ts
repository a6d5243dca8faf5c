import { z } from 'zod';
import type { EditableText, RevisionStructure, RevisionWords } from '../../revision/revisable.ts';
import { withTextAt } from '../../revision/with-text.ts';
import { fixSpeech } from '../../text/speakable.ts';
import type { ScriptInput } from '../schema.ts';
import { briefFor, shortBrief } from '../write/brief.ts';
import type { ScriptDocument } from './document.ts';
import { systemFor } from '../prompts/system.ts';
import { removeAndAdd } from '../prompts/revision-asks.ts';
import { askText } from '../../prompts/prompt.ts';

const SPOKEN = /^\/scenes\/\d+\/narration$/;

/** How a model is asked for changes of a script. */
export const scriptWords: RevisionWords<ScriptInput, ScriptDocument> = {
  system: (input, { strategy }) => systemFor(input, strategy),
  brief: (input, { strategy }) => (strategy === 'staged' ? shortBrief(input) : briefFor(input, 'single')),
  texts,
  withText: (document, pointer, text) => withTextAt(document, pointer, SPOKEN.test(pointer) ? fixSpeech(text) : text),
  structure: structure(),
};

function texts({ title, logline, cta, scenes }: ScriptDocument): EditableText[] {
  return [
    { pointer: '/title', text: title },
    { pointer: '/logline', text: logline },
    { pointer: '/cta', text: cta },
    ...scenes.flatMap(({ id, role, narration, on_screen_text: caption, visual, broll }, at): EditableText[] => [
      { pointer: `/scenes/${at}/narration`, about: `${id}, ${role}`, text: narration },
      { pointer: `/scenes/${at}/on_screen_text`, text: caption },
      { pointer: `/scenes/${at}/visual`, text: visual },
      ...broll.flatMap((shot, place) => [
        { pointer: `/scenes/${at}/broll/${place}/query_en`, text: shot.query_en },
        { pointer: `/scenes/${at}/broll/${place}/description`, text: shot.description },
        { pointer: `/scenes/${at}/broll/${place}/image_prompt`, text: shot.image_prompt },
      ]),
    ]),
  ];
}

const addedScene = z.object({
  after: z.string().describe('The id of the scene that it follows; empty for the beginning.'),
  narration: z.string().min(1),
  on_screen_text: z.string(),
  visual: z.string(),
  query_en: z.string(),
});

/** Scenes may be left out, and new ones put in. */
function structure(): RevisionStructure<ScriptDocument> {
  return {
    members: ({ scenes }) => ({
      removed: z.array(z.enum(scenes.map(({ id }) => id) as [string, ...string[]])),
      added: z.array(addedScene),
    }),
    unchanged: { removed: [], added: [] },
    instructions: [askText(removeAndAdd, undefined)],
    apply(document, reply) {
      const { removed, added } = reply as {
        readonly removed: readonly string[];
        readonly added: readonly z.output<typeof addedScene>[];
      };
      const kept = document.scenes.filter(({ id }) => !removed.includes(id));
      const withAdded = added.reduce((scenes, one) => put(one, scenes), kept.length === 0 ? document.scenes : kept);
      return { ...document, scenes: withAdded };
    },
  };
}

function put(
  { after, narration, on_screen_text, visual, query_en }: z.output<typeof addedScene>,
  scenes: ScriptDocument['scenes'],
): ScriptDocument['scenes'] {
  const index = scenes.findIndex(({ id }) => id === after);
  const broll = query_en === '' ? [] : [{ query_en, description: visual, image_prompt: visual }];
  return scenes.toSpliced(index + 1, 0, {
    id: '',
    role: index === -1 && after === '' ? 'hook' : 'point',
    narration: fixSpeech(narration),
    on_screen_text,
    visual,
    broll,
    delivery: { pace: 'normal', emphasis: [] },
  });
}
