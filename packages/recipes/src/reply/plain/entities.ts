import { decodeHTMLStrict } from 'entities';

/** A reference as it has to be written; those that HTML forgives without its end, where no word begins with them by chance. */
const ENTITY = new RegExp(
  [
    '&(?:[a-z][a-z0-9]{1,30}|#\\d{1,7}|#x[\\da-f]{1,6});',
    '&#\\d{2,7}(?![\\d=])',
    '&(?:amp|lt|gt|quot|nbsp|#x[\\da-f]{2,6})(?![\\p{L}\\p{N}=])',
    '&(?:[aeiouync](?:acute|grave|circ|uml|tilde|ring|cedil|slash)|szlig|aelig)(?!=)',
  ].join('|'),
  'giu',
);

/** Encoded twice is seen, three times was not. */
const MOST_LAYERS = 3;

/**
 * A text that speaks of entities means them as they stand. The words are those of HTML's own terms, "entity", "escape",
 * "ampersand", "character reference", in the languages that have others for them.
 */
const SPEAKS_OF_THEM =
  /\b(?:html |xml )?enti(?:t|dad)|entität|\bescap|éch?app|ampersand|\bet commercial|character reference|zeichenreferenz|сущност|амперсанд|мнемоник|сутніст|encje|instancj|实体|實體|转义|轉義|エンティティ|実体参照|文字参照|エスケープ|アンパサンド|엔티티|이스케이프|앰퍼샌드|คีย์เอนทิตี|เอนทิตี|एंटिटी|एंटिटी|এনটিটি|كيان|الهروب|ישות|موجودیت|varlık|οντότητ|thực thể/iu;

/** What stands in quotation marks, in backticks or in brackets is spoken of. */
const QUOTES: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  '`': '`',
  '“': '”',
  '„': '“',
  '«': '»',
  '‘': '’',
  '「': '」',
  '(': ')',
};

/** HTML's character references as the characters that they mean; `AT&T`, and those that a text speaks of, stay. */
export function withoutEntities(text: string): string {
  if (!text.includes('&') || SPEAKS_OF_THEM.test(text)) return text;
  let decoded = text;
  for (let layer = 0; layer < MOST_LAYERS; layer += 1) {
    const next = decoded.replace(ENTITY, (entity, at: number, whole: string) =>
      isQuoted(whole, at, entity)
        ? entity
        : (halfOf(entity) ?? decodeHTMLStrict(entity.endsWith(';') ? entity : `${entity};`)),
    );
    if (next === decoded) break;
    decoded = next;
  }
  return decoded.replaceAll('\u00A0', ' ');
}

/** Half a character by its number: beside its other half it is one, alone it is taken out, as U+0000 is. */
function halfOf(entity: string): string | undefined {
  const [, hex, decimal] = /^&#(?:x([\da-f]+)|(\d+));?$/i.exec(entity) ?? [];
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  return code === 0 || (code >= 0xd800 && code <= 0xdfff) ? String.fromCharCode(code) : undefined;
}

function isQuoted(text: string, at: number, entity: string): boolean {
  const close = QUOTES[text[at - 1] ?? ''];
  return close !== undefined && text[at + entity.length] === close;
}
