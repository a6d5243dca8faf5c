/**
 * The scripts that prompts are told by, by their ISO 15924 codes, which Unicode's properties know too. Kana stand for
 * Japanese, whatever Chinese characters are between them.
 */
const SCRIPTS =
  'Latn Cyrl Arab Deva Hani Kana Hira Hang Grek Hebr Thai Beng Taml Telu Gujr Knda Mlym Guru Orya Sinh Laoo Khmr Mymr Geor Armn Ethi Thaa Tibt Cher'.split(
    ' ',
  );

const LETTERS = SCRIPTS.map((script) => [script, new RegExp(`\\p{Script=${script}}`, 'gu')] as const);

/** Most prompts have no letter above Latin Extended-B. */
const PLAIN_LATIN = /^[^\u0250-\u1DFF\u2C00-\uFFFF]*$/u;

/** One character of these is as much as two or three letters. */
const DENSE: ReadonlySet<string> = new Set(['Hani', 'Kana', 'Hira', 'Hang']);
const DENSITY = 2.5;

/** Between names of products in Latin letters, this share of a prompt is its own script. */
const LEAST_SHARE = 0.25;

/** Chinese writes a の now and then; Japanese has more kana. */
const LEAST_KANA = 0.1;

/**
 * The script that a prompt is written in, with names in Latin letters between: "iPhone 17 Pro 值得买吗" is Chinese.
 * Undefined where it has no letters.
 */
export function mainScript(text: string): string | undefined {
  if (PLAIN_LATIN.test(text)) return /\p{L}/u.test(text) ? 'Latn' : undefined;
  const weights = new Map(LETTERS.map(([script, pattern]) => [script, weightIn(text, script, pattern)]));
  const kana = (weights.get('Kana') ?? 0) + (weights.get('Hira') ?? 0);
  const all = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
  if (all === 0) return undefined;
  const han = weights.get('Hani') ?? 0;
  if (kana + han >= all * LEAST_SHARE) return kana >= (kana + han) * LEAST_KANA ? 'Jpan' : 'Hani';
  const [other] = [...weights].filter(([script]) => script !== 'Latn').toSorted(([, one], [, two]) => two - one);
  return other !== undefined && other[1] >= all * LEAST_SHARE ? other[0] : 'Latn';
}

function weightIn(text: string, script: string, pattern: RegExp): number {
  const letters = text.match(pattern)?.length ?? 0;
  return DENSE.has(script) ? letters * DENSITY : letters;
}

/** The language that most is written in in a script (CLDR's likely subtags): `Gujr` is `gu`. */
export function likelyLanguage(script: string): string {
  return new Intl.Locale(`und-${script}`).maximize().language;
}
