import { matchLanguage } from '../../../language/match.ts';
import type { MetadataCheck } from '../guarantee.ts';

/** There is a text in each language that was asked for, and it is in that language. */
export const localizationsCheck: MetadataCheck<'localization'> = {
  names: ['localization'],
  measure: ({ localizations }, { locales, language }) =>
    locales
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
          message:
            text === '' ? `There is no text in ${locale}.` : `The text for ${locale} has to be in that language.`,
          severity: 'must',
        };
      }),
};
