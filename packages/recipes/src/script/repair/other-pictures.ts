import { z } from 'zod';
import { all, ask, ifUsable, type Work } from '../../port/effects.ts';
import type { Finding } from '../../port/finding.ts';
import type { Circumstances } from '../../port/operation.ts';
import { briefFor } from '../write/brief.ts';
import { withScene, type ScriptDraft } from '../draft.ts';
import { pictureAnew } from '../write/pictures/pictures.ts';
import { broll, type ScriptInput } from '../schema.ts';
import { changed, type Change } from './change.ts';
import { systemFor } from '../prompts/system.ts';
import { labelledLines } from '../../prompts/labelled-lines.ts';
import { material } from '../../prompts/material.ts';
import { anotherPicture } from '../prompts/repair-asks.ts';
import { askText } from '../../prompts/prompt.ts';
import { faultsText } from '../../prompts/faults.ts';

const writtenPicture = z.object({ visual: z.string().min(1), broll: z.array(broll) });

/** A scene by its index, and why it needs another picture. */
export interface WrongPicture {
  readonly index: number;
  readonly finding: Finding;
}

/** Other pictures: of a large model all at once, of a small one in turn, as each has to differ from the last. */
export function* otherPictures(
  draft: ScriptDraft,
  wrong: readonly WrongPicture[],
  input: ScriptInput,
  { strategy }: Circumstances,
): Work<ScriptDraft> {
  if (strategy === 'single')
    return changed(draft, yield* all(wrong.map((picture) => ifUsable(askPicture(draft, picture, input)))));
  let pictured = draft;
  for (const { index } of wrong) pictured = { ...pictured, scenes: yield* pictureAnew(pictured.scenes, index, input) };
  return pictured;
}

function* askPicture(draft: ScriptDraft, { index, finding }: WrongPicture, input: ScriptInput): Work<Change> {
  const shots = draft.scenes.map(({ visual }, at) => `${at + 1}. ${visual}`).join('\n');
  const picture = yield* ask({
    part: `scenes[${index}].visual`,
    label: `Another picture for scene ${index + 1}`,
    system: systemFor(input, 'single'),
    prompt: [
      briefFor(input, 'single'),
      labelledLines([
        ['The shots of the video', material(shots)],
        [`What scene ${index + 1} says`, material(draft.scenes[index]?.narration)],
      ]),
      `What is wrong: ${faultsText([finding])}`,
      askText(anotherPicture, { scene: index + 1 }),
    ].join('\n'),
    reply: { form: 'json', name: 'picture', schema: writtenPicture },
    maxTokens: 500,
    temperature: 0.8,
  });
  return (before) => withScene(before, index, picture);
}
