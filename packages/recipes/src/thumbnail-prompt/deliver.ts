import { plainWords } from '../image-models/control-syntax.ts';
import { renderPrompt } from '../image-models/render.ts';
import { renderRequestOf, type ThumbnailDraft } from './draft.ts';
import type { ThumbnailInput, ThumbnailOutput } from './schema.ts';

const MOST_STYLE_TAGS = 12;

export function deliverThumbnail(draft: ThumbnailDraft, input: ThumbnailInput): ThumbnailOutput {
  const concepts = draft.concepts.map((concept, index) => ({
    ...concept,
    palette_hex: [...concept.palette_hex],
    avoid: [...concept.avoid],
    prompts: input.image_models.map((family) => {
      const rendered = renderPrompt(family, concept, renderRequestOf(draft, index, input));
      return { ...rendered, warnings: [...rendered.warnings] };
    }),
  }));
  return { concepts, prompt: concepts[0]?.prompts[0]?.prompt ?? '', style_tags: styleTags(draft, input) };
}

/** The look in single words and phrases, as the first version of the API gave it. */
function styleTags({ concepts: [first] }: ThumbnailDraft, { style_preferences: wished }: ThumbnailInput): string[] {
  const phrases = [wished ?? '', first.style, first.lighting].flatMap((text) => plainWords(text).text.split(/[,;]/));
  return [...new Set(phrases.map((tag) => tag.trim().toLowerCase()).filter((tag) => tag !== ''))].slice(
    0,
    MOST_STYLE_TAGS,
  );
}
