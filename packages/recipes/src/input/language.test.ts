import { expect, test } from 'vitest';
import { languageTag } from './language.ts';

test.each([
  ['Spanish', 'es'],
  ['Englisch', 'en'],
  ['inglés', 'en'],
  ['anglais', 'en'],
  ['английский', 'en'],
  ['英语', 'en'],
  ['スペイン語', 'es'],
  ['الإنجليزية', 'en'],
  ['tiếng Anh', 'en'],
  ['bahasa Inggris', 'en'],
  ['ภาษาไทย', 'th'],
  ['język polski', 'pl'],
  ['português do Brasil', 'pt-BR'],
  ['in English', 'en'],
  ['the Spanish language', 'es'],
  ['हिंदी', 'hi'],
  ['bokmål', 'nb'],
  ['srpski', 'sr-Latn'],
  ['german', 'de'],
  ['GERMAN ', 'de'],
  ['Deutsch', 'de'],
  ['castellano', 'es'],
  ['español', 'es'],
  ['espanol', 'es'],
  ['Français', 'fr'],
  ['日本語', 'ja'],
  ['한국어', 'ko'],
  ['русский', 'ru'],
  ['हिन्दी', 'hi'],
  ['العربية', 'ar'],
  ['ไทย', 'th'],
  ['Tiếng Việt', 'vi'],
  ['Mandarin', 'zh'],
  ['中文', 'zh'],
  ['Cantonese', 'yue'],
  ['Brazilian Portuguese', 'pt-BR'],
  ['Portuguese (Brazil)', 'pt-BR'],
  ['português (Brasil)', 'pt-BR'],
  ['European Portuguese', 'pt-PT'],
  ['Latin American Spanish', 'es-419'],
  ['Mexican Spanish', 'es-MX'],
  ['Spanish (Argentina)', 'es-AR'],
  ['British English', 'en-GB'],
  ['English (UK)', 'en-GB'],
  ['Traditional Chinese', 'zh-Hant'],
  ['Chinese (Simplified)', 'zh-Hans'],
  ['Chinese (Taiwan)', 'zh-TW'],
  ['繁體中文', 'zh-Hant'],
  ['Tagalog', 'fil'],
  ['Farsi', 'fa'],
  ['Hawaiian', 'haw'],
  ['English language', 'en'],
])('a language is known by the name "%s": %s', (name, tag) => {
  expect(languageTag.parse(name)).toBe(tag);
});

test.each([
  ['EN_us', 'en-US'],
  ['en_US.UTF-8', 'en-US'],
  ['eng', 'en'],
  ['ger', 'de'],
  ['iw', 'he'],
  ['in', 'id'],
  ['cmn-Hant-TW', 'zh-Hant-TW'],
  ['zh-cmn-Hans', 'zh-Hans'],
  ['zh-yue-HK', 'yue-HK'],
  ['zh-tw', 'zh-TW'],
  ['en-UK', 'en-GB'],
  ['en-x-pirate', 'en'],
  ['de-DE-u-co-phonebk', 'de-DE'],
  ['es-419', 'es-419'],
])('the tag "%s" is %s', (tag, canonical) => {
  expect(languageTag.parse(tag)).toBe(canonical);
});

test.each(['', 'klingonese', 'x-klingon', 'und', 'mul', 'qaa', 'en-XX', '123', '🙂', 'spanisch und englisch'])(
  '"%s" is refused, with what is allowed',
  (value) => {
    const { error } = languageTag.safeParse(value);
    expect(error?.issues[0]).toMatchObject({ message: expect.stringContaining('is no known language') as string });
  },
);

test('a slip in a name is answered with the nearest ones', () => {
  expect(languageTag.safeParse('Spansh').error?.issues[0]?.message).toContain('Spanish ("es")');
  expect(languageTag.safeParse('Potuguese').error?.issues[0]?.message).toContain('Portuguese ("pt")');
  expect(languageTag.safeParse('deutch').error?.issues[0]?.message).toContain('German ("de")');
});
