import { matchLanguage } from '../../../language/match.ts';
import type { MetadataCheck } from '../guarantee.ts';

/** The description is in the language that was asked for, in each of its paragraphs. */
export const languageCheck: MetadataCheck<'language'> = {
  names: ['language'],
  measure({ description }, { language }) {
    const whole = matchLanguage(description, language);
    const paragraphs = description.split(/\n\s*\n/).map((paragraph) => matchLanguage(paragraph, language));
    const match = paragraphs.find(({ verdict }) => verdict === 'no') ?? whole;
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
