import { chapterLines, fixChapters, type Chapter } from '../platforms/chapters.ts';
import { hashtagsOf } from '../platforms/hashtags.ts';
import { platformOf, type Platform, type PlatformId, type TextLimit } from '../platforms/platforms.ts';
import { categoryFor, tagsWithinBudget, withoutAngles } from '../platforms/youtube.ts';
import { keyPhrases } from '../text/key-phrases.ts';
import { measure } from '../text/measure.ts';
import { trimAtSentence, trimAtWord } from '../text/trim.ts';
import type { MetadataDraft } from './draft.ts';
import type { MetadataInput, PlatformMetadata } from './schema.ts';
import { materialFor } from './title-facts.ts';
import { titleScore } from './title-score.ts';

const MOST_TAGS = 25;
/** A title of so few words without a mark inside is a phrase that people search for. */
const MOST_TITLE_TAG_WORDS = 4;

interface Composed {
  readonly input: MetadataInput;
  readonly byPlatform: Map<PlatformId, PlatformMetadata>;
}

const composed = new WeakMap<MetadataDraft, Composed>();

/** The draft as one platform takes it; made once for a request, for the checks and for delivery. */
export function composeFor(id: PlatformId, draft: MetadataDraft, input: MetadataInput): PlatformMetadata {
  let known = composed.get(draft);
  if (known?.input !== input) {
    known = { input, byPlatform: new Map() };
    composed.set(draft, known);
  }
  const made = known.byPlatform.get(id) ?? compose(id, draft, input);
  known.byPlatform.set(id, made);
  return made;
}

/** Every limit kept, chapters, links and hashtags in their places. */
function compose(id: PlatformId, draft: MetadataDraft, input: MetadataInput): PlatformMetadata {
  const platform = platformOf(id);
  const tags = tagsFor(draft, input);
  const hashtags = hashtagsOf(
    tags.filter((tag) => tag.split(' ').length <= 2),
    platform.hashtags.recommended,
  );
  const chapters = id === 'youtube' ? fixChapters(input.chapters ?? [], input.duration) : [];
  const titles = titlesFor(platform, draft, input);
  const common = { titles, tags, hashtags, category_id: null, chapters, localizations: {} };
  if (platform.kind === 'caption') {
    const body = draft.captions[id] ?? shortDescription(draft);
    return { ...common, caption: assemble(body, platform, platform.captionLimit, { chapters, hashtags, input }) };
  }
  const title = titles[0]?.text ?? '';
  const description = assemble(draft.description, platform, platform.descriptionLimit, { chapters, hashtags, input });
  if (id !== 'youtube' && id !== 'shorts') return { ...common, title, description };
  return youtubeMetadata({ ...common, title, description }, platform, draft, input);
}

type TitledMetadata = PlatformMetadata & { readonly title: string; readonly description: string };

function youtubeMetadata(
  common: TitledMetadata,
  platform: Extract<Platform, { kind: 'titled' }>,
  draft: MetadataDraft,
  input: MetadataInput,
): PlatformMetadata {
  const categoryId = categoryFor([input.title, ...input.keywords, input.material.slice(0, 500)].join(' '));
  const localizations = Object.fromEntries(
    Object.entries(draft.localizations).map(([language, text]) => [
      language,
      {
        title: fitted(text.title, platform.titleLimit),
        description: assemble(text.description, platform, platform.descriptionLimit, {
          chapters: [],
          hashtags: common.hashtags,
          input,
        }),
      },
    ]),
  );
  const { title, description, tags } = common;
  const snippet = {
    title,
    description,
    tags,
    categoryId,
    defaultLanguage: input.language,
    defaultAudioLanguage: input.language,
  };
  return { ...common, category_id: categoryId, localizations, snippet };
}

/** The best title first. */
function titlesFor(platform: Platform, { titles }: MetadataDraft, input: MetadataInput): PlatformMetadata['titles'] {
  const { words } = materialFor(input);
  return titles
    .map(({ text, angle }) => {
      const kept = platform.kind === 'titled' ? fitted(text, platform.titleLimit) : withoutAngles(text);
      return { text: kept, angle, score: titleScore(kept, input.keywords, words) };
    })
    .toSorted((one, other) => other.score - one.score);
}

function fitted(text: string, { maximum, unit }: TextLimit): string {
  return trimAtWord(withoutAngles(text), maximum, unit);
}

const SUBJECT_CHARACTERS = 10_000;
const subjects = new WeakMap<MetadataInput, readonly string[]>();

/** What the video is about; the title counts twice. */
function subjectPhrases(input: MetadataInput): readonly string[] {
  const known =
    subjects.get(input) ??
    keyPhrases(`${input.title} ${input.title}\n${input.material.slice(0, SUBJECT_CHARACTERS)}`, input.language, 10);
  subjects.set(input, known);
  return known;
}

/** What callers want to be found by first, then what was written, then what the text is about. */
export function tagsFor(draft: MetadataDraft, input: MetadataInput): string[] {
  const subject = subjectPhrases(input);
  const phrase = input.title.toLowerCase().replace(/[.!?:]+$/, '');
  const isSearched = phrase.split(' ').length <= MOST_TITLE_TAG_WORDS && !/[:;,!?–—]/.test(phrase);
  const title = isSearched ? [phrase] : [];
  return tagsWithinBudget([...input.keywords, ...draft.tags, ...title, ...subject]).slice(0, MOST_TAGS);
}

interface Surroundings {
  readonly chapters: readonly Chapter[];
  readonly hashtags: readonly string[];
  readonly input: MetadataInput;
}

/** Text, chapters, links and hashtags, each block apart; the text gives way first, then the links from the last on. */
function assemble(
  body: string,
  platform: Platform,
  { maximum, unit }: TextLimit,
  { chapters, hashtags, input }: Surroundings,
): string {
  const links = platform.showsLinks ? [...input.links] : [];
  for (;;) {
    const after = [chapterLines(chapters), links.join('\n'), hashtags.join(' ')]
      .filter((block) => block !== '')
      .map((block) => `\n\n${block}`)
      .join('');
    const room = maximum - measure(after, unit);
    const text = room <= 0 ? '' : fitToRoom(withoutAngles(body.trim()), after, room, { maximum, unit });
    const whole = `${text}${after}`.trim();
    if (measure(whole, unit) <= maximum || links.pop() === undefined) return trimAtSentence(whole, maximum, unit);
  }
}

/** Units may count the joined text other than its parts, so what fits alone is tried with what follows. */
function fitToRoom(
  body: string,
  after: string,
  room: number,
  { maximum, unit }: Pick<TextLimit, 'maximum' | 'unit'>,
): string {
  let text = trimAtSentence(body, room, unit);
  for (let less = 1; less < 4 && measure(text + after, unit) > maximum; less += 1)
    text = trimAtSentence(body, room - less * 2, unit);
  return text;
}

/** For platforms with one text: the first paragraph says enough. */
function shortDescription({ description }: MetadataDraft): string {
  return description.split(/\n\s*\n/, 1)[0] ?? description;
}
