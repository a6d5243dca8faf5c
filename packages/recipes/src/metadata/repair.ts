import { z } from 'zod';
import { SMALL_EDITOR, videoBrief } from '../input/video-brief.ts';
import { languageName } from '../language/match.ts';
import { all, ask, done, type Work } from '../port/effects.ts';
import type { Finding } from '../port/finding.ts';
import { beginRepair, type OpenPart } from '../port/guarantee.ts';
import type { Circumstances } from '../port/operation.ts';
import type { MetadataDraft } from './draft.ts';
import { avoidGuarantee } from './guarantees/avoid/repair.ts';
import { chaptersGuarantee } from './guarantees/chapters/repair.ts';
import { descriptionOpeningGuarantee } from './guarantees/description-opening/repair.ts';
import { languageGuarantee } from './guarantees/language/repair.ts';
import { localizationsGuarantee } from './guarantees/localizations/repair.ts';
import { platformLimitsGuarantee } from './guarantees/platform-limits/repair.ts';
import { titleCountGuarantee } from './guarantees/title-count/repair.ts';
import { titleFactsGuarantee } from './guarantees/title-facts/repair.ts';
import { titleSpecificGuarantee } from './guarantees/title-specific/repair.ts';
import { titlesDifferGuarantee } from './guarantees/titles-differ/repair.ts';
import type { MetadataPart } from './guarantees/guarantee.ts';
import type { MetadataInput } from './schema.ts';
import { plainTitle, tidied } from './tidy.ts';
import { angleOf } from './title-score.ts';
import { translate } from './write/localize.ts';
import { briefFor, EDITOR } from './write/write-single.ts';
import { wishes } from './write/write-staged.ts';

export const metadataGuarantees = [
  platformLimitsGuarantee,
  titleCountGuarantee,
  titlesDifferGuarantee,
  titleFactsGuarantee,
  titleSpecificGuarantee,
  descriptionOpeningGuarantee,
  languageGuarantee,
  chaptersGuarantee,
  localizationsGuarantee,
  avoidGuarantee,
] as const;

const MATERIAL_CHARACTERS = 20_000;

const writtenTitle = z.object({ title: z.string().min(4).max(120) });
const writtenDescription = z.object({ description: z.string().min(20).max(2000) });

type Open = readonly OpenPart<MetadataPart>[];

/** Code fixes what it can; titles and description that failed are asked for at once, then the translations. */
export function* repairMetadata(
  draft: MetadataDraft,
  failed: readonly Finding[],
  input: MetadataInput,
  circumstances: Circumstances,
): Work<MetadataDraft> {
  const { fixed, open } = yield* beginRepair(metadataGuarantees, { draft, failed, input, circumstances });
  const aboutText = open.flatMap(({ part, finding }) => (part.of === 'description' ? [finding] : []));
  const [titles, description] = yield* all([
    newTitles(fixed, open, input, circumstances),
    aboutText.length === 0 ? done(fixed.description) : askDescription(fixed, aboutText, input, circumstances),
  ]);
  const translated = yield* translateAnew({ ...fixed, titles, description }, open, input, circumstances);
  const repaired = tidied(translated, input);
  return JSON.stringify(repaired) === JSON.stringify(draft) ? draft : repaired;
}

/** One after the other, because each has to differ from those before it. */
function* newTitles(
  draft: MetadataDraft,
  open: Open,
  input: MetadataInput,
  circumstances: Circumstances,
): Work<MetadataDraft['titles']> {
  const titles: MetadataDraft['titles'][number][] = [];
  for (let index = 0; index < input.variants; index += 1) {
    const title = draft.titles[index];
    const findings = open.flatMap(({ part, finding }) =>
      part.of === 'title' && part.index === index ? [finding] : [],
    );
    const stays = title !== undefined && findings.length === 0;
    // That one is missing is no fault of the title to be written.
    const faults = title === undefined ? [] : findings;
    titles.push(stays ? title : yield* askTitle(draft, { kept: titles, faults }, input, circumstances));
  }
  return titles;
}

function* translateAnew(
  draft: MetadataDraft,
  open: Open,
  input: MetadataInput,
  circumstances: Circumstances,
): Work<MetadataDraft> {
  const failed = new Set(open.flatMap(({ part }) => (part.of === 'localization' ? [part.locale] : [])));
  if (failed.size === 0) return draft;
  const kept = Object.entries(draft.localizations).filter(([locale]) => !failed.has(locale));
  return yield* translate({ ...draft, localizations: Object.fromEntries(kept) }, input, systemFor(circumstances));
}

function* askTitle(
  draft: MetadataDraft,
  { kept, faults }: { readonly kept: MetadataDraft['titles']; readonly faults: readonly Finding[] },
  input: MetadataInput,
  context: Circumstances,
): Work<MetadataDraft['titles'][number]> {
  const others = [...kept, ...draft.titles.slice(kept.length + 1)].map(({ text }) => text);
  const { title } = yield* ask({
    part: `titles[${kept.length}]`,
    label: 'Writing another title',
    system: systemFor(context),
    prompt: [
      briefOf(input, context),
      `Other titles: ${others.join(' | ')}`,
      ...(faults.length === 0 ? [] : [`What is wrong: ${faults.map(({ message }) => message).join(' ')}`]),
      `Write one new title in ${languageName(input.language)}, five to nine words, without numbers and names that the material does not have, unlike the others.`,
    ].join('\n'),
    reply: { form: 'json', name: 'title', schema: writtenTitle },
    maxTokens: 80,
    temperature: 0.9,
  });
  const text = plainTitle(title);
  return { text, angle: angleOf(text) };
}

function* askDescription(
  draft: MetadataDraft,
  findings: readonly Finding[],
  input: MetadataInput,
  context: Circumstances,
): Work<string> {
  const { description } = yield* ask({
    part: 'description',
    label: 'Writing the description again',
    system: systemFor(context),
    prompt: [
      briefOf(input, context),
      `The description now: ${draft.description}`,
      `What is wrong: ${findings.map(({ message }) => message).join(' ')}`,
      `Write the description again in ${languageName(input.language)}.`,
    ].join('\n'),
    reply: { form: 'json', name: 'description', schema: writtenDescription },
    maxTokens: 600,
    temperature: 0.6,
  });
  return description;
}

function briefOf(input: MetadataInput, { strategy }: Circumstances): string {
  return strategy === 'staged'
    ? [videoBrief(input), ...wishes(input)].join('\n')
    : briefFor(input, MATERIAL_CHARACTERS);
}

function systemFor({ strategy }: Circumstances): string {
  return strategy === 'staged' ? SMALL_EDITOR : EDITOR;
}
