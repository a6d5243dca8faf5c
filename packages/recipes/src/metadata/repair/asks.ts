import { z } from 'zod';
import { videoBrief } from '../../input/video-brief.ts';
import { languageName } from '../../language/match.ts';
import { platformOf, type PlatformId } from '../../platforms/platforms.ts';
import { ask, type Work } from '../../port/effects.ts';
import type { Finding } from '../../port/finding.ts';
import type { Circumstances } from '../../port/operation.ts';
import type { MetadataDraft } from '../draft.ts';
import { plainTitle } from '../../text/titles/plain-title.ts';
import type { MetadataInput } from '../schema.ts';
import { angleOf } from '../title-score.ts';
import { briefFor, captionCharacters } from '../write/write-single.ts';
import { wishes } from '../write/write-staged.ts';
import { systemFor } from '../prompts/system.ts';
import { labelledLines } from '../../prompts/labelled-lines.ts';
import { material } from '../../prompts/material.ts';
import { otherCaption, otherDescription, otherTitle } from '../prompts/asks.ts';
import { askText } from '../../prompts/prompt.ts';
import { faultsText } from '../../prompts/faults.ts';

const MATERIAL_CHARACTERS = 20_000;

const writtenTitle = z.object({ title: z.string().min(4).max(120) });
const writtenDescription = z.object({ description: z.string().min(20).max(2000) });
const writtenCaption = z.object({ caption: z.string().min(1).max(2000) });

/** What a repair asks about: the draft as it is, the request, and how its model is asked. */
export interface Repairing {
  readonly draft: MetadataDraft;
  readonly input: MetadataInput;
  readonly circumstances: Circumstances;
}

/** Another title, unlike the others; what was found in the one before is in the question. */
export function* askTitle(
  { input, circumstances }: Repairing,
  index: number,
  others: readonly string[],
  faults: readonly Finding[],
): Work<MetadataDraft['titles'][number]> {
  const { title } = yield* ask({
    part: `titles[${index}]`,
    label: 'Writing another title',
    system: systemFor(circumstances),
    prompt: [
      briefOf(input, circumstances),
      labelledLines([['Other titles', material(others.join('\n'))]]),
      ...wrong(faults),
      askText(otherTitle, { language: languageName(input.language) }),
    ].join('\n'),
    reply: { form: 'json', name: 'title', schema: writtenTitle },
    maxTokens: 80,
    temperature: 0.9,
  });
  const text = plainTitle(title, input.language);
  return { text, angle: angleOf(text) };
}

export function* askDescription({ draft, input, circumstances }: Repairing, faults: readonly Finding[]): Work<string> {
  const { description } = yield* ask({
    part: 'description',
    label: 'Writing the description again',
    system: systemFor(circumstances),
    prompt: [
      briefOf(input, circumstances),
      labelledLines([['The description now', material(draft.description)]]),
      ...wrong(faults),
      askText(otherDescription, { language: languageName(input.language) }),
    ].join('\n'),
    reply: { form: 'json', name: 'description', schema: writtenDescription },
    maxTokens: 600,
    temperature: 0.6,
  });
  return description;
}

export function* askCaption(
  { draft, input, circumstances }: Repairing,
  id: PlatformId,
  faults: readonly Finding[],
): Work<readonly [PlatformId, string]> {
  const { name, manner } = platformOf(id);
  const { caption } = yield* ask({
    part: `captions.${id}`,
    label: `Writing the caption for ${name} again`,
    system: systemFor(circumstances),
    prompt: [
      briefOf(input, circumstances),
      labelledLines([['The caption now', material(draft.captions[id])]]),
      ...wrong(faults),
      askText(otherCaption, {
        platform: name,
        manner,
        characters: captionCharacters(id),
        language: languageName(input.language),
      }),
    ].join('\n'),
    reply: { form: 'json', name: 'caption', schema: writtenCaption },
    maxTokens: 500,
    temperature: 0.7,
  });
  return [id, caption];
}

function wrong(faults: readonly Finding[]): string[] {
  return faults.length === 0 ? [] : [`What is wrong: ${faultsText(faults)}`];
}

function briefOf(input: MetadataInput, { strategy }: Circumstances): string {
  return strategy === 'staged' ? videoBrief(input, wishes(input)) : briefFor(input, MATERIAL_CHARACTERS);
}
