import { renderPrompt } from '../image-models/render.ts';
import { conceptsOf, renderRequestOf, type ThumbnailDraft } from './draft.ts';
import type { ThumbnailInput, ThumbnailOutput } from './schema.ts';

const MOST_STYLE_TAGS = 12;

export function deliverThumbnail(draft: ThumbnailDraft, input: ThumbnailInput): ThumbnailOutput {
  const request = renderRequestOf(input);
  const concepts = conceptsOf(draft).map(({ variable, concept }) => ({
    variable,
    ...concept,
    palette_hex: [...concept.palette_hex],
    avoid: [...concept.avoid],
    prompts: input.image_models.map((family) => {
      const rendered = renderPrompt(family, concept, request);
      return { ...rendered, warnings: [...rendered.warnings] };
    }),
  }));
  return { concepts, prompt: concepts[0]?.prompts[0]?.prompt ?? '', style_tags: styleTags(draft, input) };
}

/** The look in single words and phrases, as the first version of the API gave it. */
function styleTags({ baseline }: ThumbnailDraft, { style_preferences: wished }: ThumbnailInput): string[] {
  const phrases = [wished ?? '', baseline.style, baseline.lighting].flatMap((text) => text.split(/[,;]/));
  return [...new Set(phrases.map((tag) => tag.trim().toLowerCase()).filter((tag) => tag !== ''))].slice(
    0,
    MOST_STYLE_TAGS,
  );
}
