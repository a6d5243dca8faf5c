import type { Finding } from '../../port/finding.ts';
import { guaranteeOf, type Check, type OpenPart } from '../../port/guarantee.ts';
import type { ThumbnailDraft } from '../draft.ts';
import type { ThumbnailInput } from '../schema.ts';

export type ThumbnailCheck<Name extends string> = Check<ThumbnailDraft, ThumbnailInput, Name>;

/** What can be asked for again of thumbnails; a change by its index. */
export type ThumbnailPart =
  | { readonly of: 'whole' }
  | { readonly of: 'headline' }
  | { readonly of: 'change'; readonly index: number }
  | { readonly of: 'missing' };

export const thumbnailGuarantee = guaranteeOf<ThumbnailDraft, ThumbnailInput, ThumbnailPart>();

/** All concepts are designed anew. */
export function whole(failed: readonly Finding[]): OpenPart<ThumbnailPart>[] {
  return failed.map((finding) => ({ part: { of: 'whole' }, finding }));
}

/** Where the words on a concept's picture are found. */
export function overlayPath(concept: number): string {
  return `concepts[${concept}].overlay_text`;
}

/** The words on the first picture, which the others share, and those of concepts that change them. */
export function headlines(failed: readonly Finding[], { changes }: ThumbnailDraft): OpenPart<ThumbnailPart>[] {
  return failed.flatMap((finding): OpenPart<ThumbnailPart>[] => {
    if (finding.path === overlayPath(0)) return [{ part: { of: 'headline' }, finding }];
    const index = changes.findIndex((_, at) => finding.path === overlayPath(at + 1));
    return changes[index]?.variable === 'overlay_text' ? [{ part: { of: 'change', index }, finding }] : [];
  });
}
