import { matchTitle } from '../../../language/match.ts';
import { analysisOf } from '../../../text/analysis.ts';
import type { MetadataCheck } from '../guarantee.ts';

/** The description is in the language that was asked for, in each of its paragraphs. */
export const languageCheck: MetadataCheck<'language'> = {
  names: ['language'],
  measure(draft, { language }) {
    const matchOf = (text: string) => matchTitle(text, language, analysisOf(text, draft).survey);
    const { description } = draft;
    const paragraphs = description.split(/\n\s*\n/).map(matchOf);
    const match = paragraphs.find(({ verdict }) => verdict === 'no') ?? matchOf(description);
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
