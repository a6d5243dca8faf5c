import { matchLanguage, matchTitle } from '../../../language/match.ts';
import { primarySubtag } from '../../../language/scripts.ts';
import { isLikeliest } from '../../../language/short-texts.ts';
import type { MetadataDraft } from '../../draft.ts';
import { description, metadataGuarantee } from '../guarantee.ts';
import { languageCheck } from './check.ts';

/**
 * The description is asked for again; in the end paragraphs in another language go where others are left, and all of it
 * under titles that are right: what the video says first stands in for it then. Where they are not, the whole answer is
 * in another language.
 */
export const languageGuarantee = metadataGuarantee(languageCheck, {
  parts: (failed) => failed.map(description),
  settle: {
    outcome: 'dropped',
    apply(draft, _failed, { language }) {
      const paragraphs = draft.description.split(/\n\s*\n/);
      const own = paragraphs.filter((paragraph) => matchTitle(paragraph, language).verdict !== 'no');
      return own.length > 0 || areTitlesIn(language, draft) ? { ...draft, description: own.join('\n\n') } : draft;
    },
  },
});

/** Together, because one alone may be a row of names. */
function areTitlesIn(language: string, { titles }: MetadataDraft): boolean {
  const together = titles.map(({ text }) => text).join('.\n');
  const { verdict } = matchLanguage(together, language);
  return verdict === 'yes' || (verdict === 'unsure' && isLikeliest(together, primarySubtag(language)));
}
