import { brandVoice, calibration, languageTag, operations } from '@showrunner/recipes';
import { z } from 'zod';
import { timestamp } from './envelopes.ts';

const kept = { id: z.string(), created_at: timestamp, changed_at: timestamp };

/** What requests for a recipe are filled in with. */
export const presetInput = z.object({
  name: z.string().trim().min(1).max(100).describe('For people; need not be unique.'),
  recipe: z.enum(operations.map(({ name }) => name) as [string, ...string[]]),
  input: z
    .record(z.string().max(100), z.unknown())
    .describe('Members of a body for the recipe; a request has only to bring what is left out.'),
});
export type PresetInput = z.output<typeof presetInput>;

export const presetChanges = presetInput.partial();

export const preset = presetInput.extend(kept);
export type PresetView = z.output<typeof preset>;

/** More than anybody speaks; each name is looked up among some thousands. */
const MOST_PACES = 200;

/** Paces under canonical tags, so that `Deutsch` and `de` are one. */
const paceByLanguage = z.record(z.string().max(100), calibration).transform((paces, context) => {
  if (Object.keys(paces).length > MOST_PACES) {
    const params = { allowed: `at most ${MOST_PACES}` };
    context.addIssue({ code: 'custom', message: 'names too many languages', params });
    return z.NEVER;
  }
  const named = new Map<string, z.output<typeof calibration>>();
  for (const [language, pace] of Object.entries(paces)) {
    const tag = languageTag.safeParse(language).data;
    if (tag === undefined) refuse(language, 'is no known language', 'a tag such as pt-BR, or a name', context);
    else if (named.has(tag)) refuse(language, 'is named twice', `one pace for ${tag}`, context);
    else named.set(tag, pace);
  }
  return Object.fromEntries(named);
});

function refuse(language: string, message: string, allowed: string, context: z.RefinementCtx): void {
  context.addIssue({ code: 'custom', path: [language], message, params: { allowed } });
}

/** A voice that scripts are written in, and how fast it speaks. */
export const brandVoiceInput = brandVoice.extend({
  name: z.string().trim().min(1).max(200),
  pace_by_language: paceByLanguage
    .default({})
    .describe('Measured speech of the voice, as `calibration` takes it, by language.'),
});
export type BrandVoiceInput = z.output<typeof brandVoiceInput>;

/** In a change what is absent stays. */
export const brandVoiceChanges = brandVoiceInput.partial();

export const storedBrandVoice = brandVoiceInput.extend({
  ...kept,
  pace_by_language: z.record(z.string(), calibration),
});
export type BrandVoiceView = z.output<typeof storedBrandVoice>;
