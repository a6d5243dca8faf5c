import { foreignPhrase, likelyPhrase } from '../../../language/foreign-phrase.ts';
import { matchLanguage, matchTitle } from '../../../language/match.ts';
import { orPassed } from '../../../port/or-passed.ts';
import type { MetadataDraft } from '../../draft.ts';
import { textsOf, type PlacedText } from '../../texts.ts';
import type { MetadataInput } from '../../schema.ts';
import type { MetadataCheck } from '../guarantee.ts';

/** Titles, tags and captions are in the language that was asked for; short texts of a kind are judged together too. */
export const textLanguageCheck: MetadataCheck<'text_language'> = {
  names: ['text_language'],
  measure(draft, input) {
    const { language } = input;
    const failed = groupsOf(draft).flatMap((group) =>
      foreignIn(group, input).map(
        ({ path, found, text }) =>
          ({
            name: 'text_language',
            ok: false,
            value: found,
            limit: language,
            unit: 'language',
            path,
            removed: [text],
            message: `This has to be in ${language}; it is in ${found}.`,
            severity: 'must',
          }) as const,
      ),
    );
    return orPassed(failed, 'text_language', 'texts', 'Titles, tags and captions are in the language too.');
  },
};

/** Titles together, tags together, each caption alone. */
function groupsOf(draft: MetadataDraft): PlacedText[][] {
  const texts = textsOf(draft);
  const captions = texts.filter(({ path }) => path.startsWith('captions.')).map((caption) => [caption]);
  return [
    texts.filter(({ path }) => path.startsWith('titles[')),
    texts.filter(({ form }) => form === 'tag'),
    ...captions,
  ];
}

/** Those that are foreign alone; where none is, all of them where they are foreign together. */
function foreignIn(group: readonly PlacedText[], { language, title, material, keywords }: MetadataInput): Foreign[] {
  const alone = group.flatMap((placed) => {
    const match = matchTitle(placed.text, language);
    if (match.verdict === 'no') return [{ ...placed, found: match.found }];
    // Tags are searched for in English everywhere.
    const found =
      placed.form === 'tag' ? undefined : foreignPhrase(placed.text, language, () => [title, material, ...keywords]);
    return found === undefined ? [] : [{ ...placed, found }];
  });
  if (group.length < 2) return alone;
  if (alone.length > 0) return [...alone, ...likewise(group, alone, { language, title, material, keywords })];
  const together = matchLanguage(group.map(({ text }) => text).join('.\n'), language);
  return together.verdict === 'no' ? group.map((placed) => ({ ...placed, found: together.found })) : [];
}

type Foreign = PlacedText & { readonly found: string };

/** Titles beside foreign ones that are likeliest in their language too, by words that the caller does not have. */
function likewise(
  group: readonly PlacedText[],
  alone: readonly Foreign[],
  { language, title, material, keywords }: Pick<MetadataInput, 'language' | 'title' | 'material' | 'keywords'>,
): Foreign[] {
  const others = group.filter(({ form, path }) => form === 'title' && alone.every((one) => one.path !== path));
  return others.flatMap((placed) => {
    const found = likelyPhrase(placed.text, language, () => [title, material, ...keywords]);
    return found !== undefined && alone.some((one) => one.found === found) ? [{ ...placed, found }] : [];
  });
}
