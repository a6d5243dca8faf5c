/** With the sign or the zeros of a country: `+38 (044) 123-45-67`, `0049 30 123456`. */
const INTERNATIONAL = /(?<![\p{L}\p{N}])(?:\+|00(?=[1-9]))\p{Nd}{1,3}(?:[\s()./–-]{0,3}\p{Nd}){6,12}(?!\p{N})/gu;
/** Free calls of North America, in letters too: `1-800-TEA-LEAF`. */
const FREE_CALL =
  /(?<![\p{L}\p{N}])(?:1[-. ])?8(?:00|33|44|55|66|77|88)[-. ](?:[A-Z0-9]{7}|[A-Z0-9]{3}[-. ][A-Z0-9]{4})(?![\p{L}\p{N}])/gu;
/** Behind what names it, as written in many languages: `Tel.: 030 123456`, `電話：03-1234-5678`. */
const NAMED =
  /(?<!\p{L})(?:tel(?:[eé]fon[oe]?|efone|efonnummer|ephone)?|phone|mobile?|handy|whatsapp|viber|тел(?:ефон)?|моб(?:ильный)?|τηλ(?:έφωνο)?|هاتف|الهاتف|واتساب|تلفن|טלפון|נייד|फ़?ोन|फोन|ফোন|โทร(?:ศัพท์)?|điện thoại|hotline|telepon|电话|電話|手机|微信|전화)[.:：\s]*(?<number>\p{Nd}(?:[\s()./–-]{0,3}\p{Nd}){5,13})(?!\p{N})/giu;

/** Every telephone number in a text that is surely one, as it stands. Figures of other kinds have no country and no name. */
export function phoneNumbersIn(text: string): string[] {
  if (!/\p{Nd}/u.test(text)) return [];
  const named = Array.from(text.matchAll(NAMED), ({ groups }) => groups?.number ?? '');
  return [...(text.match(INTERNATIONAL) ?? []), ...(text.match(FREE_CALL) ?? []), ...named].map((one) => one.trim());
}
