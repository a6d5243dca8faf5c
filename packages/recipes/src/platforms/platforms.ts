import type { Platform, TextLimits } from './platform.ts';

const YOUTUBE_VIDEOS = 'developers.google.com/youtube/v3/docs/videos';
const youtubeTitle: TextLimits = [{ maximum: 100, unit: 'characters', source: YOUTUBE_VIDEOS }];
const youtubeDescription: TextLimits = [{ maximum: 5000, unit: 'bytes', source: YOUTUBE_VIDEOS }];
const youtubeHashtags: Platform['hashtags'] = {
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
    titleLimits: youtubeTitle,
    descriptionLimits: youtubeDescription,
    hashtags: youtubeHashtags,
    showsLinks: true,
    takesAngles: false,
    manner: 'long-form video watched by choice: the first ten seconds promise something and the rest keeps it',
  },
  {
    id: 'shorts',
    name: 'YouTube Shorts',
    longest: { seconds: 180, source: 'support.google.com/youtube/answer/15424877 (uploads since 2024-10-15)' },
    kind: 'titled',
    titleLimits: youtubeTitle,
    descriptionLimits: youtubeDescription,
    hashtags: youtubeHashtags,
    showsLinks: false,
    takesAngles: false,
    manner: 'vertical video in a feed: the first sentence must stop the thumb, no greeting, one idea, quick cuts',
  },
  {
    id: 'tiktok',
    name: 'TikTok',
    longest: {
      seconds: 600,
      source:
        'recorded in the app; uploads up to 3,600 s for some accounts (max_video_post_duration_sec decides, unconfirmed)',
    },
    kind: 'caption',
    captionLimits: [
      {
        maximum: 2200,
        unit: 'utf16_units',
        source: 'developers.tiktok.com/doc/content-posting-api-reference-direct-post',
      },
    ],
    hashtags: { maximum: 5, recommended: 4, source: 'netinfluencer.com/?p=37510 (Sept 2025, unconfirmed)' },
    showsLinks: false,
    takesAngles: true,
    manner: 'vertical video in a feed: spoken as to a friend, straight into the point, one idea',
  },
  {
    id: 'reels',
    name: 'Instagram Reels',
    longest: { seconds: 180, source: 'Adam Mosseri, January 2025 (90 s before)' },
    kind: 'caption',
    captionLimits: [{ maximum: 2200, unit: 'characters', source: 'developers.facebook.com, ig-user/media' }],
    hashtags: { maximum: 5, recommended: 4, source: 'socialsamosa.com, ayrshare.com/docs (cap announced 2025-12-19)' },
    showsLinks: false,
    takesAngles: true,
    manner: 'vertical video in a feed: strong first picture, one idea, a line worth sharing',
  },
  {
    id: 'facebook',
    name: 'Facebook',
    kind: 'titled',
    titleLimits: [
      { maximum: 255, unit: 'characters', source: 'docs.upload-post.com/resources/character-limits (Reels)' },
    ],
    descriptionLimits: [
      {
        maximum: 2200,
        unit: 'characters',
        source: 'sources say 5,000 to 63,206; the smallest published for Reels is taken (unconfirmed)',
      },
    ],
    hashtags: { maximum: 30, recommended: 3, source: 'our own choice; no published limit was found' },
    showsLinks: true,
    takesAngles: true,
    manner: 'video in a feed, often watched without sound: clear words on screen, a question to comment on',
  },
  {
    id: 'linkedin',
    name: 'LinkedIn',
    longest: {
      seconds: 1_800,
      source: 'ayrshare.com/docs/media-guidelines/linkedin (2026-11-30): uploads by API; the app takes less for some',
    },
    kind: 'caption',
    captionLimits: [{ maximum: 3000, unit: 'characters', source: 'Publer, Buffer (2026)' }],
    hashtags: { maximum: 30, recommended: 3, source: 'our own choice; no published limit was found' },
    showsLinks: true,
    takesAngles: true,
    manner: 'professionals between two meetings: a concrete lesson, no hype, first line before the fold',
  },
  {
    id: 'x',
    name: 'X',
    longest: { seconds: 140, source: 'accounts without Premium (Publer, Buffer 2026)' },
    kind: 'caption',
    captionLimits: [
      {
        maximum: 280,
        unit: 'x_weight',
        source: 'docs.x.com "Counting characters": twitter-text configuration v3; 25,000 for paid accounts',
      },
    ],
    hashtags: { maximum: 30, recommended: 2, source: 'our own choice; no published limit was found' },
    showsLinks: true,
    takesAngles: true,
    manner: 'one sharp thought in a fast feed',
  },
  {
    id: 'threads',
    name: 'Threads',
    longest: { seconds: 300, source: 'ayrshare.com/docs/media-guidelines/threads (2026-11-30)' },
    kind: 'caption',
    captionLimits: [
      {
        maximum: 500,
        unit: 'threads_characters',
        source:
          'developers.facebook.com/docs/threads, quoted by repliz-docs.pages.dev (2026-11-29): an emoji counts its bytes',
      },
    ],
    hashtags: {
      maximum: 1,
      recommended: 1,
      source: 'one topic tag a post: docs.emplifi.io, ayrshare.com/docs (2026-11-29)',
    },
    showsLinks: true,
    takesAngles: true,
    manner: 'a conversation: an opinion or a question people answer',
  },
  {
    id: 'pinterest',
    name: 'Pinterest',
    longest: {
      seconds: 900,
      source: 'ayrshare.com/docs/media-guidelines/pinterest, docs.getlate.dev (2026-11-30)',
    },
    kind: 'titled',
    titleLimits: [{ maximum: 100, unit: 'characters', source: 'Publer, Upload-Post (2026)' }],
    descriptionLimits: [{ maximum: 500, unit: 'characters', source: 'Publer, Upload-Post (2026)' }],
    hashtags: { maximum: 20, recommended: 3, source: 'our own choice; no published limit was found' },
    showsLinks: false,
    takesAngles: true,
    manner: 'people who search for ideas to save: say what it is and what they can make of it',
  },
  {
    id: 'bluesky',
    name: 'Bluesky',
    longest: {
      seconds: 180,
      source: 'Bluesky, 12 March 2025 (60 s before); ayrshare.com/docs says 4 minutes since (unconfirmed)',
    },
    kind: 'caption',
    captionLimits: [
      { maximum: 300, unit: 'graphemes', source: 'app.bsky.feed.post lexicon: maxGraphemes 300' },
      { maximum: 3000, unit: 'bytes', source: 'app.bsky.feed.post lexicon: maxLength 3000 (2026-11-29)' },
    ],
    hashtags: { maximum: 8, recommended: 2, source: 'app.bsky.feed.post lexicon: tags maxLength 8' },
    showsLinks: true,
    takesAngles: true,
    manner: 'a conversation: plain words, no marketing tone',
  },
  {
    id: 'podcast',
    name: 'Podcast',
    kind: 'titled',
    titleLimits: [{ maximum: 150, unit: 'characters', source: 'our own choice; players cut long titles' }],
    descriptionLimits: [{ maximum: 4000, unit: 'bytes', source: 'Apple, quoted in podlove-publisher issue 1463' }],
    hashtags: { maximum: 0, recommended: 0, source: 'podcast directories have none' },
    showsLinks: true,
    takesAngles: false,
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
