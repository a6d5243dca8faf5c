import { z } from 'zod';
import { languageName } from '../../language/match.ts';
import { ask, type Work } from '../../port/effects.ts';
import type { OpenPart } from '../../port/guarantee.ts';
import type { Circumstances } from '../../port/operation.ts';
import { narrationOf, withScene, type ScriptDraft } from '../draft.ts';
import type { FrameText, ScriptPart } from '../guarantees/guarantee.ts';
import type { ScriptInput } from '../schema.ts';
import { briefFor, shortBrief } from '../write/brief.ts';
import type { Change } from './change.ts';
import { systemFor } from '../prompts/system.ts';
import { labelledLines } from '../../prompts/labelled-lines.ts';
import { material } from '../../prompts/material.ts';
import { onlyTexts, wrongTexts } from '../prompts/repair-asks.ts';
import { askText } from '../../prompts/prompt.ts';
import { faultsText } from '../../prompts/faults.ts';

/** A text around the scenes or on the screen that has to be written anew. */
type TextPart = Extract<ScriptPart, { of: 'frame' | 'screen_text' }>;
export type OpenText = OpenPart<TextPart>;

export function isText(open: OpenPart<ScriptPart>): open is OpenText {
  return open.part.of === 'frame' || open.part.of === 'screen_text';
}

/** Enough of the script for a title that belongs to it. */
const NARRATION_CHARACTERS = 4_000;

/** All texts that are open in one question, each under its name. */
export function* rewriteTexts(
  draft: ScriptDraft,
  open: readonly OpenText[],
  input: ScriptInput,
  { strategy }: Circumstances,
): Work<Change> {
  const isSmall = strategy === 'staged';
  const parts = new Map(open.map(({ part }) => [nameOf(part), part]));
  const written = yield* ask({
    part: pathOf(open[0]?.part),
    label: 'Rewriting texts',
    system: systemFor(input, strategy),
    prompt: [
      isSmall ? shortBrief(input) : briefFor(input, 'single'),
      labelledLines([
        ['The title of the script', material(draft.title)],
        ['The script', material(narrationOf(draft), NARRATION_CHARACTERS)],
      ]),
      askText(wrongTexts, undefined),
      ...open.map(({ part, finding }) => `${nameOf(part)}: ${faultsText([finding])}`),
      askText(onlyTexts, { language: languageName(input.language) }),
    ].join('\n'),
    reply: { form: 'json', name: 'texts', schema: textsSchema([...parts.keys()]) },
    maxTokens: 200 + parts.size * 120,
    temperature: 0.5,
  });
  return (before) =>
    [...parts].reduce((after, [name, part]) => withText(after, part, written[name]?.trim() ?? ''), before);
}

function textsSchema(names: readonly string[]): z.ZodType<Readonly<Record<string, string>>> {
  return z.object(Object.fromEntries(names.map((name) => [name, z.string()])));
}

const FRAME_NAMES: Readonly<Record<FrameText, string>> = { title: 'title', logline: 'logline', cta: 'call to action' };

function nameOf(part: TextPart): string {
  return part.of === 'frame' ? FRAME_NAMES[part.text] : `on-screen text of scene ${part.scene + 1}`;
}

function pathOf(part: TextPart | undefined): string {
  if (part?.of === 'screen_text') return `scenes[${part.scene}].on_screen_text`;
  return part?.text ?? 'title';
}

/** An empty answer changes nothing, unless it is on the screen that nothing shall stand. */
function withText(draft: ScriptDraft, part: TextPart, text: string): ScriptDraft {
  if (part.of === 'screen_text') return withScene(draft, part.scene, { on_screen_text: text });
  return text === '' ? draft : { ...draft, [part.text]: text };
}
