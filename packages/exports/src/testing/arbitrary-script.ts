import fc from 'fast-check';
import { prepareExport, type ExportScript } from '../source.ts';

/** A sentence or two of many languages and scripts, with what makes trouble in files between them. */
export const WORLD_TEXTS: Readonly<Record<string, string>> = {
  en: 'Coffee wakes you up, but not because it gives you energy: it hides how tired you are. Dr. Lee said so in 1998.',
  de: 'Die Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft prüft z. B. den Kaffee, weil er wirkt.',
  fr: 'Vous buvez du café tous les matins ! « Mais pourquoi ? » Parce que l’adénosine s’accumule.',
  el: 'Ο καφές σε ξυπνά, αλλά όχι επειδή σου δίνει ενέργεια· κρύβει την κούραση.',
  ru: 'Кофе бодрит, потому что кофеин блокирует аденозин. Это показали в 1970-х годах.',
  zh: '咖啡豆其实不是豆，而是一种果实的种子。GitHub Copilot（第3版）说：“它生长在热带高地。”',
  ja: '東京の朝は早い。「コーヒーを飲むと、目が覚める」と言われています。でも本当でしょうか？スーパーカー。',
  ko: '커피는 에너지를 주는 것이 아니라 피로를 숨깁니다. 그래서 오후가 되면 다시 졸립니다.',
  th: 'กาแฟเป็นเครื่องดื่มที่ได้จากเมล็ดกาแฟคั่ว ซึ่งเป็นเมล็ดของผลเบอร์รี่จากพืชในสกุลกาแฟ',
  lo: 'ກາເຟແມ່ນເຄື່ອງດື່ມທີ່ເຮັດຈາກເມັດກາເຟຂົ້ວ ແລະ ມີລົດຂົມ',
  km: 'កាហ្វេគឺជាភេសជ្ជៈដែលធ្វើពីគ្រាប់កាហ្វេលីង ហើយមានរសជាតិល្វីង។',
  my: 'ကော်ဖီသည် ကော်ဖီစေ့များမှ ပြုလုပ်သော အဖျော်ယမကာ ဖြစ်သည်။',
  ar: 'القهوة مشروب يُعدّ من بذور البن المحمّصة، وينمو في أكثر من سبعين بلدًا. إنه iPhone جديد!',
  he: 'קפה מעיר אותך, אבל לא כי הוא נותן אנרגיה: הוא מסתיר עייפות.',
  fa: 'قهوه بیدار می‌کند، ولی نه چون انرژی می‌دهد؛ خستگی را پنهان می‌کند.',
  hi: 'कॉफ़ी एक लोकप्रिय पेय है, जो भुने हुए बीजों से बनाया जाता है। क्षत्रिय इसे पीते हैं।',
  te: 'కాఫీ మిమ్మల్ని మేల్కొల్పుతుంది, కానీ శక్తిని ఇవ్వదు. ఇది అలసటను దాచిపెడుతుంది.',
  ta: 'காபி உங்களை எழுப்புகிறது, ஆனால் ஆற்றலைத் தராது.',
  bo: 'ཁ་ཕི་ནི་བཏུང་བ་ཞིག་ཡིན། དེ་ནི་ཁ་མོ་ཡོད།',
  vi: 'Cà phê đánh thức bạn, nhưng không phải vì nó cho bạn năng lượng.',
  und: '👨‍👩‍👧‍👦👩🏽‍🚀🇩🇪❤️‍🔥 e\u{301}e\u{308} 1️⃣ a\u{A0}b c\u{202F}! <b>x</b> & "y"; z --> {q} *w* _v_ [[u]] /* t */ # s',
};

const WORLD_LANGUAGES = [...Object.keys(WORLD_TEXTS), 'zh-Hant', 'pt-BR', 'de-AT', 'x-klingon'];

/** Prepares scripts in all of them. */
export async function prepareWorld(): Promise<void> {
  await Promise.all(['und', ...WORLD_LANGUAGES].map((language) => prepareExport({ language })));
}

const pieces = fc.oneof(
  ...Object.values(WORLD_TEXTS).map((text) => fc.constant(text)),
  ...Object.values(WORLD_TEXTS).map((text) =>
    fc.constantFrom(...Array.from(new Intl.Segmenter().segment(text), (one) => one.segment)),
  ),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom(
    ' ',
    '\n',
    '\n\n',
    '\r\n',
    '\t',
    '\u{3000}',
    '\u{200B}',
    ', ',
    '. ',
    '。',
    '=',
    '-5 °C',
    "'",
    '"',
    ';',
  ),
);

/** Any text of the world, well-formed, up to some hundred letters. */
export const anyText = fc.array(pieces, { maxLength: 14 }).map((all) => all.join('').replaceAll('\0', ''));

const seconds = fc.oneof(
  fc.constantFrom(0, 0.001, 0.4, 0.5, 0.6, 1, 3, 12, 60, 3600, 360_000),
  fc.integer({ min: 0, max: 30_000 }).map((value) => value / 1000),
);

/** Any script that a caller may hand over, times in any order, or none. */
export const anyScript: fc.Arbitrary<ExportScript> = fc.record({
  title: anyText,
  language: fc.constantFrom(...WORLD_LANGUAGES),
  scenes: fc.array(
    fc.record(
      {
        role: fc.oneof(fc.constantFrom('hook', 'point', 'cta'), anyText),
        narration: fc.oneof(anyText, fc.constant('')),
        visual: anyText,
        on_screen_text: anyText,
        start_seconds: seconds,
        end_seconds: seconds,
      },
      { requiredKeys: ['narration'] },
    ),
    { minLength: 1, maxLength: 6 },
  ),
});

/** A text's letters alone: what is left when white space does not count. */
export function withoutSpace(text: string): string {
  return text.replace(/[\s\u{85}\u{200B}]/gu, '');
}
