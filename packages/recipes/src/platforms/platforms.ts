import type { LengthUnit } from '../text/measure.ts';

/** A platform's limit on one text. Sources were read on 2026-11-22; "unconfirmed" ones are kept on the safe side. */
export interface TextLimit {
  readonly maximum: number;
  readonly unit: LengthUnit;
  readonly source: string;
}

interface HashtagRule {
  /** More than this is refused or ignored by the platform. */
  readonly maximum: number;
  /** What we write. */
  readonly recommended: number;
  readonly source: string;
}

interface PlatformBase {
  readonly id: string;
  readonly name: string;
  readonly hashtags: HashtagRule;
  /** Whether a link in the text can be tapped. */
  readonly showsLinks: boolean;
  /** What the writing should know about how people watch or read there. */
  readonly manner: string;
}

/** Either a title and a description, or one text with everything in it. */
export type Platform =
  | (PlatformBase & { readonly kind: 'titled'; readonly titleLimit: TextLimit; readonly descriptionLimit: TextLimit })
  | (PlatformBase & { readonly kind: 'caption'; readonly captionLimit: TextLimit });

const YOUTUBE_VIDEOS = 'developers.google.com/youtube/v3/docs/videos';
const youtubeTitle: TextLimit = { maximum: 100, unit: 'characters', source: YOUTUBE_VIDEOS };
const youtubeDescription: TextLimit = { maximum: 5000, unit: 'bytes', source: YOUTUBE_VIDEOS };
const youtubeHashtags: HashtagRule = {
  maximum: 60,
  recommended: 3,
  source: 'support.google.com/youtube/answer/6390658: over 60 all are ignored, the first three show by the title',
};

/** The first one listed is the default. */
export const platforms = [
  {
    id: 'youtube',
    name: 'YouTube',
    kind: 'titled',
    titleLimit: youtubeTitle,
    descriptionLimit: youtubeDescription,
    hashtags: youtubeHashtags,
    showsLinks: true,
    manner: 'long-form video watched by choice: the first ten seconds promise something and the rest keeps it',
  },
  {
    id: 'shorts',
    name: 'YouTube Shorts',
    kind: 'titled',
    titleLimit: youtubeTitle,
    descriptionLimit: youtubeDescription,
    hashtags: youtubeHashtags,
    showsLinks: false,
    manner: 'vertical video in a feed: the first sentence must stop the thumb, no greeting, one idea, quick cuts',
  },
  {
    id: 'tiktok',
    name: 'TikTok',
    kind: 'caption',
    captionLimit: {
      maximum: 2200,
      unit: 'utf16_units',
      source: 'developers.tiktok.com/doc/content-posting-api-reference-direct-post',
    },
    hashtags: { maximum: 5, recommended: 4, source: 'netinfluencer.com/?p=37510 (Sept 2025, unconfirmed)' },
    showsLinks: false,
    manner: 'vertical video in a feed: spoken as to a friend, straight into the point, one idea',
  },
  {
    id: 'reels',
    name: 'Instagram Reels',
    kind: 'caption',
    captionLimit: { maximum: 2200, unit: 'characters', source: 'developers.facebook.com, ig-user/media' },
    hashtags: { maximum: 5, recommended: 4, source: 'socialsamosa.com, ayrshare.com/docs (cap announced 2025-12-19)' },
    showsLinks: false,
    manner: 'vertical video in a feed: strong first picture, one idea, a line worth sharing',
  },
  {
    id: 'facebook',
    name: 'Facebook',
    kind: 'titled',
    titleLimit: { maximum: 255, unit: 'characters', source: 'docs.upload-post.com/resources/character-limits (Reels)' },
    descriptionLimit: {
      maximum: 2200,
      unit: 'characters',
      source: 'sources say 5,000 to 63,206; the smallest published for Reels is taken (unconfirmed)',
    },
    hashtags: { maximum: 30, recommended: 3, source: 'our own choice; no published limit was found' },
    showsLinks: true,
    manner: 'video in a feed, often watched without sound: clear words on screen, a question to comment on',
  },
  {
    id: 'linkedin',
    name: 'LinkedIn',
    kind: 'caption',
    captionLimit: { maximum: 3000, unit: 'characters', source: 'Publer, Buffer (2026)' },
    hashtags: { maximum: 30, recommended: 3, source: 'our own choice; no published limit was found' },
    showsLinks: true,
    manner: 'professionals between two meetings: a concrete lesson, no hype, first line before the fold',
  },
  {
    id: 'x',
    name: 'X',
    kind: 'caption',
    captionLimit: { maximum: 280, unit: 'x_weight', source: 'Publer, Buffer (2026); links count 23' },
    hashtags: { maximum: 30, recommended: 2, source: 'our own choice; no published limit was found' },
    showsLinks: true,
    manner: 'one sharp thought in a fast feed',
  },
  {
    id: 'threads',
    name: 'Threads',
    kind: 'caption',
    captionLimit: { maximum: 500, unit: 'characters', source: 'Publer, Buffer (2026)' },
    hashtags: { maximum: 1, recommended: 1, source: 'one topic tag a post (unconfirmed)' },
    showsLinks: true,
    manner: 'a conversation: an opinion or a question people answer',
  },
  {
    id: 'pinterest',
    name: 'Pinterest',
    kind: 'titled',
    titleLimit: { maximum: 100, unit: 'characters', source: 'Publer, Upload-Post (2026)' },
    descriptionLimit: { maximum: 500, unit: 'characters', source: 'Publer, Upload-Post (2026)' },
    hashtags: { maximum: 20, recommended: 3, source: 'our own choice; no published limit was found' },
    showsLinks: false,
    manner: 'people who search for ideas to save: say what it is and what they can make of it',
  },
  {
    id: 'bluesky',
    name: 'Bluesky',
    kind: 'caption',
    captionLimit: { maximum: 300, unit: 'graphemes', source: 'app.bsky.feed.post lexicon: maxGraphemes 300' },
    hashtags: { maximum: 8, recommended: 2, source: 'app.bsky.feed.post lexicon: tags maxLength 8' },
    showsLinks: true,
    manner: 'a conversation: plain words, no marketing tone',
  },
  {
    id: 'podcast',
    name: 'Podcast',
    kind: 'titled',
    titleLimit: { maximum: 150, unit: 'characters', source: 'our own choice; players cut long titles' },
    descriptionLimit: { maximum: 4000, unit: 'bytes', source: 'Apple, quoted in podlove-publisher issue 1463' },
    hashtags: { maximum: 0, recommended: 0, source: 'podcast directories have none' },
    showsLinks: true,
    manner: 'listened to while doing something else: no pictures to point at, short sentences, clear signposts',
  },
] as const satisfies readonly Platform[];

export type PlatformId = (typeof platforms)[number]['id'];

export const platformIds = platforms.map(({ id }) => id) as [PlatformId, ...PlatformId[]];

export function platformOf(id: PlatformId): Platform {
  const platform = platforms.find((candidate) => candidate.id === id);
  if (platform === undefined) throw new TypeError(`no platform is called ${id}`);
  return platform;
}
