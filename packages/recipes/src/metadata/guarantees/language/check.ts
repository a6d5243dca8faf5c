import { matchLanguage } from '../../../language/match.ts';
import type { MetadataCheck } from '../guarantee.ts';

/** The description is in the language that was asked for. */
export const languageCheck: MetadataCheck<'language'> = {
  names: ['language'],
  measure({ description }, { language }) {
    const match = matchLanguage(description, language);
    return [
      {
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
      },
    ];
  },
};
