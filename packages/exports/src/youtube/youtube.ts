import {
  plainTags,
  platformOf,
  tagsWithinBudget,
  trimAtSentence,
  trimAtWord,
  trimToAll,
  withoutAngles,
} from '@showrunner/recipes/in-browser';
import { defineFormat, remark } from '../format.ts';
import { inOneLine } from '../plain-text.ts';
import type { ExportMetadata, ExportPlatform, TimedScript, YouTubeSnippet } from '../source.ts';

/** What `videos.insert` takes for the parts `snippet` and, where there are translations, `localizations`. */
export const youtube = defineFormat({
  id: 'youtube',
  title: 'YouTube snippet',
  mediaType: 'application/json; charset=utf-8',
  extension: 'youtube.json',
  options: [],
  render(script, _options, metadata) {
    const { snippet, localizations = {} } = writtenFor(metadata) ?? {};
    const body = {
      snippet: snippet ?? composedSnippet(script, metadata),
      ...(Object.keys(localizations).length === 0 ? {} : { localizations }),
    };
    return { text: `${JSON.stringify(body, null, 2)}\n`, findings: snippet === undefined ? [notWritten] : [] };
  },
});

function writtenFor({ platforms = {} }: ExportMetadata = {}): ExportPlatform | undefined {
  return [platforms.youtube, platforms.shorts].find((platform) => platform?.snippet !== undefined);
}

const notWritten = remark('youtube_metadata', {
  value: 0,
  limit: 1,
  unit: 'snippets',
  path: 'metadata',
  message:
    'No metadata was written for YouTube: title and description are what the script has, without chapters. POST /generate/metadata makes them.',
});

/** Education: what explains something fits there. */
const CATEGORY = '27';

/** From what there is, within YouTube's limits. */
function composedSnippet(script: TimedScript, { title, description, tags = [] }: ExportMetadata = {}): YouTubeSnippet {
  const { titleLimits, descriptionLimits } = youtubeLimits();
  const narration = script.scenes.map((scene) => scene.narration).join(' ');
  const names = [title, script.title, script.logline, narration].map((text) => inOneLine(text ?? ''));
  const heading = names.find((text) => text !== '') ?? '';
  const about = (description ?? [script.logline, script.cta].join('\n\n')).trim();
  return {
    title: trimToAll(withoutAngles(heading, false), titleLimits, trimAtWord),
    description: trimToAll(withoutAngles(about, false), descriptionLimits, trimAtSentence),
    tags: tagsWithinBudget(plainTags(tags)).kept,
    categoryId: CATEGORY,
    ...(script.language === 'und' ? {} : { defaultLanguage: script.language, defaultAudioLanguage: script.language }),
  };
}

function youtubeLimits() {
  const platform = platformOf('youtube');
  if (platform.kind !== 'titled') throw new TypeError('YouTube has titles.');
  return platform;
}
