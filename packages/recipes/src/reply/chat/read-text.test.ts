import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { readText } from './read-text.ts';

const SENTENCE = 'A pump pushes water through the puck at nine bars.';
const OTHER = 'Nine bars of pressure drive the water through the puck.';

function read(reply: string): string {
  return readText(reply, false).text;
}

describe('a text that was asked for as such', () => {
  it.each([
    `{"narration": "${SENTENCE}"}`,
    `{"scene": 2, "narration": "${SENTENCE}", "visual": "A pump"}`,
    `[{"narration": "${SENTENCE}"}]`,
    `{"scene": {"narration": "${SENTENCE}"}}`,
    `{'narration': '${SENTENCE}'}`,
    `{"旁白": "${SENTENCE}"}`,
    `\`\`\`json\n{"narration": "${SENTENCE}"}\n\`\`\``,
    `Voici :\n{"narration": "${SENTENCE}"}\nBonne chance !`,
    `<narration>${SENTENCE}</narration>`,
    `[THINK]Hm.[/THINK]${SENTENCE}`,
    `◁think▷Hm.◁/think▷${SENTENCE}`,
    `<think>Hm.</think>\n<answer>${SENTENCE}</answer>`,
    `<|channel|>analysis<|message|>Hm.<|end|><|start|>assistant<|channel|>final<|message|>${SENTENCE}<|return|>`,
    `<|channel>thought\nHm.<channel|>${SENTENCE}<turn|>`,
    `Thinking Process:\n1. Hm.\n2. Well.\n\nFinal answer: ${SENTENCE}`,
    `Thought: I need the scene.\nAnswer: ${SENTENCE}`,
    `Here is my thought process:\n- Hm.\n\nHere is my response: ${SENTENCE}`,
    `${SENTENCE}<|im_end|>\n<|im_start|>user\nMore`,
    `"${SENTENCE}"`,
    `“${SENTENCE}”`,
    `&quot;${SENTENCE}&quot;`,
    `---\n${SENTENCE}\n---`,
  ])('comes in markup: %j', (reply) => {
    expect(read(reply)).toBe(SENTENCE);
  });

  it.each([
    ['en', `Sure! Here is the narration: ${SENTENCE}`],
    ['en', `Sure!\n\n${SENTENCE}`],
    ['en', `Here is the rewritten scene:\n\`\`\`\n${SENTENCE}\n\`\`\`\nLet me know if you'd like any changes!`],
    ['en', `Certainly! Below is the revised narration for the scene:\n\n"${SENTENCE}"\n\n(10 words)`],
    ['en', `**Rewritten scene:**\n${SENTENCE}\n\nI hope this helps!`],
    ['en', `## Scene 2\n\n${SENTENCE}`],
    ['de', `Hier ist die überarbeitete Szene:\n\n${SENTENCE}\n\nSag mir Bescheid, wenn ich etwas ändern soll.`],
    ['de', `Klar! Hier ist der Text: ${SENTENCE}`],
    ['es', `¡Claro! Aquí está la escena reescrita: ${SENTENCE}\n\nAvísame si quieres algún cambio.`],
    [
      'fr',
      `Bien sûr ! Voici la narration :\n\n${SENTENCE}\n\nN'hésitez pas à me dire si vous souhaitez des changements.`,
    ],
    ['it', `Ecco la narrazione:\n${SENTENCE}\n\nFammi sapere se va bene.`],
    ['pt', `Claro! Aqui está a narração:\n\n${SENTENCE}\n\nMe avise se quiser ajustes.`],
    ['nl', `Hier is de herschreven scène:\n\n${SENTENCE}`],
    ['pl', `Oto narracja:\n\n${SENTENCE}\n\nDaj mi znać, jeśli coś zmienić.`],
    ['cs', `Zde je text scény:\n\n${SENTENCE}`],
    ['en', `I've tightened the scene as requested.\n\n"${SENTENCE}"`],
    ['en', `Sure thing — here you go:\n\n${SENTENCE}\n\nLength: about 20 words`],
    ['en', `Draft: **A pump** pushes.\n\nFinal version:\n${SENTENCE}`],
    ['es', `He reescrito la escena:\n\n${SENTENCE}\n\n¿Quieres que cambie algo más?`],
    ['nl', `Ik heb de scène herschreven:\n\n${SENTENCE}`],
    ['ja', `はい、書き直しました。\n\n「${SENTENCE}」\n\n他にご要望があればお知らせください。`],
    ['ko', `네, 다시 썼습니다.\n\n"${SENTENCE}"\n\n수정이 필요하면 말씀해 주세요.`],
    ['hi', `मैंने दृश्य को दोबारा लिखा है:\n\n${SENTENCE}\n\nयदि कोई बदलाव चाहिए तो बताइए।`],
    ['bn', `অবশ্যই! এখানে নতুন দৃশ্যটি:\n\n${SENTENCE}\n\nআর কিছু বদলাতে হলে জানাবেন।`],
    ['sk', `Tu je prepracovaná scéna:\n\n${SENTENCE}\n\nDajte mi vedieť, ak chcete niečo upraviť.`],
    ['hr', `Evo prerađene scene:\n\n${SENTENCE}\n\nJavite mi ako želite promjene.`],
    ['sr', `Ево прерађене сцене:\n\n${SENTENCE}\n\nЈавите ми ако желите измене.`],
    ['sl', `Seveda! Tukaj je prizor:\n\n${SENTENCE}\n\nSporočite mi, če želite spremembe.`],
    ['mk', `Еве ја преработената сцена:\n\n${SENTENCE}\n\nЈавете ми ако сакате измени.`],
    ['ca', `És clar! Aquí tens la narració:\n\n${SENTENCE}\n\nSi vols cap canvi, digue-m'ho.`],
    ['lt', `Štai perrašyta scena:\n\n${SENTENCE}\n\nJei norite ką nors pakeisti, praneškite.`],
    ['lv', `Lūk, jaunais teksts:\n\n${SENTENCE}\n\nDodiet man ziņu, ja vēlaties izmaiņas.`],
    ['af', `Hier is die nuwe teks:\n\n${SENTENCE}\n\nLaat my weet as jy iets wil verander.`],
    ['sw', `Hakika! Hii hapa ni simulizi mpya:\n\n${SENTENCE}\n\nNijulishe kama unataka mabadiliko.`],
    ['az', `Budur, yenidən yazılmış səhnə:\n\n${SENTENCE}\n\nDəyişiklik istəsəniz, mənə bildirin.`],
    ['kk', `Міне, жаңа мәтін:\n\n${SENTENCE}\n\nЕгер өзгерту керек болса, айтыңыз.`],
    ['ka', `აი, ახალი ტექსტი:\n\n${SENTENCE}\n\nშემატყობინეთ, თუ რამის შეცვლა გსურთ.`],
    ['hy', `Ահա նոր տեսարանը:\n\n${SENTENCE}\n\nԱսեք ինձ, եթե փոփոխություններ են պետք։`],
    ['ur', `یہ رہا نیا منظر:\n\n${SENTENCE}\n\nمجھے بتائیں اگر کوئی تبدیلی چاہیے۔`],
    ['mr', `हे घ्या नवीन दृश्य:\n\n${SENTENCE}\n\nमला कळवा, काही बदल हवे असल्यास.`],
    ['gu', `આ રહ્યું નવું દૃશ્ય:\n\n${SENTENCE}\n\nમને જણાવો, જો કોઈ ફેરફાર જોઈતો હોય.`],
    ['kn', `ಇಲ್ಲಿದೆ ಹೊಸ ದೃಶ್ಯ:\n\n${SENTENCE}\n\nಯಾವುದೇ ಬದಲಾವಣೆ ಬೇಕಿದ್ದರೆ ತಿಳಿಸಿ.`],
    ['ml', `ഇതാ പുതിയ രംഗം:\n\n${SENTENCE}\n\nഎന്തെങ്കിലും മാറ്റം വേണമെങ്കിൽ അറിയിക്കുക.`],
    ['sv', `Här är berättartexten:\n\n${SENTENCE}`],
    ['da', `Her er teksten:\n\n${SENTENCE}`],
    ['no', `Her er den nye teksten:\n\n${SENTENCE}`],
    ['fi', `Tässä on selostus:\n\n${SENTENCE}`],
    ['hu', `Íme a narráció:\n\n${SENTENCE}`],
    ['ro', `Iată narațiunea:\n\n${SENTENCE}`],
    ['tr', `İşte anlatım:\n\n${SENTENCE}`],
    ['id', `Berikut narasinya:\n\n${SENTENCE}`],
    ['vi', `Đây là lời dẫn:\n\n${SENTENCE}`],
    ['ru', `Конечно! Вот переписанная сцена: ${SENTENCE}\n\nДайте знать, если нужны изменения.`],
    ['uk', `Ось текст сцени:\n\n${SENTENCE}`],
    ['el', `Ορίστε η αφήγηση:\n\n${SENTENCE}`],
    ['ar', `إليك التعليق الصوتي:\n\n${SENTENCE}`],
    ['he', `הנה הקריינות:\n\n${SENTENCE}`],
    ['hi', `यहाँ संशोधित वर्णन है:\n\n${SENTENCE}`],
    ['th', `นี่คือบทบรรยาย:\n\n${SENTENCE}`],
    ['zh', `好的，以下是第二个场景的旁白：\n\n${SENTENCE}\n\n如果您需要修改，请告诉我。`],
    ['zh', `當然！以下是修改後的旁白：${SENTENCE}`],
    ['ja', `はい、承知しました。以下がシーン2のナレーションです：\n\n${SENTENCE}`],
    ['ko', `다음은 수정된 내레이션입니다:\n\n${SENTENCE}\n\n수정이 필요하시면 말씀해 주세요.`],
    ['en', `Here it is: ${SENTENCE} Let me know if you'd like changes.`],
    ['en', `Here you go!\n\n${SENTENCE}`],
    ['en', `Assistant: ${SENTENCE} (10 words)`],
    ['en', `Revised: ${SENTENCE}\n\nChanges made:\n- removed the direction\n- kept the number`],
    ['he', `הנה הטקסט:\n\n${SENTENCE}\n\nאשמח לעזור בעוד משהו.`],
    ['hi', `यह रहा पाठ:\n\n${SENTENCE}\n\nअगर कुछ और बदलना हो तो बताइए।`],
    ['no', `Her er teksten:\n\n${SENTENCE}\n\nGi beskjed hvis du vil ha endringer.`],
    ['de', `Hier ist der Text: ${SENTENCE} Sag Bescheid, wenn du Änderungen möchtest.`],
    ['es', `Aquí tienes:\n\n${SENTENCE} (10 palabras)`],
    ['th', `ได้เลยครับ นี่คือบทบรรยายที่แก้ไขแล้ว:\n\n${SENTENCE}`],
  ])('is announced and commented in %s: %j', (_language, reply) => {
    expect(read(reply)).toBe(SENTENCE);
    expect(readText(reply, false).removed).not.toEqual([]);
  });

  it.each([
    'Narration',
    '**Narration**',
    'Answer',
    'Final answer',
    'Erzähltext',
    'Narración',
    'Réponse',
    'Текст',
    '旁白',
    'ナレーション',
    '내레이션',
  ])('has the label "%s"', (label) => {
    expect(read(`${label}: ${SENTENCE}`)).toBe(SENTENCE);
  });

  it.each([
    `Option 1: ${SENTENCE}\n\nOption 2: ${OTHER}`,
    `Here are two options:\n\n**Option A:**\n${SENTENCE}\n\n**Option B:**\n${OTHER}\n\nLet me know which works best!`,
    `Variante 1: ${SENTENCE} Variante 2: ${OTHER}`,
    `方案一：${SENTENCE}\n\n方案二：${OTHER}`,
    `Draft: ${OTHER}\n\nFinal version: ${SENTENCE}`,
    `Draft 1: ${OTHER}\nDraft 2 (final): ${SENTENCE}`,
    `Entwurf 1: ${OTHER}\n\nEntwurf 2: ${SENTENCE}`,
    `Borrador: ${OTHER}\n\nVersión final: ${SENTENCE}`,
    `Option 1 (direct):\n"${SENTENCE}"\n\nOption 2 (playful):\n"${OTHER}"`,
    `Here are two options:\n\n1. ${SENTENCE}\n2. ${OTHER}`,
    `Here are a few versions:\n- ${SENTENCE}\n- ${OTHER}`,
    `Option 1 - ${SENTENCE}\nOption 2 - ${OTHER}`,
    `Option 1 – ${SENTENCE} Option 2 – ${OTHER}`,
    `First option: ${SENTENCE}\nSecond option: ${OTHER}`,
    `Option one: ${SENTENCE}\nOption two: ${OTHER}`,
    `1️⃣ ${SENTENCE}\n2️⃣ ${OTHER}`,
    `${SENTENCE}\n\nOr:\n\nO`,
    `${SENTENCE}\n\nAlternative version:\nO`,
    `${SENTENCE}\n\n(Alternative: ${OTHER})`,
    `A) ${SENTENCE}\nB) ${OTHER}`,
    `[Option 1] ${SENTENCE}\n[Option 2] ${OTHER}`,
    `Option 1:\n> ${SENTENCE}\n\nOption 2:\n> ${OTHER}`,
    `Primera opción: ${SENTENCE}\nSegunda opción: ${OTHER}`,
    `Première option : ${SENTENCE}\nDeuxième option : ${OTHER}`,
    `Option n° 1 : ${SENTENCE}\nOption n° 2 : ${OTHER}`,
    `Первый вариант: ${SENTENCE}\nВторой вариант: ${OTHER}`,
    `Варіант 1 — ${SENTENCE}\nВаріант 2 — ${OTHER}`,
    `الخيار الأول: ${SENTENCE}\nالخيار الثاني: ${OTHER}`,
    `گزینه ۱: ${SENTENCE}\nگزینه ۲: ${OTHER}`,
    `বিকল্প ১: ${SENTENCE}\nবিকল্প ২: ${OTHER}`,
    `विकल्प 1: ${SENTENCE}\nविकल्प 2: ${OTHER}`,
    `1. lehetőség: ${SENTENCE}\n2. lehetőség: ${OTHER}`,
    `パターンA：${SENTENCE}\nパターンB：${OTHER}`,
    `ตัวเลือกที่ 1: ${SENTENCE}\nตัวเลือกที่ 2: ${OTHER}`,
    `Phương án 1: ${SENTENCE}\nPhương án 2: ${OTHER}`,
    `אפשרות 1: ${SENTENCE}\nאפשרות 2: ${OTHER}`,
    `${SENTENCE}\n\n— Word count: 11`,
    `${SENTENCE} (10 words, about 4 seconds)`,
    `The narration: ${SENTENCE}`,
    `Scene 2 narration: ${SENTENCE}`,
    `"""${SENTENCE}"""`,
    `'''\n${SENTENCE}\n'''`,
    `\\boxed{${SENTENCE}}`,
    `Final answer: \\boxed{${SENTENCE}}`,
    `> ${SENTENCE}`,
    `${SENTENCE}\n\nEnjoy!`,
  ])('is one of several: %j', (reply) => {
    expect(read(reply)).toBe(SENTENCE);
  });
});

test.each([
  'Here is why nine bars matter: the puck resists.',
  'Here is the script of every bank robbery: wait, strike, run.',
  'In JSON you write {"name": "Ada"} and that is all.',
  'Option 1: buy. Option 2: rent. Choose.',
  'Let me know in the comments what you brew.',
  'Sure, you can buy a grinder. But should you?',
  'Version control: every change has a name.',
  'Title fight: Ali against Frazier.',
  'Step 1: grind. Step 2: tamp it down well. Step 3: pull.',
  'Of course nobody noticed.',
  'This is the scene: a pump, a puck, a cup.',
  'Hier ist der Grund: Das Wasser steht unter Druck.',
  'Aquí está el secreto: nueve bares.',
  'Voici pourquoi : neuf bars.',
  '"Stop," she said. "Listen."',
  'これが理由です。水は圧力をかけられます。',
  'これは台本のない旅です：始まりは朝。',
  '以下三点要记住：研磨、压粉、萃取。',
  'Вот почему: вода идёт под давлением.',
  'The <video> tag plays a film, and the <think> tag is what models write.',
  'Remember three things:\nGrind fine.\nTamp flat.\nPull slow.',
  'I hope it is worth it.',
  'Would you like it strong? Then grind finer.',
  "If you'd like a stronger cup, let me tell you how.",
  'The final answer was nine bars.',
  'Here it is: the perfect cup.',
  'Aquí está: la taza perfecta.',
  'Thought: the one thing that nobody sees. Then it is gone.',
  'He ran it for years (10 summers).',
])('"%s" stays as it is', (text) => {
  expect(readText(text, false)).toEqual({ text, removed: [] });
});

test('marks behind a label are its own, those of the text stay with it', () => {
  expect(read(`**Final version:** ${SENTENCE}`)).toBe(SENTENCE);
  expect(read('Draft: **A pump** pushes.\n\nFinal version:\n**A pump** pushes water.')).toBe(
    '**A pump** pushes water.',
  );
});

test('of a text that a limit has cut, what there is comes out of its wrapper', () => {
  expect(readText('```\nA hook. And the sec', true).text).toBe('A hook. And the sec');
  expect(readText('{"narration": "A \\"hook\\". And the sec', true).text).toBe('A "hook". And the sec');
});

test('a text of any script comes back from every wrapper, without half a character', () => {
  const wrappers: readonly ((text: string) => string)[] = [
    (text) => text,
    (text) => JSON.stringify({ narration: text }),
    (text) => `\`\`\`\n${text}\n\`\`\``,
    (text) => `<think>Hm</think>\n${text}`,
    (text) => `[THINK]Hm[/THINK]\n${text}`,
    (text) => `Here is the narration:\n\n${text}\n\nLet me know if you want any changes!`,
    (text) => `<narration>${text}</narration>`,
  ];
  const word = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 6 })
    .map((one) => one.replaceAll(/[^\p{L}\p{M}\p{Emoji_Presentation}]/gu, 'x'));
  const sentence = fc.array(word, { minLength: 3, maxLength: 12 }).map((words) => `X${words.join(' ')}.`);
  fc.assert(
    fc.property(sentence, fc.constantFrom(...wrappers), (text, wrap) => {
      expect(read(wrap(text))).toBe(text);
      expect(read(wrap(`${text.slice(0, -1)}\ud83d.`)).isWellFormed()).toBe(true);
    }),
  );
});
