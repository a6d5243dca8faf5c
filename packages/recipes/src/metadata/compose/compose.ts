import { fittingChapters } from './chapters.ts';
import { platformOf, type PlatformId } from '../../platforms/platforms.ts';
import type { CaptionPlatform, Platform, TitledPlatform } from '../../platforms/platform.ts';
import type { MetadataDraft } from '../draft.ts';
import type { MetadataInput, PlatformMetadata } from '../schema.ts';
import { assemble } from './assemble.ts';
import type { Composed } from './composed.ts';
import { cutsOf, withoutAngles } from './cut.ts';
import { hashtagsFor, tagsFor } from './tags.ts';
import { titlesFor } from './titles.ts';
import { isOnYoutube, withYoutubeObject } from './youtube.ts';

interface Made {
  readonly input: MetadataInput;
  readonly byPlatform: Map<PlatformId, Composed>;
}

const made = new WeakMap<MetadataDraft, Made>();

/** Made once for a request, for the checks and for delivery. */
export function composeFor(id: PlatformId, draft: MetadataDraft, input: MetadataInput): Composed {
  let known = made.get(draft);
  if (known?.input !== input) {
    known = { input, byPlatform: new Map() };
    made.set(draft, known);
  }
  const composed = known.byPlatform.get(id) ?? compose(id, draft, input);
  known.byPlatform.set(id, composed);
  return composed;
}

/** Has a draft stand for texts that are there already, such as edited ones, in place of what would be made of it. */
export function standAs(
  draft: MetadataDraft,
  input: MetadataInput,
  platforms: Readonly<Partial<Record<PlatformId, object>>>,
): MetadataDraft {
  const standing = Object.entries(platforms).map(
    ([id, metadata]) => [id as PlatformId, { metadata: metadata as PlatformMetadata, cuts: [] }] as const,
  );
  made.set(draft, { input, byPlatform: new Map(standing) });
  return draft;
}

/** Every limit kept, chapters, links and hashtags in their places. */
function compose(id: PlatformId, draft: MetadataDraft, input: MetadataInput): Composed {
  const platform = platformOf(id);
  const { titles, cuts } = titlesFor(platform, draft, input);
  const { kept: tags, beyond } = tagsFor(draft, input);
  const common: PlatformMetadata = {
    titles,
    tags: [...tags],
    hashtags: hashtagsFor(tags, platform.hashtags.recommended),
    category_id: null,
    chapters: [],
    localizations: {},
  };
  const whole =
    platform.kind === 'caption' ? captioned(platform, common, draft, input) : titled(platform, common, draft, input);
  const outOfTags = cutsOf(`platforms.${id}.tags`, { text: '', removed: beyond }, 'dropped');
  return { metadata: whole.metadata, cuts: [...cuts, ...whole.cuts, ...outOfTags] };
}

function captioned(
  platform: CaptionPlatform,
  common: PlatformMetadata,
  draft: MetadataDraft,
  input: MetadataInput,
): Composed {
  const caption = assemble(
    withoutAngles(bodyFor(platform, draft).trim(), platform.takesAngles),
    platform.captionLimits,
    {
      chapters: '',
      links: linksFor(platform, input),
      hashtags: common.hashtags,
    },
  );
  return { metadata: { ...common, caption: caption.text }, cuts: cutsOf(`platforms.${platform.id}.caption`, caption) };
}

function titled(
  platform: TitledPlatform,
  common: PlatformMetadata,
  draft: MetadataDraft,
  input: MetadataInput,
): Composed {
  const { chapters, lines, cuts } =
    platform.id === 'youtube' ? fittingChapters(input, platform.descriptionLimits) : NO_CHAPTERS;
  const description = assemble(
    withoutAngles(bodyFor(platform, draft).trim(), platform.takesAngles),
    platform.descriptionLimits,
    {
      chapters: withoutAngles(lines, platform.takesAngles),
      links: linksFor(platform, input),
      hashtags: common.hashtags,
    },
  );
  const metadata = {
    ...common,
    chapters: [...chapters],
    title: common.titles[0]?.text ?? '',
    description: description.text,
  };
  const own = { metadata, cuts: [...cutsOf(`platforms.${platform.id}.description`, description), ...cuts] };
  return isOnYoutube(platform) ? withYoutubeObject(own, platform, draft, input) : own;
}

const NO_CHAPTERS = { chapters: [], lines: '', cuts: [] } as const;

function linksFor({ showsLinks }: Platform, { links }: MetadataInput): readonly string[] {
  return showsLinks ? links : [];
}

/** What was written for a platform, before anything follows it; where it has one text, a first paragraph says enough. */
export function bodyFor({ kind, id }: Platform, { description, captions }: MetadataDraft): string {
  if (kind === 'titled') return description;
  return captions[id as PlatformId] ?? description.split(/\n\s*\n/, 1)[0] ?? description;
}
