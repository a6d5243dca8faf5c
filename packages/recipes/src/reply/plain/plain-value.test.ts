import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mayNotBePlain, plainText, plainValue } from './plain-value.ts';

test.each([
  ['named', 'Salt &amp; pepper', 'Salt & pepper'],
  ['decimal', 'don&#39;t', "don't"],
  ['hexadecimal', 'Don&#x27;t &#8211; please', "Don't – please"],
  ['of accented letters', 'Caf&eacute; &Uuml;ber', 'Café Über'],
  ['of space', 'ten&nbsp;bars', 'ten bars'],
  ['encoded twice', 'Salt &amp;amp; pepper don&amp;#39;t', "Salt & pepper don't"],
  ['beside the names of languages that have them', 'HTML &amp; CSS in 60 seconds', 'HTML & CSS in 60 seconds'],
  ['of a character in halves', 'Go &#55357;&#56832;!', 'Go 😀!'],
  ['of nothing', 'a&#0;b&#xD800;c', 'abc'],
  ['in Cyrillic', 'Соль &laquo;и&raquo; перец &mdash; всё', 'Соль «и» перец — всё'],
  ['in Japanese', '塩&amp;胡椒', '塩&胡椒'],
  [
    'without their end',
    'Salt &amp pepper don&#39t, don&#39 t, 3 &lt 5, &quot hi&quot',
    'Salt & pepper don\'t, don\' t, 3 < 5, " hi"',
  ],
  ['of letters without their end', 'Caf&eacute, F&uumlr die Stra&szlige, ma&ntildeana', 'Café, Für die Straße, mañana'],
  ['in Japanese without their end', '塩&amp 胡椒', '塩& 胡椒'],
  ['in Cyrillic without their end', 'Соль &amp перец', 'Соль & перец'],
  ['of letters by their bytes', 'Tom\\x27s cup \\xe9t\\xe9', "Tom's cup été"],
  ['read in another encoding', 'CafÃ© itâ€™s 5 â‚¬ â€” Â«duÂ»', 'Café it’s 5 € — «du»'],
  ['of Cyrillic read in another encoding', 'Ð§Ð°Ð¹', 'Чай'],
  ['of nothing in what only looks so', 'Voilà… MAÇÃ, «café» à “Paris”, Âge', 'Voilà… MAÇÃ, «café» à “Paris”, Âge'],
  ['of an address', 'Tr%C3%A0 xanh%20b%E1%BB%8B đắng', 'Trà xanh bị đắng'],
])('decodes entities %s', (_how, written, plain) => {
  expect(plainText(written)).toBe(plain);
});

test.each([
  'AT&T and R&D, Q&A; rock & roll',
  'Write &amp; as an entity, or the browser guesses',
  'Eine Entität wie &lt; steht für ein Zeichen',
  'HTML エンティティの &amp; は記号を表します',
  'Escribe &amp; como entidad',
  'Type "&nbsp;" between the words',
  'Fish&chips; done',
  'example.com/?a=1&lt=2&amp=3&copy=4',
  'The R&amplifier and the L&quotient',
  'cut &copy paste, salt &not pepper',
  'Track &#7 of the album',
  'A slope of 100%20 mm, and 5%C3 of it',
  'https://vi.example/tr%C3%A0 and vi.example/?q=tr%C3%A0',
])('leaves "%s"', (text) => {
  expect(plainText(text)).toBe(text);
});

test.each([
  ['a line break', 'First line.\\nSecond line', 'First line.\nSecond line'],
  ['paragraphs', 'End.\\n\\n- one\\n- two', 'End.\n\n- one\n- two'],
  ['of Windows', 'One.\\r\\nTwo', 'One.\nTwo'],
  ['escaped twice', 'One.\\\\nTwo', 'One.\nTwo'],
  ['before a small letter', 'ein satz\\nnoch einer', 'ein satz\nnoch einer'],
  ['in Chinese', '第一行\\n第二行', '第一行\n第二行'],
  ['in Arabic', 'السطر الأول\\nالسطر الثاني', 'السطر الأول\nالسطر الثاني'],
  ['a tab', 'a\\tb', 'a b'],
  ['quotation marks', 'He said \\"hi\\"', 'He said "hi"'],
  ['a character beyond four figures', '\\u{1F600} caf\\u{e9} \\U0001F600', '😀 café 😀'],
  ['a letter before letters that are figures too', 'caf\\u00e9bad', 'cafébad'],
  ['a letter', 'Caf\\u00e9 \\ud83d\\ude00', 'Café 😀'],
  ['of Markdown', 'It costs \\$5 \\& more', 'It costs $5 & more'],
])('decodes an escape: %s', (_what, written, plain) => {
  expect(plainText(written)).toBe(plain);
});

test.each([
  'C:\\new\\table',
  'Open C:\\new folder, then D:\\tools',
  '\\\\server\\new\\tools',
  'docs\\notes.txt',
  'The \\nabla and the \\theta of TeX',
  'Use \\n for a line break',
  'The "\\n" ends a line',
])('leaves the backslash in "%s"', (text) => {
  expect(plainText(text)).toBe(text);
});

test.each([
  ['a half at the end', 'Espresso \ud83d', 'Espresso '],
  ['a half between words', 'barista \udfff starting', 'barista starting'],
  ['a half at the beginning', '\ude00 Espresso', ' Espresso'],
  ['the joiner of an emoji that is not there', 'Look 👩\u200d\ud83d', 'Look 👩'],
  ['U+0000', 'a\u0000b', 'ab'],
  ['an escape sequence', '\u001b[31mred\u001b[0m', 'red'],
  ['a byte order mark', '\ufeffHello', 'Hello'],
])('takes out %s', (_what, written, plain) => {
  expect(plainText(written)).toBe(plain);
});

test.each(['👩‍💻 👨‍👩‍👧', 'ക്‍ ന്‍ क्‍ष', '🏳️‍🌈 🇯🇵', 'é ไทย', 'می‌خواهم'])('leaves the graphemes of "%s"', (text) => {
  expect(plainText(text)).toBe(text);
});

test('line ends of all systems are one', () => {
  expect(plainText('a\r\nb\rc\u0085d\u2028e')).toBe('a\nb\nc\nd\ne');
});

test('members of lists and objects are made plain, their names are not', () => {
  const value = { 'a&amp;b': ['x&amp;y', { z: 'don&#39;t' }], n: 1, no: null };
  expect(plainValue(value)).toEqual({ 'a&amp;b': ['x&y', { z: "don't" }], n: 1, no: null });
});

test('no half character and no control character comes out, and what is plain stays as it is', () => {
  const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }));
  const encoded = fc.oneof(
    anyText,
    fc.constantFrom('&#0;', '&#55357;', '&#xDE00;', '&amp;#0;', '\\u0000', '\\ud83d', '\ud83d', '\u0000'),
  );
  fc.assert(
    fc.property(fc.array(encoded, { maxLength: 6 }), (pieces) => {
      const plain = plainText(pieces.join(''));
      expect(plain.isWellFormed()).toBe(true);
      expect(plain).not.toMatch(/[^\P{Cc}\n\t]/u);
    }),
  );
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'a,é,字,ก,न, ,👩‍💻,.,\n'.split(',')) }), (text) => {
      expect(mayNotBePlain(text) ? text : plainText(text)).toBe(text);
    }),
  );
});
