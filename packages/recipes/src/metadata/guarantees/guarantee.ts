import { platformIds, type PlatformId } from '../../platforms/platforms.ts';
import type { Finding } from '../../port/finding.ts';
import { guaranteeOf, type Check, type OpenPart } from '../../port/guarantee.ts';
import type { MetadataDraft } from '../draft.ts';
import type { MetadataInput } from '../schema.ts';

export type MetadataCheck<Name extends string> = Check<MetadataDraft, MetadataInput, Name>;

/** What can be asked for again of metadata; a title by its index. */
export type MetadataPart =
  | { readonly of: 'title'; readonly index: number }
  | { readonly of: 'description' }
  | { readonly of: 'caption'; readonly id: PlatformId }
  | { readonly of: 'localization'; readonly locale: string };

export const metadataGuarantee = guaranteeOf<MetadataDraft, MetadataInput, MetadataPart>();

/** Where a title is found. */
export function titlePath(index: number): string {
  return `titles[${index}]`;
}

/** The titles that findings name. */
export function namedTitles(failed: readonly Finding[], { titles }: MetadataDraft): OpenPart<MetadataPart>[] {
  return failed.flatMap((finding) => {
    const index = titles.findIndex((_, at) => finding.path === titlePath(at));
    return index === -1 ? [] : [{ part: { of: 'title', index }, finding }];
  });
}

/** The parts in whose texts findings are: titles, the description, captions and localizations. Tags are not asked for. */
export function namedParts(failed: readonly Finding[], draft: MetadataDraft): OpenPart<MetadataPart>[] {
  return failed.flatMap((finding): OpenPart<MetadataPart>[] => {
    const { path = '' } = finding;
    const [, member, name = ''] = /^(captions|localizations)\.([^.]+)/.exec(path) ?? [];
    if (path === 'description') return [description(finding)];
    if (member === 'localizations') return [{ part: { of: 'localization', locale: name }, finding }];
    const id = platformIds.find((known) => known === name);
    return id === undefined ? namedTitles([finding], draft) : [{ part: { of: 'caption', id }, finding }];
  });
}

export function description(finding: Finding): OpenPart<MetadataPart> {
  return { part: { of: 'description' }, finding };
}
