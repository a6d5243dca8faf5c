import type { CategoryId } from '../../platforms/category-ids.ts';
import { categoryFor } from '../../platforms/categories.ts';
import type { Platform, TitledPlatform } from '../../platforms/platform.ts';
import type { MetadataDraft } from '../draft.ts';
import type { MetadataInput, PlatformMetadata } from '../schema.ts';
import { assemble, type Surroundings } from './assemble.ts';
import type { Composed } from './composed.ts';
import { cutsOf, fitted, withoutAngles, type Cut } from './cut.ts';

type TitledMetadata = PlatformMetadata & { readonly title: string; readonly description: string };

export function isOnYoutube({ id }: Pick<Platform, 'id'>): boolean {
  return id === 'youtube' || id === 'shorts';
}

/**
 * With the object that `videos.insert` takes (developers.google.com/youtube/v3/docs/videos/insert): `snippet`, and
 * `localizations`, which the API takes only beside `snippet.defaultLanguage`. `status` is the caller's to decide.
 */
export function withYoutubeObject(
  { metadata, cuts }: { readonly metadata: TitledMetadata; readonly cuts: readonly Cut[] },
  platform: TitledPlatform,
  draft: MetadataDraft,
  input: MetadataInput,
): Composed {
  const categoryId = categoryOf(input);
  const translated = Object.entries(draft.localizations).map(([locale, text]) =>
    localized(locale, text, { chapters: '', links: input.links, hashtags: metadata.hashtags }, platform),
  );
  const { title, description, tags } = metadata;
  const snippet = {
    title,
    description,
    tags,
    categoryId,
    defaultLanguage: input.language,
    defaultAudioLanguage: input.language,
  };
  return {
    metadata: {
      ...metadata,
      category_id: categoryId,
      localizations: Object.fromEntries(translated.map(({ locale, text }) => [locale, text])),
      snippet,
    },
    cuts: [...cuts, ...translated.flatMap((text) => text.cuts)],
  };
}

const categoryOfInput = new WeakMap<MetadataInput, CategoryId>();

function categoryOf(input: MetadataInput): CategoryId {
  const known = categoryOfInput.get(input) ?? categoryFor(input);
  categoryOfInput.set(input, known);
  return known;
}

function localized(
  locale: string,
  written: MetadataDraft['localizations'][string],
  around: Surroundings,
  platform: TitledPlatform,
) {
  const path = `platforms.${platform.id}.localizations.${locale}`;
  const title = fitted(withoutAngles(written.title, platform.takesAngles), platform.titleLimits);
  const body = withoutAngles(written.description.trim(), platform.takesAngles);
  const description = assemble(body, platform.descriptionLimits, around);
  return {
    locale,
    text: { title: title.text, description: description.text },
    cuts: [...cutsOf(`${path}.title`, title), ...cutsOf(`${path}.description`, description)],
  };
}
