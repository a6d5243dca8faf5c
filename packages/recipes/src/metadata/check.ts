import { matchLanguage } from '../language/match.ts';
import { CHAPTER_RULES, chapterFaults } from '../platforms/chapters.ts';
import { platformOf, type PlatformId, type TextLimit } from '../platforms/platforms.ts';
import { TAG_BUDGET, tagCost } from '../platforms/youtube.ts';
import type { Finding } from '../port/finding.ts';
import { measure } from '../text/measure.ts';
import { wordOverlap } from '../text/similarity.ts';
import { isStockTitle, opensWithItself } from '../text/stock-phrases.ts';
import { findTerms, textsIn } from '../text/terms.ts';
import { SAME_TITLE } from './write/best-titles.ts';
import { composeFor } from './compose.ts';
import type { MetadataDraft } from './draft.ts';
import type { MetadataInput } from './schema.ts';
import { materialFor, unsupported } from './title-facts.ts';

export function checkMetadata(draft: MetadataDraft, input: MetadataInput): Finding[] {
  return [
    ...input.platforms.flatMap((id) => checkPlatform(id, draft, input)),
    checkTitleCount(draft, input),
    ...checkTitleDifference(draft, input),
    ...checkTitleFacts(draft, input),
    ...checkTitlePhrases(draft, input),
    checkOpening(draft, input),
    checkLanguage(draft, input),
    ...checkChapters(draft, input),
    ...checkLocalizations(draft, input),
    ...checkAvoided(draft, input),
  ];
}

/** Every limit of a platform in its own unit. */
function checkPlatform(id: PlatformId, draft: MetadataDraft, input: MetadataInput): Finding[] {
  const platform = platformOf(id);
  const composed = composeFor(id, draft, input);
  const hashtags = within(`${id}_hashtags`, composed.hashtags.length, platform.hashtags.maximum, 'hashtags');
  if (platform.kind === 'caption')
    return [limited(`${id}_caption`, composed.caption ?? '', platform.captionLimit), hashtags];
  const isYoutube = composed.snippet !== undefined;
  return [
    limited(`${id}_title`, composed.title ?? '', platform.titleLimit),
    limited(`${id}_description`, composed.description ?? '', platform.descriptionLimit),
    hashtags,
    ...(isYoutube ? [within(`${id}_tags`, tagCost(composed.tags), TAG_BUDGET, 'tag_cost')] : []),
  ];
}

function limited(name: string, text: string, { maximum, unit }: TextLimit): Finding {
  const finding = within(name, measure(text, unit), maximum, unit);
  return text === '' ? { ...finding, ok: false, message: 'There is no text.' } : finding;
}

function within(name: string, value: number, limit: number, unit: string): Finding {
  return { name, ok: value <= limit, value, limit, unit, message: `${value} of ${limit} ${unit}.`, severity: 'must' };
}

function checkTitleCount({ titles }: MetadataDraft, { variants }: MetadataInput): Finding {
  return {
    name: 'title_count',
    ok: titles.length === variants,
    value: titles.length,
    limit: variants,
    unit: 'titles',
    message: `${titles.length} titles were written; ${variants} are asked for.`,
    severity: 'report',
  };
}

/** Each title against those before it and those used before. */
function checkTitleDifference({ titles }: MetadataDraft, { previous_titles: previous }: MetadataInput): Finding[] {
  return titles.map(({ text }, index) => {
    const others = [...previous, ...titles.slice(0, index).map((title) => title.text)];
    const overlap = Math.max(
      0,
      ...others.map((other) => (other.toLowerCase() === text.toLowerCase() ? 1 : wordOverlap(other, text))),
    );
    return {
      name: 'titles_differ',
      ok: overlap <= SAME_TITLE,
      value: Math.round(overlap * 100) / 100,
      limit: SAME_TITLE,
      unit: 'word_overlap',
      path: `titles[${index}]`,
      message: `"${text}" has to differ from the other titles and those used before.`,
      severity: 'must',
    };
  });
}

function checkTitleFacts({ titles }: MetadataDraft, input: MetadataInput): Finding[] {
  if (input.material === '') return [];
  const material = materialFor(input);
  return titles.map(({ text }, index) => {
    const missing = unsupported(text, material);
    return {
      name: 'title_facts',
      ok: missing.length === 0,
      value: missing.length,
      limit: 0,
      unit: 'unsupported',
      path: `titles[${index}]`,
      message:
        missing.length === 0
          ? 'Numbers and names of the title stand in the material.'
          : `"${text}" names what the material does not have: ${missing.join(', ')}.`,
      severity: 'must',
    };
  });
}

/** A title that could stand over any video is no reason to click this one. */
function checkTitlePhrases({ titles }: MetadataDraft, { language }: MetadataInput): Finding[] {
  return titles.map(({ text }, index) => ({
    name: 'title_specific',
    ok: !isStockTitle(text, language),
    value: isStockTitle(text, language) ? 1 : 0,
    limit: 0,
    unit: 'stock_phrases',
    path: `titles[${index}]`,
    message: `"${text}" could stand over any video: without stock phrases, with what only this one has.`,
    severity: 'report',
  }));
}

/** Search results show the first line alone. */
function checkOpening({ description }: MetadataDraft, { language }: MetadataInput): Finding {
  const isAboutItself = opensWithItself(description, language);
  return {
    name: 'description_opening',
    ok: !isAboutItself,
    value: isAboutItself ? 1 : 0,
    limit: 0,
    unit: 'stock_phrases',
    path: 'description',
    message: 'The description has to begin with what viewers get, not with "In this video".',
    severity: 'report',
  };
}

function checkLanguage({ description }: MetadataDraft, { language }: MetadataInput): Finding {
  const match = matchLanguage(description, language);
  return {
    name: 'language',
    ok: match.verdict !== 'no',
    value: match.found,
    limit: language,
    unit: 'language',
    path: 'description',
    message:
      match.verdict === 'unsure'
        ? 'Too short to tell the language.'
        : `The description has to be in ${language}; it is in ${match.found}.`,
    severity: 'must',
  };
}

function checkChapters(draft: MetadataDraft, input: MetadataInput): Finding[] {
  if (input.chapters === null || !input.platforms.includes('youtube')) return [];
  const { chapters } = composeFor('youtube', draft, input);
  const faults = chapters.length === 0 ? chapterFaults(input.chapters, input.duration) : [];
  const reason = faults.length === 0 ? 'no chapters of ten seconds or more can be made' : faults.join('; ');
  return [
    {
      name: 'chapters',
      ok: chapters.length > 0,
      value: chapters.length,
      limit: CHAPTER_RULES.least,
      unit: 'chapters',
      path: 'chapters',
      message: chapters.length > 0 ? 'Chapters keep the rules.' : `There are none: ${reason}.`,
      severity: 'report',
    },
  ];
}

function checkLocalizations({ localizations }: MetadataDraft, { locales, language }: MetadataInput): Finding[] {
  return locales
    .filter((locale) => locale !== language)
    .map((locale) => {
      const text = localizations[locale]?.description ?? '';
      const match = matchLanguage(text, locale);
      return {
        name: 'localization',
        ok: text !== '' && match.verdict !== 'no',
        value: match.found,
        limit: locale,
        unit: 'language',
        path: `localizations.${locale}`,
        message: text === '' ? `There is no text in ${locale}.` : `The text for ${locale} has to be in that language.`,
        severity: 'must',
      };
    });
}

function checkAvoided(draft: MetadataDraft, input: MetadataInput): Finding[] {
  if (input.avoid.length === 0) return [];
  return Object.entries(draft).map(([member, value]) => {
    const found = findTerms(textsIn(value).join('\n'), input.avoid);
    return {
      name: 'avoid',
      ok: found.length === 0,
      value: found.length,
      limit: 0,
      unit: 'words',
      path: member,
      message: found.length === 0 ? 'None of the words to avoid occurs.' : `May not occur: ${found.join(', ')}.`,
      severity: 'must',
    };
  });
}
