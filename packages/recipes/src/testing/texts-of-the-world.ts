import fc from 'fast-check';

/** How a script is played: words that people write, letters to make others of, and what stands between. */
interface Script {
  readonly words: string;
  /** Letters that a word may begin with, and marks that may follow each of them. */
  readonly letters: string;
  readonly marks?: string;
  /** Between words; nothing where a script has no spaces. */
  readonly space: '' | ' ';
  readonly stop: string;
}

const SCRIPTS = {
  Latin: { words: 'Straße Café ﬁnger naïve déjà ňůž Iğdır don’t', letters: 'aàäßeéiıoœuzž', space: ' ', stop: '. ' },
  CombiningMarks: {
    words: 'e\u0301 n\u0303o Z\u0351\u036B\u0343',
    letters: 'aceinostuz',
    marks: '\u0301\u0302\u0327\u0323\u0361',
    space: ' ',
    stop: '. ',
  },
  Vietnamese: {
    words: 'cà phê ngon nhất thế giới',
    letters: 'ăâđêôơư',
    marks: '\u0300\u0301\u0309',
    space: ' ',
    stop: '. ',
  },
  Greek: { words: 'καφές νερό ΣΟΦΟΣ ώρα', letters: 'αβγδάέώς', space: ' ', stop: '. ' },
  Cyrillic: { words: 'кофе вода ёж їжак ще', letters: 'абвгдйіїщ', marks: '\u0301', space: ' ', stop: '. ' },
  Georgian: { words: 'ყავა წყალი დილა', letters: 'აბგდევზ', space: ' ', stop: '. ' },
  Armenian: { words: 'սուրճ ջուր առավոտ', letters: 'աբգդեզէ', space: ' ', stop: '։ ' },
  Hebrew: {
    words: 'קפה שָׁלוֹם מים בוקר',
    letters: 'אבגדהושת',
    marks: '\u05B0\u05B7\u05BC\u05C1',
    space: ' ',
    stop: '. ',
  },
  Arabic: {
    words: 'قهوة ماءٌ مـرحبا صباح',
    letters: 'ابتثجكلمنهوي',
    marks: '\u064B\u064E\u0651\u0670',
    space: ' ',
    stop: '؟ ',
  },
  Persian: { words: 'می\u200Cخواهم قهوه آب', letters: 'پچژگکیابد', space: ' ', stop: '؛ ' },
  Devanagari: {
    words: 'कॉफ़ी पानी क्षत्रिय र्‍य',
    letters: 'कखगघचजटतदपबमयरलसह',
    marks: '\u093C\u093E\u093F\u0940\u0947\u094D\u0902',
    space: ' ',
    stop: '। ',
  },
  Bengali: {
    words: 'কফি জল সকাল ক্ষেত্র',
    letters: 'কখগঘচজটতদপবমযরলসহ',
    marks: '\u09BE\u09BF\u09C0\u09C7\u09CD',
    space: ' ',
    stop: '। ',
  },
  Tamil: {
    words: 'காபி தண்ணீர் காலை நிமிடம்',
    letters: 'கஙசஞடணதநபமயரலவ',
    marks: '\u0BBE\u0BBF\u0BC0\u0BC6\u0BCA\u0BCD',
    space: ' ',
    stop: '. ',
  },
  Telugu: {
    words: 'కాఫీ నీరు ఉదయం',
    letters: 'కగచజటతదపబమయరలవస',
    marks: '\u0C3E\u0C3F\u0C40\u0C46\u0C4D',
    space: ' ',
    stop: '. ',
  },
  Hangul: { words: '커피 물 아침 맛있는', letters: '가각한국어물빵', space: ' ', stop: '. ' },
  HangulJamo: {
    words: '\u1112\u1161\u11AB \u1100\u116E\u11A8',
    letters: '\u1100\u1102\u1112',
    marks: '\u1161\u116E\u11A8\u11AB',
    space: ' ',
    stop: '. ',
  },
  Han: { words: '浓缩 咖啡 水温 𠮷野家 研磨度', letters: '水火木金土日月人山川𠀀', space: '', stop: '。' },
  Japanese: {
    words: 'コーヒー お湯 美味しい ﾊﾟﾝ が\u3099',
    letters: 'あいうえおカキクケ水',
    marks: '\u3099ー',
    space: '',
    stop: '。',
  },
  Thai: {
    words: 'กาแฟ น้ำ ตอนเช้า อร่อย',
    letters: 'กขคงจชดตทนบปมยรลวส',
    marks: '\u0E31\u0E34\u0E35\u0E48\u0E49\u0E4C',
    space: '',
    stop: ' ',
  },
  Lao: {
    words: 'ກາເຟ ນ້ຳ ຕອນເຊົ້າ',
    letters: 'ກຂຄງຈຊດຕທນບປມຢລວສ',
    marks: '\u0EB1\u0EB4\u0EB5\u0EC8\u0EC9',
    space: '',
    stop: ' ',
  },
  Khmer: {
    words: 'កាហ្វេ ទឹក ព្រឹក',
    letters: 'កខគឃងចជតទនបមយរលវស',
    marks: '\u17B6\u17B7\u17C1\u17D2\u17C6',
    space: '',
    stop: '។',
  },
  Burmese: {
    words: 'ကော်ဖီ ရေ မနက်',
    letters: 'ကခဂငစတနပဘမယရလသ',
    marks: '\u102B\u102D\u1031\u1039\u103A',
    space: '',
    stop: '။',
  },
  Emoji: {
    words: '👨‍👩‍👧‍👦 🇩🇪 👍🏽 1️⃣ #️⃣ ❤️‍🔥 🏴󠁧󠁢󠁥󠁮󠁧󠁿 🤷🏿‍♀️ ☕',
    letters: '😀☕❤👩🇩🏽',
    marks: '\u200D\uFE0F\u{1F3FD}\u20E3',
    space: '',
    stop: ' ',
  },
  Marks: {
    words: '\u200F \u202B \u2067 \u00AD \uFEFF \u2060 \u200B',
    letters: '\u200E\u0000\u2028\u00A0',
    marks: '\u200D',
    space: '',
    stop: ' ',
  },
} as const satisfies Readonly<Record<string, Script>>;

/** What a promise about any text is tried with: writing systems, and at last emoji and characters that nobody sees. */
export type WorldScript = keyof typeof SCRIPTS;

export const worldScripts = Object.keys(SCRIPTS) as readonly WorldScript[];

/** A word of a script: one that people write, or letters of it with marks where marks may stand. */
export function wordIn(name: WorldScript): fc.Arbitrary<string> {
  const { words, letters, marks = '' }: Script = SCRIPTS[name];
  const letter = fc.constantFrom(...Array.from(letters));
  const mark = fc.constantFrom('', ...Array.from(marks));
  const syllables = fc.array(fc.tuple(letter, mark), { minLength: 1, maxLength: 7 });
  return fc.oneof(
    fc.constantFrom(...words.split(' ')),
    syllables.map((pairs) => pairs.flat().join('')),
  );
}

/** Running text of a script, from nothing to about `longest` words, with its own spaces and stops. */
export function textIn(name: WorldScript, longest = 30): fc.Arbitrary<string> {
  const { space, stop }: Script = SCRIPTS[name];
  const gap = fc.constantFrom(space, space, space, stop, ', ', '\n', ' — ');
  return fc.array(fc.tuple(wordIn(name), gap), { maxLength: longest }).map((parts) => parts.flat().join(''));
}

/** Running text of any script, or of several in one text. */
export function worldText(longest = 30): fc.Arbitrary<string> {
  const scripts = worldScripts.map((name) => textIn(name, longest));
  const mixed = fc.array(fc.oneof(...worldScripts.map(wordIn)), { maxLength: longest }).map((parts) => parts.join(' '));
  return fc.oneof(...scripts, mixed);
}
