import { toCapitals } from '../language/capitals.ts';
import { z } from 'zod';
import { videoBrief } from '../input/video-brief.ts';
import { languageName } from '../language/match.ts';
import { all, ask, ifUsable, type Work } from '../port/effects.ts';
import type { Finding } from '../port/finding.ts';
import { beginRepair, type OpenPart } from '../port/guarantee.ts';
import type { Circumstances } from '../port/operation.ts';
import type { Changeable } from './changeable.ts';
import { changedFrom, variablesFor, withConcept, withMember, type DraftConcept, type ThumbnailDraft } from './draft.ts';
import { avoidGuarantee } from './guarantees/avoid/repair.ts';
import { chineseVariantGuarantee } from './guarantees/chinese-variant/repair.ts';
import { conceptCountGuarantee } from './guarantees/concept-count/repair.ts';
import { conceptsDifferGuarantee } from './guarantees/concepts-differ/repair.ts';
import { dialectsGuarantee } from './guarantees/dialects/repair.ts';
import type { ThumbnailPart } from './guarantees/guarantee.ts';
import { languageGuarantee } from './guarantees/language/repair.ts';
import { overlayLanguageGuarantee } from './guarantees/overlay-language/repair.ts';
import { overlayTextGuarantee } from './guarantees/overlay-text/repair.ts';
import { plainWordsGuarantee } from './guarantees/plain-words/repair.ts';
import type { ThumbnailInput } from './schema.ts';
import { systemFor } from './prompts/system.ts';
import { briefFor, writeSingle } from './write/write-single.ts';
import { writeStaged } from './write/write-staged.ts';
import { labelledLines } from '../prompts/labelled-lines.ts';
import { material } from '../prompts/material.ts';
import { otherValue, otherWords } from './prompts/asks.ts';
import { askText } from '../prompts/prompt.ts';
import { faultsText } from '../prompts/faults.ts';

/** In the order in which code fixes and settles: what a concept may not show goes before its words are judged. */
export const thumbnailGuarantees = [
  plainWordsGuarantee,
  languageGuarantee,
  avoidGuarantee,
  overlayTextGuarantee,
  overlayLanguageGuarantee,
  chineseVariantGuarantee,
  conceptsDifferGuarantee,
  conceptCountGuarantee,
  dialectsGuarantee,
] as const;

const MATERIAL_CHARACTERS = 1500;

const writtenValue = z.object({ value: z.string().min(2).max(120) });

/**
 * Members that are wrong and changes that change nothing are asked for again, all at once; a picture that may not be is
 * designed anew.
 */
export function* repairThumbnail(
  draft: ThumbnailDraft,
  failed: readonly Finding[],
  input: ThumbnailInput,
  circumstances: Circumstances,
): Work<ThumbnailDraft> {
  const { fixed, open } = yield* beginRepair(thumbnailGuarantees, { draft, failed, input, circumstances });
  if (open.some(({ part }) => part.of === 'whole')) {
    return yield* circumstances.strategy === 'staged' ? writeStaged(input) : writeSingle(input);
  }
  const wanted = wantedOf(open, fixed, input);
  if (wanted.length === 0) return fixed;
  // One that comes to nothing costs none of the others.
  const values = yield* all(wanted.map((one) => ifUsable(askValue(fixed, one, input, circumstances))));
  return wanted.reduce((before, one, index) => {
    const value = values[index];
    return value === undefined ? before : withValue(before, one, value, input);
  }, fixed);
}

/** A value to be asked for: of a member that is wrong, or of a concept that shall differ in it from the first. */
interface Wanted {
  readonly kind: 'member' | 'concept';
  /** One more concept where it is behind the last. */
  readonly index: number;
  readonly member: Changeable;
  readonly finding: Finding | undefined;
}

function wantedOf(open: readonly OpenPart<ThumbnailPart>[], draft: ThumbnailDraft, input: ThumbnailInput): Wanted[] {
  const { concepts } = draft;
  const used = new Set(concepts.map(({ variable }) => variable));
  const free = variablesFor(input).filter((variable) => !used.has(variable));
  const wanted = new Map<string, Wanted>();
  const want = (one: Wanted) => {
    const place = `${one.index} ${one.member}`;
    if (!wanted.has(place)) wanted.set(place, one);
  };
  for (const { part, finding } of open) {
    if (part.of === 'member') want({ ...part, kind: 'member', finding });
    if (part.of === 'other') want({ kind: 'concept', index: part.index, member: free.shift() ?? 'setting', finding });
    if (part.of === 'missing')
      for (let index = concepts.length; index < input.variants; index += 1)
        want({ kind: 'concept', index, member: free.shift() ?? 'setting', finding: undefined });
  }
  return [...wanted.values()];
}

function withValue(draft: ThumbnailDraft, { kind, index, member }: Wanted, value: string, input: ThumbnailInput) {
  const written = member === 'overlay_text' ? toCapitals(value, input.language) : value;
  if (kind === 'member') return withMember(draft, index, member, written);
  const [first, ...others] = draft.concepts;
  const concept = changedFrom(first, { variable: member, value }, input);
  return index < draft.concepts.length
    ? withConcept(draft, index, concept)
    : { concepts: [first, ...others, concept] as const };
}

function* askValue(
  { concepts: [first, ...others] }: ThumbnailDraft,
  { member, index, finding }: Wanted,
  input: ThumbnailInput,
  { strategy }: Circumstances,
): Work<string> {
  const isSmall = strategy === 'staged';
  const name = member.replace('_', ' ');
  const wanted =
    member === 'overlay_text'
      ? askText(otherWords, { language: languageName(input.language) })
      : askText(otherValue, { name });
  const { value } = yield* ask({
    part: member,
    label: `Changing the ${name}`,
    system: systemFor({ strategy }),
    prompt: [
      isSmall ? videoBrief(input) : briefFor(input, MATERIAL_CHARACTERS),
      labelledLines([
        ['The first thumbnail', material(sentenceOf(first))],
        [`Its ${name} now`, material((others[index - 1] ?? first)[member])],
      ]),
      ...(finding === undefined ? [] : [`What is wrong: ${faultsText([finding])}`]),
      wanted,
    ].join('\n'),
    reply: { form: 'json', name: 'change', schema: writtenValue },
    maxTokens: 120,
    temperature: 0.8,
  });
  return value;
}

function sentenceOf({ subject, action, setting }: DraftConcept): string {
  return [subject, action, setting].filter((text) => text !== '').join(', ');
}
