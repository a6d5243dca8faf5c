import type { Finding } from '../../port/finding.ts';
import { guaranteeOf, type Check, type OpenPart } from '../../port/guarantee.ts';
import { changeable, type Changeable } from '../changeable.ts';
import type { ThumbnailDraft } from '../draft.ts';
import type { ThumbnailInput } from '../schema.ts';

export type ThumbnailCheck<Name extends string> = Check<ThumbnailDraft, ThumbnailInput, Name>;

/** What can be asked for again of thumbnails; concepts by their index. */
export type ThumbnailPart =
  | { readonly of: 'whole' }
  | { readonly of: 'member'; readonly index: number; readonly member: Changeable }
  /** The concept shall differ in something else. */
  | { readonly of: 'other'; readonly index: number }
  | { readonly of: 'missing' };

export const thumbnailGuarantee = guaranteeOf<ThumbnailDraft, ThumbnailInput, ThumbnailPart>();

/** All concepts are designed anew. */
export function whole(failed: readonly Finding[]): OpenPart<ThumbnailPart>[] {
  return failed.map((finding) => ({ part: { of: 'whole' }, finding }));
}

/** The member that each finding's path ends with is asked for again. */
export function members(failed: readonly Finding[]): OpenPart<ThumbnailPart>[] {
  return failed.flatMap((finding): OpenPart<ThumbnailPart>[] => {
    const [, index, name] = /^concepts\[(\d+)\]\.(\w+)$/.exec(finding.path ?? '') ?? [];
    const member = changeable.find((one) => one === name);
    return member === undefined ? [] : [{ part: { of: 'member', index: Number(index), member }, finding }];
  });
}
