import { z } from 'zod';
import { ask, type Work } from '../../port/effects.ts';
import type { Finding } from '../../port/finding.ts';
import type { Circumstances } from '../../port/operation.ts';
import { briefFor } from '../write/brief.ts';
import { withScene, type ScriptDraft } from '../draft.ts';
import { pictureAnew } from '../write/pictures.ts';
import { broll, type ScriptInput } from '../schema.ts';
import { WRITER } from '../write/write-single.ts';

const writtenPicture = z.object({ visual: z.string().min(1), broll: z.array(broll) });

/** Another picture for a scene that shows what an earlier one does. */
export function* anotherPicture(
  draft: ScriptDraft,
  { index, finding }: { readonly index: number; readonly finding: Finding },
  input: ScriptInput,
  { strategy }: Circumstances,
): Work<ScriptDraft> {
  return strategy === 'staged'
    ? { ...draft, scenes: yield* pictureAnew(draft.scenes, index, input) }
    : yield* askPicture(draft, index, finding, input);
}

function* askPicture(draft: ScriptDraft, index: number, finding: Finding, input: ScriptInput): Work<ScriptDraft> {
  const shots = draft.scenes.map(({ visual }, at) => `${at + 1}. ${visual}`).join('\n');
  const picture = yield* ask({
    part: `scenes[${index}].visual`,
    label: `Another picture for scene ${index + 1}`,
    system: WRITER,
    prompt: [
      briefFor(input, 'single'),
      `The shots of the video:\n${shots}`,
      `Scene ${index + 1} says: ${draft.scenes[index]?.narration ?? ''}`,
      `What is wrong: ${finding.message}`,
      `Write visual and broll for scene ${index + 1} alone, with another subject or place than every other shot.`,
    ].join('\n'),
    reply: { form: 'json', name: 'picture', schema: writtenPicture },
    maxTokens: 500,
    temperature: 0.8,
  });
  return withScene(draft, index, picture);
}
