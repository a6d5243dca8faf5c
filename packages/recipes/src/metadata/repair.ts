import { z } from 'zod';
import { SMALL_EDITOR, videoBrief } from '../input/video-brief.ts';
import { languageName } from '../language/match.ts';
import { ask, type Work } from '../port/effects.ts';
import type { Finding } from '../port/finding.ts';
import type { Circumstances } from '../port/operation.ts';
import { findTerms } from '../text/terms.ts';
import type { MetadataDraft } from './draft.ts';
import { translate } from './write/localize.ts';
import type { MetadataInput } from './schema.ts';
import { angleOf } from './title-score.ts';
import { briefFor, EDITOR } from './write/write-single.ts';
import { plainTitle, tidied } from './tidy.ts';
import { wishes } from './write/write-staged.ts';

const MATERIAL_CHARACTERS = 20_000;

const writtenTitle = z.object({ title: z.string().min(4).max(120) });
const writtenDescription = z.object({ description: z.string().min(20).max(2000) });

/** Asks for the titles, the description or the translations that failed, each alone; tags are mended by code. */
export function* repairMetadata(
  draft: MetadataDraft,
  failed: readonly Finding[],
  input: MetadataInput,
  context: Circumstances,
): Work<MetadataDraft> {
  let mended: MetadataDraft = {
    ...draft,
    tags: draft.tags.filter((tag) => findTerms(tag, input.avoid).length === 0),
  };
  mended = yield* repairTitles(mended, failed, input, context);
  const description = failed.filter(
    ({ path, name }) => (path === 'description' && name !== 'description_opening') || name.endsWith('_description'),
  );
  if (description.length > 0)
    mended = { ...mended, description: yield* askDescription(mended, description, input, context) };
  const captions = failed.filter(({ path }) => path === 'captions');
  if (captions.length > 0) mended = { ...mended, captions: {} };
  const languages = failed.flatMap(({ name, limit }) => (name === 'localization' ? [String(limit)] : []));
  if (languages.length > 0) {
    const kept = Object.fromEntries(
      Object.entries(mended.localizations).filter(([language]) => !languages.includes(language)),
    );
    mended = yield* translate({ ...mended, localizations: kept }, input, systemFor(context));
  }
  mended = tidied(mended, input);
  return JSON.stringify(mended) === JSON.stringify(draft) ? draft : mended;
}

function* repairTitles(
  draft: MetadataDraft,
  failed: readonly Finding[],
  input: MetadataInput,
  context: Circumstances,
): Work<MetadataDraft> {
  const titles: MetadataDraft['titles'][number][] = [];
  for (let index = 0; index < input.variants; index += 1) {
    const title = draft.titles[index];
    const findings = failed.filter(
      ({ path, name }) =>
        path === `titles[${index}]` || (name === 'avoid' && path === 'titles' && hasAvoided(title, input)),
    );
    titles.push(
      title !== undefined && findings.length === 0 ? title : yield* askTitle(draft, titles, findings, input, context),
    );
  }
  return { ...draft, titles };
}

function hasAvoided(title: { readonly text: string } | undefined, input: MetadataInput): boolean {
  return title !== undefined && findTerms(title.text, input.avoid).length > 0;
}

function* askTitle(
  draft: MetadataDraft,
  kept: MetadataDraft['titles'],
  findings: readonly Finding[],
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
      ...(findings.length === 0 ? [] : [`What is wrong: ${findings.map(({ message }) => message).join(' ')}`]),
      `Write one new title in ${languageName(input.language)}, five to nine words, without numbers and names that the material does not have, unlike the others.`,
    ].join('\n'),
    answer: { form: 'json', name: 'title', schema: writtenTitle },
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
    answer: { form: 'json', name: 'description', schema: writtenDescription },
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
