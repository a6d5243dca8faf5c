import { z } from 'zod';
import { SMALL_EDITOR, videoBrief } from '../input/video-brief.ts';
import { languageName } from '../language/match.ts';
import { all, ask, type Work } from '../port/effects.ts';
import type { Finding } from '../port/finding.ts';
import { beginRepair, type OpenPart } from '../port/guarantee.ts';
import type { Circumstances } from '../port/operation.ts';
import { fitted, type ThumbnailDraft } from './draft.ts';
import { avoidGuarantee } from './guarantees/avoid/repair.ts';
import { conceptCountGuarantee } from './guarantees/concept-count/repair.ts';
import { conceptsDifferGuarantee } from './guarantees/concepts-differ/repair.ts';
import { dialectsGuarantee } from './guarantees/dialects/repair.ts';
import type { ThumbnailPart } from './guarantees/guarantee.ts';
import { languageGuarantee } from './guarantees/language/repair.ts';
import { overlayLanguageGuarantee } from './guarantees/overlay-language/repair.ts';
import { overlayTextGuarantee } from './guarantees/overlay-text/repair.ts';
import { changeable, type Changeable, type ThumbnailInput } from './schema.ts';
import { briefFor, DESIGNER, writeSingle } from './write/write-single.ts';
import { writeStaged } from './write/write-staged.ts';

export const thumbnailGuarantees = [
  conceptCountGuarantee,
  conceptsDifferGuarantee,
  languageGuarantee,
  overlayTextGuarantee,
  overlayLanguageGuarantee,
  dialectsGuarantee,
  avoidGuarantee,
] as const;

const MATERIAL_CHARACTERS = 1500;

const writtenValue = z.object({ value: z.string().min(2).max(120) });

/**
 * Words on the picture and changes that change nothing are asked for again, all at once; a picture that may not be is
 * designed anew.
 */
export function* repairThumbnail(
  draft: ThumbnailDraft,
  failed: readonly Finding[],
  input: ThumbnailInput,
  circumstances: Circumstances,
): Work<ThumbnailDraft> {
  const { open } = yield* beginRepair(thumbnailGuarantees, { draft, failed, input, circumstances });
  if (open.some(({ part }) => part.of === 'whole')) {
    return yield* circumstances.strategy === 'staged' ? writeStaged(input) : writeSingle(input);
  }
  const wanted = wantedOf(open, draft, input);
  if (wanted.length === 0) return draft;
  const values = yield* all(wanted.map((one) => askValue(draft, one, input, circumstances)));
  const changed = wanted.reduce((before, one, index) => withValue(before, one, values[index] ?? ''), draft);
  return fitted(changed, input);
}

/** A value to be asked for: of the first concept's headline, of a change that is there, or of one more. */
interface Wanted {
  readonly place: 'headline' | 'more' | number;
  readonly variable: Changeable;
  readonly finding: Finding | undefined;
}

function wantedOf(open: readonly OpenPart<ThumbnailPart>[], draft: ThumbnailDraft, input: ThumbnailInput): Wanted[] {
  const headline = open.find(({ part }) => part.of === 'headline' && input.overlay_text === undefined);
  const changes = draft.changes.flatMap(({ variable }, place): Wanted[] => {
    const found = open.find(({ part }) => part.of === 'change' && part.index === place);
    return found === undefined ? [] : [{ place, variable, finding: found.finding }];
  });
  return [
    ...(headline === undefined
      ? []
      : [{ place: 'headline', variable: 'overlay_text', finding: headline.finding } as const]),
    ...changes,
    ...(open.some(({ part }) => part.of === 'missing') ? missingChanges(draft, input) : []),
  ];
}

/** Of variables that nothing changes yet. */
function missingChanges({ changes }: ThumbnailDraft, { variants }: ThumbnailInput): Wanted[] {
  const free = changeable.filter((candidate) => changes.every(({ variable }) => variable !== candidate));
  const count = Math.max(0, variants - 1 - changes.length);
  return Array.from({ length: count }, (_, index) => {
    const variable = free[index] ?? 'setting';
    return { place: 'more', variable, finding: undefined };
  });
}

function withValue(draft: ThumbnailDraft, { place, variable }: Wanted, value: string): ThumbnailDraft {
  const { baseline, changes } = draft;
  if (place === 'headline') return { ...draft, baseline: { ...baseline, overlay_text: value } };
  if (place === 'more') return { ...draft, changes: [...changes, { variable, value }] };
  return { ...draft, changes: changes.map((change, at) => (at === place ? { ...change, value } : change)) };
}

function* askValue(
  { baseline }: ThumbnailDraft,
  { variable, finding }: Wanted,
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
      `The first thumbnail: ${baseline.subject}, ${baseline.action}, ${baseline.setting}.`,
      `Its ${name} is "${baseline[variable]}".`,
      ...(finding === undefined ? [] : [`What is wrong: ${finding.message}`]),
      wanted,
    ].join('\n'),
    reply: { form: 'json', name: 'change', schema: writtenValue },
    maxTokens: 120,
    temperature: 0.8,
  });
  return value;
}
