import { composeFor } from './compose/compose.ts';
import type { MetadataDraft } from './draft.ts';
import type { MetadataInput, MetadataOutput } from './schema.ts';

/** Every platform's own texts; the first platform's stand at the top as well. */
export function deliverMetadata(draft: MetadataDraft, input: MetadataInput): MetadataOutput {
  const composed = input.platforms.map((id) => [id, composeFor(id, draft, input).metadata] as const);
  const first = composed[0]?.[1];
  return {
    title: first?.title ?? first?.titles[0]?.text ?? '',
    description: first?.description ?? first?.caption ?? '',
    tags: first?.tags ?? [],
    language: input.language,
    platforms: Object.fromEntries(composed),
  };
}
