import { matchTitle } from '../../../language/match.ts';
import { description, metadataGuarantee } from '../guarantee.ts';
import { languageCheck } from './check.ts';

/** The description is asked for again; in the end paragraphs in another language go where others are left. */
export const languageGuarantee = metadataGuarantee(languageCheck, {
  parts: (failed) => failed.map(description),
  settle: {
    outcome: 'dropped',
    apply(draft, _failed, { language }) {
      const paragraphs = draft.description.split(/\n\s*\n/);
      const own = paragraphs.filter((paragraph) => matchTitle(paragraph, language).verdict !== 'no');
      return own.length === 0 ? draft : { ...draft, description: own.join('\n\n') };
    },
  },
});
