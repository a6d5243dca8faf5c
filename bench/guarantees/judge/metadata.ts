import twitter from 'twitter-text';
import type { Brief } from '../briefs.ts';
import { isForeign } from './language.ts';
import { judgeText } from './texts.ts';
import { violation, type Violation } from './violation.ts';

interface PlatformMetadata {
  readonly titles: readonly { readonly text: string }[];
  readonly title?: string;
  readonly description?: string;
  readonly caption?: string;
  readonly tags: readonly string[];
  readonly hashtags: readonly string[];
}

export interface Metadata {
  readonly platforms: Readonly<Record<string, PlatformMetadata>>;
}

const utf8 = (text: string): number => Buffer.byteLength(text);
const utf16 = (text: string): number => text.length;
const characters = (text: string): number => Array.from(text).length;
const graphemes = (text: string): number => [...new Intl.Segmenter().segment(text)].length;
const weighted = (text: string): number => twitter.parseTweet(text).weightedLength;

type Rule = readonly [member: 'title' | 'description' | 'caption', measure: (text: string) => number, limit: number];

/** What the platforms take, in their own units, as their documents say it (read 2026-11). */
const RULES: Readonly<Record<string, readonly Rule[]>> = {
  youtube: [
    ['title', characters, 100],
    ['description', utf8, 5000],
  ],
  shorts: [
    ['title', characters, 100],
    ['description', utf8, 5000],
  ],
  tiktok: [['caption', utf16, 2200]],
  reels: [['caption', characters, 2200]],
  linkedin: [['caption', characters, 3000]],
  x: [['caption', weighted, 280]],
  threads: [['caption', characters, 500]],
  bluesky: [['caption', graphemes, 300]],
  podcast: [['description', utf8, 4000]],
};
const HASHTAG_LIMITS: Readonly<Record<string, number>> = { youtube: 60, shorts: 60, reels: 5, tiktok: 5 };
const YOUTUBE_TAGS = 500;

export function judgeMetadata({ platforms }: Metadata, brief: Brief): Violation[] {
  return Object.entries(platforms).flatMap(([id, platform]) => [
    ...judgeLimits(id, platform),
    ...judgeTitles(id, platform, brief),
    ...judgeBody(id, platform, brief),
    ...judgeTags(id, platform),
  ]);
}

function judgeLimits(id: string, platform: PlatformMetadata): Violation[] {
  const texts = [platform.title, platform.description, platform.caption].filter((text) => text !== undefined);
  const long = (RULES[id] ?? []).flatMap(([member, measure, limit]) => {
    const length = measure(platform[member] ?? '');
    return length <= limit ? [] : [violation('over a limit', `${id}.${member}`, `${length} of ${limit}`, /never/)];
  });
  const brackets = /^(?:youtube|shorts)$/.test(id) && texts.some((text) => /[<>]/.test(text));
  return [...long, ...(brackets ? [violation('angle brackets', id, texts.join(' | '), /never/)] : [])];
}

function judgeTitles(id: string, { titles }: PlatformMetadata, { language, body }: Brief): Violation[] {
  const texts = titles.map(({ text }) => text);
  const known = new Set(`${body.content} ${body.title}`.match(/\d+/g) ?? []);
  return [
    ...(new Set(texts.map((text) => text.toLowerCase())).size === texts.length
      ? []
      : [violation('equal titles', id, texts.join(' | '), /titles_differ|title/)]),
    ...texts.flatMap((text) => [
      ...judgeText(`${id}.titles`, text, /text|title|placeholder/),
      ...(text.match(/\d+/g) ?? [])
        .filter((number) => !known.has(number))
        .map((number) =>
          violation('a number that nobody gave', `${id}.titles`, `${number} in ${text}`, /title_facts|facts/),
        ),
      ...(isForeign(text, language) === true ? [violation('another language', `${id}.titles`, text, /language/)] : []),
    ]),
  ];
}

function judgeBody(
  id: string,
  { description = '', caption = '' }: PlatformMetadata,
  { language, body }: Brief,
): Violation[] {
  const text = description || caption;
  const given = body.links ?? [];
  const others = given.reduce((rest, link) => rest.replaceAll(link, ''), text);
  const invented = /https?:\/\/\S+|\b[\w.-]+@[\w.-]+\.\w+|\b[a-z\d-]+\.(?:com|ly|co|io)\b\S*/i.exec(others)?.[0];
  const times = /^(?:\d+:)?\d{1,2}:\d{2}\b/m.exec(text)?.[0];
  return [
    ...judgeText(id, text, /text|placeholder|description|left/),
    ...(invented === undefined ? [] : [violation('an invented address', id, invented, /address|link|left/)]),
    ...(times === undefined ? [] : [violation('invented times', id, times, /chapter|times/)]),
    ...(/^(?:\* |-{3})/m.test(text) ? [violation('left-overs of markdown', id, text, /text|left/)] : []),
    ...(isForeign(text, language) === true ? [violation('another language', id, text, /language/)] : []),
  ];
}

function judgeTags(id: string, { tags, hashtags }: PlatformMetadata): Violation[] {
  const cost = tags.reduce(
    (sum, tag) => sum + Array.from(tag).length + (tag.includes(' ') ? 2 : 0),
    Math.max(0, tags.length - 1),
  );
  const most = HASHTAG_LIMITS[id] ?? 30;
  return [
    ...(cost > YOUTUBE_TAGS ? [violation('tags over their budget', id, String(cost), /never/)] : []),
    ...tags
      .filter((tag) => /[#,<>]/.test(tag) && !/^[A-Z]#/.test(tag))
      .map((tag) => violation('a tag that is none', id, tag, /tag/)),
    ...hashtags
      .filter((tag) => !/^#(?:\p{L}|\p{M}|\p{N}|[_・·]|\u200c|\u200d)+$/u.test(tag))
      .map((tag) => violation('a hash tag that is none', id, tag, /tag/)),
    ...(hashtags.length > most ? [violation('too many hash tags', id, String(hashtags.length), /never/)] : []),
  ];
}
