import { matchTitle } from '../../../language/match.ts';
import { primarySubtag } from '../../../language/scripts.ts';
import type { MetadataDraft } from '../../draft.ts';
import type { MetadataCheck } from '../guarantee.ts';

/** There is a text in each language that was asked for, and it is in that language. */
export const localizationsCheck: MetadataCheck<'localization'> = {
  names: ['localization'],
  measure: (draft, { locales, language }) =>
    [...new Set(locales)]
      .filter((locale) => locale !== language)
      .map((locale) => {
        const fault = faultOf(locale, draft, language);
        return {
          name: 'localization',
          ok: fault === null,
          value: draft.localizations[locale] === undefined ? 0 : 1,
          limit: 1,
          unit: 'texts',
          path: `localizations.${locale}`,
          message: fault ?? `There is a text in ${locale}.`,
          severity: 'target',
        };
      }),
};

function faultOf(locale: string, { localizations, description }: MetadataDraft, language: string): string | null {
  const text = localizations[locale];
  if (text === undefined || text.title === '' || text.description === '') return `There is no text in ${locale}.`;
  const isForeign = [text.title, text.description].some((part) => matchTitle(part, locale).verdict === 'no');
  const isUntouched = text.description === description && primarySubtag(locale) !== primarySubtag(language);
  return isForeign || isUntouched ? `The text for ${locale} has to be in that language.` : null;
}
