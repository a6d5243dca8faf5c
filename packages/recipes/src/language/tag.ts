/**
 * A BCP-47 tag in its canonical form without extensions: `EN_us` is `en-US`, `iw` is `he`, `zh-cmn-Hans` is `zh-Hans`,
 * `en-UK` is `en-GB`. Undefined where it is none, or where CLDR (48) has no name for its language, script or region.
 */
export function canonicalTag(text: string): string | undefined {
  const tag = text.replace(/[.@].*$/u, '').replaceAll('_', '-');
  try {
    const [canonical = ''] = Intl.getCanonicalLocales(GRANDFATHERED[tag.toLowerCase()] ?? withoutExtendedLanguage(tag));
    const { baseName, language, script, region } = new Intl.Locale(canonical);
    const isKnown =
      languages.of(language) !== undefined &&
      !NO_LANGUAGE.has(language) &&
      (script === undefined || scripts.of(script) !== undefined) &&
      (region === undefined || regions.of(region) !== undefined);
    return isKnown ? baseName : undefined;
  } catch {
    return undefined;
  }
}

/** `zh-yue-HK` is `yue-HK` (RFC 5646, 4.5), which Intl refuses. */
function withoutExtendedLanguage(tag: string): string {
  return tag.replace(/^[a-z]{2,3}-(?=[a-z]{3}(?:-|$))/iu, '');
}

/** Tags of RFC 3066 that Intl refuses and that name a language one writes in. */
const GRANDFATHERED: Readonly<Record<string, string>> = {
  'en-gb-oed': 'en-GB-oxendict',
  'i-hak': 'hak',
  'i-lux': 'lb',
  'no-bok': 'nb',
  'no-nyn': 'nn',
  'zh-guoyu': 'zh',
  'zh-min-nan': 'nan',
};

/** Undetermined, several, none: no language to write in. */
const NO_LANGUAGE: ReadonlySet<string> = new Set(['und', 'mul', 'zxx', 'mis']);

const languages = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });
const scripts = new Intl.DisplayNames(['en'], { type: 'script', fallback: 'none' });
const regions = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
