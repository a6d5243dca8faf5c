/**
 * A text in capitals as its language writes them: Turkish and Azeri `i` is `İ`, Greek loses its accents, German `ß` is
 * `SS`, Lithuanian keeps no dot under an accent, Armenian `և` is two letters (Unicode's SpecialCasing and CLDR's transforms,
 * by Intl). Irish keeps the small letter in front of a capital, `tSráid` is `tSRÁID` (UTS 35's ga rule); Georgian stays,
 * because few fonts and no image model have its capitals.
 */
export function toCapitals(text: string, language: string): string {
  const [primary = ''] = language.split('-', 1);
  if (primary === 'ka') return text;
  // CLDR's transform of Eastern Armenian; Unicode's own is that of the western one.
  if (primary === 'hy') return text.replaceAll('և', 'եվ').toLocaleUpperCase(language);
  if (primary !== 'ga') return text.toLocaleUpperCase(language);
  return text
    .split(IRISH_PREFIX)
    .map((part, index) => (index % 2 === 1 ? part : part.toLocaleUpperCase(language)))
    .join('');
}

/** Small letters that a mutation put in front of a word's own capital. */
const IRISH_PREFIX = /(?<!\p{L})(bh|[bcdghmnpt])(?=\p{Lu})/u;
