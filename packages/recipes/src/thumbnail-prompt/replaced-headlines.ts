import type { Finding } from '../port/finding.ts';
import { indexIn, withMember, withoutConcepts, type ThumbnailDraft } from './draft.ts';
import { foreignIn } from './guarantees/overlay-language/check.ts';
import { headlineFault } from './guarantees/overlay-text/check.ts';
import { drawable, shortened } from './headline.ts';
import type { ThumbnailInput } from './schema.ts';
import { subjectHeadlines } from './subject-headline.ts';

/**
 * A draft whose failed headlines are shortened to a whole phrase, or else are the subject in the caller's words; a
 * concept for which there are no other words goes, as it was made to try some.
 */
export function replacedHeadlines(
  draft: ThumbnailDraft,
  failed: readonly Finding[],
  input: ThumbnailInput,
): ThumbnailDraft {
  let settled = draft;
  const lost: number[] = [];
  for (const index of failed.map(({ path }) => indexIn(path))) {
    const written = drawable(settled.concepts[index]?.overlay_text ?? '');
    const others = settled.concepts.filter((_, at) => at !== index).map(({ overlay_text: text }) => text);
    const taken =
      index === 0
        ? settled.concepts.filter(({ variable }) => variable === 'overlay_text').map(({ overlay_text: text }) => text)
        : others;
    const candidates = [shortened(written, input.language), ...subjectHeadlines(input)];
    const good = candidates.filter((text) => foreignIn(text, input) === undefined && !taken.includes(text));
    const chosen =
      good.find((text) => headlineFault(text, input) === undefined) ?? (index === 0 ? good.at(-1) : undefined);
    if (chosen !== undefined && chosen !== '') settled = withMember(settled, index, 'overlay_text', chosen);
    else if (index > 0) lost.push(index);
  }
  return withoutConcepts(settled, lost);
}
