import { z } from 'zod';
import { SMALL_EDITOR, videoBrief } from '../input/video-brief.ts';
import { languageName } from '../language/match.ts';
import { ask, type Work } from '../port/effects.ts';
import type { Finding } from '../port/finding.ts';
import type { Circumstances } from '../port/operation.ts';
import { fitted, type ConceptChange, type ThumbnailDraft } from './draft.ts';
import { changeable, type ThumbnailInput } from './schema.ts';
import { briefFor, DESIGNER, writeSingle } from './write/write-single.ts';
import { writeStaged } from './write/write-staged.ts';

const MATERIAL_CHARACTERS = 1500;

const writtenValue = z.object({ value: z.string().min(2).max(120) });

/** Words on the picture and changes that change nothing are asked for again; a picture that may not be is designed anew. */
export function* repairThumbnail(
  draft: ThumbnailDraft,
  failed: readonly Finding[],
  input: ThumbnailInput,
  context: Circumstances,
): Work<ThumbnailDraft> {
  if (failed.some(({ name }) => name === 'avoid' || name === 'language' || name.startsWith('dialect_'))) {
    return yield* context.strategy === 'staged' ? writeStaged(input) : writeSingle(input);
  }
  const baseline = yield* repairHeadline(draft, failed, input, context);
  const changes: ConceptChange[] = [];
  for (const [index, change] of draft.changes.entries()) {
    const finding = failed.find(
      ({ path }) =>
        path === `changes[${index}].value` ||
        (change.variable === 'overlay_text' && path === `concepts[${index + 1}].overlay_text`),
    );
    changes.push(
      finding === undefined ? change : { ...change, value: yield* askValue(draft, change, finding, input, context) },
    );
  }
  while (changes.length < input.variants - 1) {
    const variable =
      changeable.find((candidate) => changes.every((change) => change.variable !== candidate)) ?? 'setting';
    changes.push({
      variable,
      value: yield* askValue(draft, { variable, value: draft.baseline[variable] }, undefined, input, context),
    });
  }
  const isUnchanged =
    baseline === draft.baseline &&
    changes.length === draft.changes.length &&
    changes.every((change, index) => change === draft.changes[index]);
  return isUnchanged ? draft : fitted({ baseline, changes }, input);
}

/** The words on the first concept, which the others share unless they change them. */
function* repairHeadline(
  draft: ThumbnailDraft,
  failed: readonly Finding[],
  input: ThumbnailInput,
  context: Circumstances,
): Work<ThumbnailDraft['baseline']> {
  const finding = failed.find(({ path }) => path === 'concepts[0].overlay_text');
  if (finding === undefined || input.overlay_text !== undefined) return draft.baseline;
  const text = yield* askValue(
    draft,
    { variable: 'overlay_text', value: draft.baseline.overlay_text },
    finding,
    input,
    context,
  );
  return { ...draft.baseline, overlay_text: text };
}

function* askValue(
  draft: ThumbnailDraft,
  { variable }: ConceptChange,
  finding: Finding | undefined,
  input: ThumbnailInput,
  { strategy }: Circumstances,
): Work<string> {
  const isSmall = strategy === 'staged';
  const name = variable.replace('_', ' ');
  const wanted =
    variable === 'overlay_text'
      ? `Give two to four other words in ${languageName(input.language)} for the picture.`
      : `Give another ${name}, clearly different, in a few English words.`;
  const { value } = yield* ask({
    part: variable,
    label: `Changing the ${name}`,
    system: isSmall ? SMALL_EDITOR : DESIGNER,
    prompt: [
      isSmall ? videoBrief(input) : briefFor(input, MATERIAL_CHARACTERS),
      `The first thumbnail: ${draft.baseline.subject}, ${draft.baseline.action}, ${draft.baseline.setting}.`,
      `Its ${name} is "${draft.baseline[variable]}".`,
      ...(finding === undefined ? [] : [`What is wrong: ${finding.message}`]),
      wanted,
    ].join('\n'),
    answer: { form: 'json', name: 'change', schema: writtenValue },
    maxTokens: 120,
    temperature: 0.8,
  });
  return value;
}
