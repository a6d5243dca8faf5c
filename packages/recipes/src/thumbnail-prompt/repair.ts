import { z } from 'zod';
import { ask, type Finding, type RecipeContext, type Writing } from '../recipe.ts';
import { settled, type ConceptChange, type ThumbnailDraft } from './draft.ts';
import { changeable, type ThumbnailInput } from './schema.ts';
import { briefFor, DESIGNER, writeSingle } from './write-single.ts';
import { writeStaged } from './write-staged.ts';

const MATERIAL_CHARACTERS = 1500;

const writtenValue = z.object({ value: z.string().min(2).max(120) });

/** A change that changes nothing is asked for again; a picture that shows what it may not is designed anew. */
export function* repairThumbnail(
  draft: ThumbnailDraft,
  failed: readonly Finding[],
  input: ThumbnailInput,
  context: RecipeContext,
): Writing<ThumbnailDraft> {
  if (failed.some(({ name }) => name === 'avoid' || name.startsWith('dialect_'))) {
    return yield* context.strategy === 'staged' ? writeStaged(input, context) : writeSingle(input, context);
  }
  const changes: ConceptChange[] = [];
  for (const [index, change] of draft.changes.entries()) {
    const finding = failed.find(
      ({ path }) => path === `changes[${index}].value` || path === `concepts[${index + 1}].overlay_text`,
    );
    changes.push(finding === undefined ? change : { ...change, value: yield* askValue(draft, change, finding, input) });
  }
  while (changes.length < input.variants - 1) {
    const variable =
      changeable.find((candidate) => changes.every((change) => change.variable !== candidate)) ?? 'setting';
    changes.push({
      variable,
      value: yield* askValue(draft, { variable, value: draft.baseline[variable] }, undefined, input),
    });
  }
  const isUnchanged =
    changes.length === draft.changes.length && changes.every((change, index) => change === draft.changes[index]);
  return isUnchanged ? draft : settled({ ...draft, changes }, input);
}

function* askValue(
  draft: ThumbnailDraft,
  { variable }: ConceptChange,
  finding: Finding | undefined,
  input: ThumbnailInput,
): Writing<string> {
  const { value } = yield* ask({
    part: variable,
    label: `Changing the ${variable.replace('_', ' ')}`,
    system: DESIGNER,
    prompt: [
      briefFor(input, MATERIAL_CHARACTERS),
      `The first thumbnail: ${draft.baseline.subject}, ${draft.baseline.action}, ${draft.baseline.setting}.`,
      `Its ${variable} is "${draft.baseline[variable]}".`,
      ...(finding === undefined ? [] : [`What is wrong: ${finding.message}`]),
      `Give another ${variable}, clearly different, in a few words.`,
    ].join('\n'),
    answer: { form: 'json', name: 'change', schema: writtenValue },
    maxTokens: 120,
    temperature: 0.8,
  });
  return value;
}
