import { trimAtWord } from '../text/trim.ts';

/**
 * The YouTube Data API counts tags together (docs/videos, `snippet.tags[]`): commas between them count, and a tag with
 * a space counts as if it stood in quotation marks. `Foo-Baz` costs 7, `Foo Baz` 9.
 */
export const TAG_BUDGET = 500;
/** Often coded so; the documentation that was read has no limit for one tag. */
const LONGEST_TAG = 100;

export function tagCost(tags: readonly string[]): number {
  const marks = tags.reduce((sum, tag) => sum + Array.from(tag).length + (tag.includes(' ') ? 2 : 0), 0);
  return marks + Math.max(0, tags.length - 1);
}

/** Tags without marks that YouTube refuses, without doubles, from the first on as many as the budget allows. */
export function tagsWithinBudget(tags: readonly string[]): string[] {
  const kept: string[] = [];
  const seen = new Set<string>();
  for (const raw of tags) {
    const tag = trimAtWord(
      raw
        .replace(/[<>,"#]/g, ' ')
        .replace(/\s+/g, ' ')
        .trim(),
      LONGEST_TAG,
      'characters',
    );
    const key = tag.toLowerCase();
    if (tag === '' || seen.has(key) || tagCost([...kept, tag]) > TAG_BUDGET) continue;
    seen.add(key);
    kept.push(tag);
  }
  return kept;
}

/** The API refuses these in titles and descriptions. */
export function withoutAngles(text: string): string {
  return text.replaceAll('<', '‹').replaceAll('>', '›');
}

/**
 * Categories that can be given to a video in most regions; `videoCategories.list` (`snippet.assignable`) decides.
 * The words are what a subject is recognised by.
 */
export const categories: readonly { readonly id: string; readonly name: string; readonly words: RegExp }[] = [
  { id: '10', name: 'Music', words: /\b(?:music|song|guitar|piano|album|melody|chords?|singer)\b/i },
  {
    id: '20',
    name: 'Gaming',
    words: /\b(?:game|gaming|gameplay|minecraft|fortnite|playstation|xbox|nintendo|esports?)\b/i,
  },
  { id: '15', name: 'Pets & Animals', words: /\b(?:cats?|dogs?|puppy|kittens?|pets?|birds?|aquarium|animals?)\b/i },
  { id: '17', name: 'Sports', words: /\b(?:football|soccer|basketball|tennis|marathon|workout|olympics?|sports?)\b/i },
  { id: '19', name: 'Travel & Events', words: /\b(?:travel|trip|vacation|hotel|itinerary|backpacking|city guide)\b/i },
  { id: '2', name: 'Autos & Vehicles', words: /\b(?:cars?|truck|motorcycle|automotive|engine oil|tesla)\b/i },
  {
    id: '25',
    name: 'News & Politics',
    words: /\b(?:election|parliament|government|president|politics?|breaking news)\b/i,
  },
  { id: '1', name: 'Film & Animation', words: /\b(?:film|movie|animation|cinema|director|screenplay)\b/i },
  { id: '23', name: 'Comedy', words: /\b(?:comedy|funny|prank|stand-?up|parody)\b/i },
  {
    id: '26',
    name: 'Howto & Style',
    words: /\b(?:how to|recipe|diy|cook(?:ing)?|bake|makeup|fashion|tutorial|step by step|craft|coffee|espresso)\b/i,
  },
  {
    id: '28',
    name: 'Science & Technology',
    words:
      /\b(?:science|physics|chemistry|biology|quantum|space|ai|software|programming|computer|docker|phone|robots?|technology|engineering)\b/i,
  },
];

/** Education: what explains fits there when nothing else does. */
const DEFAULT_CATEGORY = '27';

export function categoryFor(text: string): string {
  return categories.find(({ words }) => words.test(text))?.id ?? DEFAULT_CATEGORY;
}
