import { matchLanguage } from '../language/match.ts';
import type { Finding } from '../port/finding.ts';
import { splitSentences } from '../text/sentences.ts';
import { findTerms } from '../text/terms/terms.ts';
import { trimAtSentence, trimAtWord } from '../text/length/trim.ts';
import type { MetadataDraft } from './draft.ts';
import { titlePath } from './guarantees/guarantee.ts';
import { plainText } from './plain/plain-text.ts';
import { plainTitle } from '../text/titles/plain-title.ts';
import type { MetadataInput } from './schema.ts';

const TITLE_CHARACTERS = 70;
const DESCRIPTION_CHARACTERS = 300;

/** The draft without the titles that findings name. */
export function withoutTitles(draft: MetadataDraft, failed: readonly Finding[]): MetadataDraft {
  const paths = new Set(failed.map(({ path }) => path));
  return { ...draft, titles: draft.titles.filter((_, index) => !paths.has(titlePath(index))) };
}

/** Whether there is nothing to go on from: then nothing of ours stands in for it. */
export function isNothing({ titles, description }: MetadataDraft): boolean {
  return titles.length === 0 && description === '';
}

/** The subject as a title, in the caller's words; where those will not do, as the description begins. */
export function subjectTitle({ description }: MetadataDraft, input: MetadataInput): string {
  const [said = ''] = splitSentences(input.material);
  const [described = ''] = splitSentences(description);
  const candidates = [input.title, input.keywords[0] ?? '', said, described]
    .map((text) => trimAtWord(plainTitle(text, input.language), TITLE_CHARACTERS, 'characters'))
    .filter((text) => text !== '' && isFit(text, input));
  const used = new Set(input.previous_titles.map(keyOf));
  return candidates.find((text) => !used.has(keyOf(text))) ?? candidates[0] ?? '';
}

/** What the video says first, as a description; else what it is called. */
export function subjectDescription({ titles }: MetadataDraft, input: MetadataInput): string {
  const said = plainText(input.material.slice(0, 2 * DESCRIPTION_CHARACTERS), 'body', input);
  const subject = [said, input.title, titles[0]?.text ?? ''].find((text) => text !== '' && isFit(text, input));
  return trimAtSentence(subject ?? '', DESCRIPTION_CHARACTERS, 'characters');
}

/** Callers may write in another language than the one they ask for, or use a word that shall be avoided. */
function isFit(text: string, { language, avoid }: MetadataInput): boolean {
  return matchLanguage(text, language).verdict !== 'no' && findTerms(text, avoid, language).length === 0;
}

function keyOf(title: string): string {
  return title.normalize('NFC').toLowerCase();
}
