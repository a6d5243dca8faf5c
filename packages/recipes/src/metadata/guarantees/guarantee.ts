import type { Finding } from '../../port/finding.ts';
import { guaranteeOf, type Check, type OpenPart } from '../../port/guarantee.ts';
import type { MetadataDraft } from '../draft.ts';
import type { MetadataInput } from '../schema.ts';

export type MetadataCheck<Name extends string> = Check<MetadataDraft, MetadataInput, Name>;

/** What can be asked for again of metadata; a title by its index. */
export type MetadataPart =
  | { readonly of: 'title'; readonly index: number }
  | { readonly of: 'description' }
  | { readonly of: 'localization'; readonly locale: string };

export const metadataGuarantee = guaranteeOf<MetadataDraft, MetadataInput, MetadataPart>();

/** Where a title is found. */
export function titlePath(index: number): string {
  return `titles[${index}]`;
}

/** The titles that findings name. */
export function namedTitles(failed: readonly Finding[], { titles }: MetadataDraft): OpenPart<MetadataPart>[] {
  return failed.map((finding) => {
    const index = titles.findIndex((_, at) => finding.path === titlePath(at));
    return { part: { of: 'title', index }, finding };
  });
}

export function description(finding: Finding): OpenPart<MetadataPart> {
  return { part: { of: 'description' }, finding };
}
