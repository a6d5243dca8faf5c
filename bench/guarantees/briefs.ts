import { proses, type ProseLanguage } from './prose/languages.ts';

/** One request of the bench, and what its judge has to know of it. */
export interface Brief {
  readonly id: string;
  readonly recipe: 'script' | 'metadata' | 'thumbnail-prompt';
  readonly language: ProseLanguage;
  readonly body: BriefBody;
}

/** The members that the judge reads, beside others. */
export interface BriefBody {
  readonly prompt?: string;
  readonly content?: string;
  readonly title?: string;
  readonly must_include?: readonly string[];
  readonly avoid?: readonly string[];
  readonly sources?: readonly { readonly id: string }[];
  readonly links?: readonly string[];
  readonly [member: string]: unknown;
}

/** A word that no prose has, so that only a fault brings it. */
export const AVOIDED = 'Cappuccino';
const PLATFORMS = ['youtube', 'shorts', 'tiktok', 'reels', 'linkedin', 'x', 'threads', 'bluesky', 'podcast'];
/** Seconds: a short, a reel, a usual video. Scripts of twenty minutes are written in the first two languages alone. */
const DURATIONS = [15, 30, 60, 120];
const LONG_SECONDS = 1200;
const SOURCES = [
  { id: 'paper', title: 'Nine bars', text: 'The pump presses with 9 bars of pressure for 27 seconds.' },
  { id: 'survey', title: 'Survey', text: 'In 2023, 11.6 million people drank espresso at home.' },
];

const languages = Object.keys(proses) as ProseLanguage[];

/** Scripts in all lengths, metadata for all platforms and thumbnails, in every language. */
export const briefs: readonly Brief[] = [
  ...languages.flatMap((language, at) =>
    [0, 1].map((turn) => scriptBrief(language, DURATIONS[(at + turn * 2) % DURATIONS.length] ?? 60, at + turn)),
  ),
  scriptBrief('en', LONG_SECONDS, 1),
  scriptBrief('de', LONG_SECONDS, 2),
  ...languages.map(metadataBrief),
  ...languages.map(thumbnailBrief),
];

/** Every second script has words that must and that must not stand in it, every third one sources. */
function scriptBrief(language: ProseLanguage, duration: number, turn: number): Brief {
  const { prompt, subjects } = proses[language];
  const platform = PLATFORMS[turn % PLATFORMS.length];
  const promises = turn % 2 === 0 ? { must_include: subjects.slice(4, 5), avoid: [AVOIDED] } : {};
  const sources = turn % 3 === 0 ? { sources: SOURCES } : {};
  return {
    id: `script-${language}-${duration}-${turn}`,
    recipe: 'script',
    language,
    body: { prompt, language, duration, platform, ...promises, ...sources },
  };
}

function metadataBrief(language: ProseLanguage, turn: number): Brief {
  const prose = proses[language];
  const platforms = [0, 1, 2].map((step) => PLATFORMS[(turn + step * 2) % PLATFORMS.length]);
  const content = prose.subjects
    .map(
      (subject, at) => `${subject}${prose.space}${prose.predicates[(at * 5) % prose.predicates.length]}${prose.stop}`,
    )
    .join(' ');
  return {
    id: `metadata-${language}`,
    recipe: 'metadata',
    language,
    body: { content, title: prose.prompt, language, platforms, links: ['https://example.com/coffee'] },
  };
}

function thumbnailBrief(language: ProseLanguage): Brief {
  return {
    id: `thumbnail-prompt-${language}`,
    recipe: 'thumbnail-prompt',
    language,
    body: { title: proses[language].prompt, language, variants: 3 },
  };
}
