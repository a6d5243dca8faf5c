import { hashtagsOf } from '../../platforms/hashtags.ts';
import { plainTags, tagsWithinBudget, type ChosenTags } from '../../platforms/youtube-tags.ts';
import { withoutContacts } from '../../text/contacts/contacts.ts';
import { keyPhrases } from '../../text/phrases/key-phrases.ts';
import { findTerms } from '../../text/terms/terms.ts';
import type { MetadataDraft } from '../draft.ts';
import type { MetadataInput } from '../schema.ts';

const MOST_TAGS = 25;
/** A title of so few words without a mark inside is a phrase that people search for. */
const MOST_TITLE_TAG_WORDS = 4;
const MOST_SUBJECTS = 10;
/** With so many tags that were written, neighbouring words of the text add nothing that people search for. */
const ENOUGH_TAGS = 2;
const SUBJECT_CHARACTERS = 10_000;

/** What callers want to be found by first, then what was written, the title where it is short, and where that is little, what the text is about. */
export function tagsFor(draft: MetadataDraft, input: MetadataInput): ChosenTags {
  const wanted = tagsWithinBudget([...input.keywords, ...draft.tags], MOST_TAGS);
  const isNew = (phrase: string) => wanted.kept.every((tag) => !tag.toLowerCase().includes(phrase));
  const counted = wanted.kept.length >= ENOUGH_TAGS ? [] : subjectPhrases(input).filter(isNew);
  const ours = [...titleTag(input), ...counted].filter(
    (tag) => findTerms(tag, input.avoid, input.language).length === 0,
  );
  return { kept: tagsWithinBudget([...wanted.kept, ...ours], MOST_TAGS).kept, beyond: wanted.beyond };
}

/** Short tags alone make hashtags that people read. */
export function hashtagsFor(tags: readonly string[], count: number): string[] {
  return hashtagsOf(
    tags.filter((tag) => tag.length <= LONGEST_HASHTAG_PHRASE && tag.split(' ').length <= MOST_HASHTAG_WORDS),
    count,
  );
}

const MOST_HASHTAG_WORDS = 3;
const LONGEST_HASHTAG_PHRASE = 28;

function titleTag({ title }: MetadataInput): string[] {
  const phrase = title.toLowerCase().replace(/[.!?:]+$/, '');
  const isSearched = phrase.split(' ').length <= MOST_TITLE_TAG_WORDS && !/[:;,!?–—]/.test(phrase);
  return isSearched ? plainTags([phrase]) : [];
}

const subjects = new WeakMap<MetadataInput, readonly string[]>();

/** HTML in a material names what browsers do with it. */
const MARKUP = /<!--[\s\S]*?-->|<\/?[a-z][^<>]*>/giu;

/** What the video is about; the title counts twice, and whom its material advertises not at all. */
function subjectPhrases(input: MetadataInput): readonly string[] {
  const text = `${input.title}\n${input.title}\n${withoutContacts(input.material.slice(0, SUBJECT_CHARACTERS).replace(MARKUP, ' '))}`;
  const known = subjects.get(input) ?? keyPhrases(text, input.language, MOST_SUBJECTS);
  subjects.set(input, known);
  return known;
}
