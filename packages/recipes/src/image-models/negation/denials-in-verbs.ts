/** One way in which a language denies inside a word: how it is found in a clause, and what is denied. */
export interface DenialInVerb {
  readonly pattern: RegExp;
  /** What is not there or not done, in the words of the language, of what the pattern found. */
  readonly saysDenied: (found: RegExpExecArray) => string;
}

/** Endings and words that only look like a denial: "ıssız", かけがえのない, 끊임없는. */
const KOREAN_FIXED = '수|줄|바|나위|상관|끊임|틀림|변함|의심|거침|손색';
const JAPANESE_ADJECTIVES =
  '少ない|危ない|切ない|汚ない|頼りない|情けない|限りない|果てしない|間違いない|何気ない|仕方ない|絶え間ない|大人げない|味気ない|物足りない|申し訳ない|揺るぎない|儚ない';
const JAPANESE_FIXED = 'かけがえ|申し分|途方|比類|限り|間違い|絶え間|仕方|違い|例|果てし|ゆるぎ|比べもの|屈託';
/** Verbs whose object is denied with them: worn, held, shown, contained, used, carried. */
const TURKISH_WITH_OBJECT = 'tak|giy|tut|taşı|kullan|içer|göster|barındır|bulundur';

const [ends, begins] = [String.raw`(?![\p{L}\p{N}'’-])`, String.raw`(?<![\p{L}\p{N}'’-])`];

/** Words of the pattern's groups that were found. */
function said(found: RegExpExecArray, ...names: readonly string[]): string {
  return names
    .map((name) => found.groups?.[name] ?? '')
    .join('')
    .trim();
}

/**
 * Languages that deny with an ending: Turkish -me- before the ending of the verb, Japanese -ない behind it, Korean 않다
 * and 없다 behind a noun of the verb. Sources: Göksel and Kerslake, "Turkish: A Comprehensive Grammar", 8.2.3.1 and 25;
 * Wiktionary, Appendix:Japanese verbs and 없다, 않다 (read 2026-11).
 */
export const denialsInVerbs: Readonly<Record<string, readonly DenialInVerb[]>> = {
  tr: [
    // "insan olmayan sokak", "insan yok": a street without people.
    {
      pattern: new RegExp(
        String.raw`${begins}(?<word>(?<thing>\p{Ll}+))\s+(?:(?:olma|bulunma)yan|görünmeyen|yok)${ends}`,
        'gu',
      ),
      saysDenied: (found) => said(found, 'thing'),
    },
    // "şapka takmayan aşçı", "gülümsemeyen şef": what is left of the verb is its noun, "gülümseme", the smile.
    {
      pattern: new RegExp(
        String.raw`${begins}(?<word>(?<object>\p{Ll}+\s+(?=(?:${TURKISH_WITH_OBJECT})\p{Ll}*m[ae]))?(?!yama)(?<deed>\p{Ll}{2,}m[ae])(?:y[ae]n|d[iı]ğ[iı]))${ends}`,
        'gu',
      ),
      saysDenied: (found) => said(found, 'object', 'deed'),
    },
    // "şef gülümsemiyor": said at the end of a clause.
    {
      pattern: new RegExp(
        String.raw`${begins}(?<word>(?<object>\p{Ll}+\s+(?=(?:${TURKISH_WITH_OBJECT})\p{Ll}*m[iıuü]yor))?(?<deed>\p{Ll}{2,})m[iıuü]yor(?:lar)?)\s*$`,
        'gu',
      ),
      saysDenied: (found) =>
        `${said(found, 'object', 'deed')}${/[aıou][^aeıioöuü]*$/u.test(said(found, 'deed')) ? 'ma' : 'me'}`,
    },
  ],
  ja: [
    // 人がいない通り, 文字のないポスター, 文字なし.
    {
      pattern: new RegExp(
        String.raw`(?<word>(?!${JAPANESE_FIXED})(?<thing>[\p{Script=Han}\p{Script=Katakana}ー]+)(?:(?:が|の|は|も)(?:い|写ってい|映ってい|見え|入ってい)?(?:ない|いません|ありません)|なし(?:の(?=.))?))`,
        'gu',
      ),
      saysDenied: (found) => said(found, 'thing'),
    },
    // 帽子をかぶっていない料理人, 笑わないシェフ, シェフは笑っていない.
    {
      pattern: new RegExp(
        String.raw`(?<word>(?!${JAPANESE_ADJECTIVES})(?:(?<object>[\p{Script=Han}\p{Script=Katakana}ー]+を)(?<plain>\p{Script=Han}*\p{Script=Hiragana}{1,4}?)|(?<stem>\p{Script=Han}+\p{Script=Hiragana}{0,3}?))(?<during>[てで]い)?(?:ない(?=[\p{Script=Han}\p{Script=Katakana}]|$)|ずに|ません(?=$)))`,
        'gu',
      ),
      saysDenied: (found) => `${said(found, 'object')}${dictionaryForm(found)}`,
    },
  ],
  ko: [
    // 사람이 없는 거리, 글자 없이.
    {
      pattern: new RegExp(
        String.raw`${begins}(?<word>(?!(?:${KOREAN_FIXED})\s)(?<thing>\p{Script=Hangul}+?)(?:이|가|은|는|도)?\s+없(?:는|이|음|고|다|습니다|어요))${ends}`,
        'gu',
      ),
      saysDenied: (found) => said(found, 'thing'),
    },
    // 모자를 쓰지 않은 요리사, 웃지 않는 셰프.
    {
      pattern: new RegExp(
        String.raw`${begins}(?<word>(?<object>\p{Script=Hangul}+[을를]\s+)?(?<deed>\p{Script=Hangul}+)지\s*(?:않|못하|못한)\p{Script=Hangul}*)${ends}`,
        'gu',
      ),
      saysDenied: (found) => `${nounBefore(found)}${found.groups?.deed ?? ''}기`,
    },
    // 안 웃는 셰프. Behind a noun without a particle 안 is "inside".
    {
      pattern: new RegExp(
        String.raw`(?<=^|[이가은는을를도]\s+)(?<word>안\s+(?<deed>\p{Script=Hangul}+)는)${ends}`,
        'gu',
      ),
      saysDenied: (found) => `${found.groups?.deed ?? ''}기`,
    },
  ],
};

function nounBefore(found: RegExpExecArray): string {
  const object = found.groups?.object?.trim() ?? '';
  return object === '' ? '' : `${object} `;
}

/** The last syllable of a Japanese verb before ない, and as its dictionary form has it: 笑わ-ない, 笑う. */
const DICTIONARY_ENDS = new Map([
  ['わ', 'う'],
  ['か', 'く'],
  ['が', 'ぐ'],
  ['さ', 'す'],
  ['た', 'つ'],
  ['な', 'ぬ'],
  ['ば', 'ぶ'],
  ['ま', 'む'],
  ['ら', 'る'],
  ['し', 'する'],
]);

function dictionaryForm(found: RegExpExecArray): string {
  const stem = said(found, 'plain', 'stem');
  if (found[0].endsWith('ません')) return `${stem}ます`;
  if (found.groups?.during !== undefined) return `${stem}${found.groups.during}る`;
  const end = DICTIONARY_ENDS.get(stem.slice(-1));
  return end === undefined ? `${stem}る` : `${stem.slice(0, -1)}${end}`;
}
