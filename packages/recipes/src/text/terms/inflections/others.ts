import { paradigms, type Inflections } from './paradigms.ts';

/** Endings of Turkic cases and possessives by vowel harmony, the plural's before them. */
function turkic(plurals: readonly string[], singles: string): string[] {
  const own = singles.split(' ');
  return ['', ...own, ...plurals.flatMap((plural) => [plural, ...own.map((ending) => `${plural}${ending}`)])];
}

/** Languages of other families that have no stemmer here, from their grammars. */
export const others: Readonly<Record<string, Inflections>> = {
  he: {
    // And, in, the, as, to, from, that: "ושבסודות".
    prefixes: /^[ובהכלמש]{1,3}/u,
    finals: { ם: 'מ', ן: 'נ', ך: 'כ', ף: 'פ', ץ: 'צ' },
    paradigms: paradigms(
      '0 ימ ות י יי ו ינו יכמ יהמ ותיו ותיה ותינו',
      'ה ות ת ותי ותיו ותיה תי תו תה תנו',
      'ית יות יותי',
      'ות ויות ויותי',
      'י ית ימ יות',
    ),
  },
  az: {
    paradigms: [
      turkic(
        ['lar', 'lər'],
        'ı i u ü ın in un ün a ə da də dan dən ım im um üm ımız imiz nın nin nun nün nı ni nu nü ya yə sı si su sü ının inin ında ində ından indən',
      ),
    ],
  },
  kk: {
    paradigms: [
      turkic(
        ['лар', 'лер', 'дар', 'дер', 'тар', 'тер'],
        'ы і ды ді ты ті ны ні дың дің тың тің ның нің ға ге қа ке да де та те дан ден тан тен ым ім ың ің сы сі ын ін ына іне ында інде ының інің',
      ),
    ],
  },
  ka: {
    paradigms: paradigms(
      '0 ი ს მა ით ად ო ის ში ზე თან იდან ისთვის ები ებს ებმა ების ებით ებში ებზე ებთან ებიდან',
      'ა ას ამ ის ით ად ო აში აზე ასთან იდან ები ებს ებმა ების ებში',
      'ე ეს ემ ის ით ედ ეში ეზე ესთან ები ებს ების',
      'ო ოს ომ ოთი ოში ოზე ოები ოებს ოების',
    ),
  },
  ca: {
    paradigms: paradigms(
      '0 s es a',
      'a es',
      'ó ons',
      'à ans ana anes',
      'e s os es',
      'ar o es a em eu en at ada ats ades ava aven ant',
      'ir eixo eix eixen im iu it ida ia int',
    ),
  },
  gl: {
    paradigms: paradigms('0 s es', 'o a os as', 'ón óns', 'al ais', 'ar o as a amos ades an ou aron ando ado ada'),
  },
  is: {
    paradigms: paradigms(
      'ur 0 i s ar a um urinn inn inum sins arnir ana unum anna',
      '0 i s a um ið inu sins in unum anna',
      'a u ur um an una unni unnar urnar unum na anna',
      'i a ar um inn ann anum ans arnir ana unum anna',
    ),
  },
  af: { paradigms: paradigms("0 s e te jie tjie ies 's") },
  sq: {
    paradigms: paradigms('0 i u in un it ut e et eve a at ave ve', 'ë a e en es së ja at ave', 'e ja en es et eve'),
  },
};
