import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { textIn, wordIn, worldScripts } from '../testing/texts-of-the-world.ts';
import { fixSpeech, speakable, speechFlaws } from './speakable.ts';
import { loadStageWords, stageLanguages } from './stage-words/patterns.ts';
import { words } from './words.ts';

beforeAll(loadStageWords);

const marked: readonly (readonly [flaw: string, text: string, fixed: string])[] = [
  ['code_fence', '```\nSteam rises.\n```', 'Steam rises.'],
  ['markdown_emphasis', 'This is **nine** bars.', 'This is nine bars.'],
  ['markdown_emphasis', 'Das ist *wirklich* so.', 'Das ist wirklich so.'],
  ['markdown_emphasis', '这是**真的**很好。', '这是真的很好。'],
  ['markdown_mark', 'Ein **bill**iger Kocher.', 'Ein billiger Kocher.'],
  ['markdown_mark', '**O cesto **de aço.', 'O cesto de aço.'],
  ['markdown_heading', '## Pressure', 'Pressure'],
  ['markdown_list', '- Grind.\n- Tamp.', 'Grind. Tamp.'],
  ['markdown_link', 'See [the guide](https://a.example).', 'See the guide.'],
  ['html_tag', '<b>Steam</b> rises.', 'Steam rises.'],
  ['html_tag', 'Steam rises.<br>Then it falls.', 'Steam rises. Then it falls.'],
  ['hashtag', 'Love #coffee', 'Love coffee'],
];

test.each(marked)('a %s is found and fixed, words stay: %s', (flaw, text, fixed) => {
  expect(speechFlaws(text).map(({ name }) => name)).toContain(flaw);
  expect(speakable(text)).toEqual({ text: fixed, removed: [], placeholders: [] });
});

const directed: readonly (readonly [language: string, text: string, spoken: string, removed: readonly string[]])[] = [
  ['en', '*upbeat music plays* Steam rises.', 'Steam rises.', ['*upbeat music plays*']],
  ['en', '(chuckles) Steam rises.', 'Steam rises.', ['(chuckles)']],
  ['en', 'Host 1: Steam rises.', 'Steam rises.', ['Host 1:']],
  ['en', 'Narrator (V.O.): Steam rises.', 'Steam rises.', ['Narrator (V.O.):']],
  ['en', '0:05 - 0:12 Steam rises.', 'Steam rises.', ['0:05 - 0:12']],
  ['es', '0:05 - 0:12 pierde su olor.', 'pierde su olor.', ['0:05 - 0:12']],
  ['en', 'Visual: close-up\nSteam rises.', 'Steam rises.', ['Visual: close-up']],
  ['en', 'INT. KITCHEN - DAY\nSteam rises.', 'Steam rises.', ['INT. KITCHEN - DAY']],
  ['en', '## Pressure\nSteam rises.', 'Steam rises.', ['## Pressure']],
  ['en', '1. Grind.\n2. Tamp.', 'Grind. Tamp.', ['1.', '2.']],
  ['en', '[music swells] Steam rises.', 'Steam rises.', ['[music swells]']],
  ['en', 'Steam rises (pause) and falls.', 'Steam rises and falls.', ['(pause)']],
  ['en', '♪ slow jazz ♪ Steam rises. #coffee #latte', 'Steam rises.', ['♪ slow jazz ♪', '#coffee #latte']],
  ['en', 'Anna: Hello.\nBen: Hi.\nAnna: Bye.', 'Hello. Hi. Bye.', ['Anna:', 'Ben:', 'Anna:']],
  ['en', '<think>Let me see.</think>Steam rises.', 'Steam rises.', ['<think>Let me see.</think>']],
  ['es', '(Risas) El vapor sube.', 'El vapor sube.', ['(Risas)']],
  ['es', 'Locutor: El vapor sube.', 'El vapor sube.', ['Locutor:']],
  ['pt', '[Música animada] O vapor sobe.', 'O vapor sobe.', ['[Música animada]']],
  ['fr', 'Narratrice : La vapeur monte. (Rires)', 'La vapeur monte.', ['Narratrice :', '(Rires)']],
  ['de', 'Erzähler: Dampf steigt. (lacht) Und fällt.', 'Dampf steigt. Und fällt.', ['Erzähler:', '(lacht)']],
  ['de', '*Musik spielt leise* Dampf steigt.', 'Dampf steigt.', ['*Musik spielt leise*']],
  ['tr', 'Sunucu: Buhar yükselir. (gülerek)', 'Buhar yükselir.', ['Sunucu:', '(gülerek)']],
  ['pl', 'Prowadzący: Para rośnie. (śmiech)', 'Para rośnie.', ['Prowadzący:', '(śmiech)']],
  ['ru', 'Диктор: Пар поднимается. (смеётся)', 'Пар поднимается.', ['Диктор:', '(смеётся)']],
  ['el', '(γέλια) Ο ατμός ανεβαίνει.', 'Ο ατμός ανεβαίνει.', ['(γέλια)']],
  ['ar', 'الراوي: البخار يرتفع. (ضحك)', 'البخار يرتفع.', ['الراوي:', '(ضحك)']],
  ['he', 'קריין: האדים עולים. (צחוק)', 'האדים עולים.', ['קריין:', '(צחוק)']],
  ['hi', '(हँसते हुए) भाप उठती है।', 'भाप उठती है।', ['(हँसते हुए)']],
  ['vi', 'Cảnh 1: Hơi nước bốc lên. (cười)', 'Hơi nước bốc lên.', ['Cảnh 1:', '(cười)']],
  ['zh', '（镜头切换）水开了。', '水开了。', ['（镜头切换）']],
  ['zh', '旁白：水开了。', '水开了。', ['旁白：']],
  ['ja', 'ナレーター：水が沸く。（笑）', '水が沸く。', ['ナレーター：', '（笑）']],
  ['ja', '「拍手」水が沸く。【BGMが流れる】', '水が沸く。', ['「拍手」', '【BGMが流れる】']],
  ['ko', '진행자 1: 김이 오릅니다. (웃음)', '김이 오릅니다.', ['진행자 1:', '(웃음)']],
  ['th', '(เสียงหัวเราะ) ไอน้ำลอยขึ้น', 'ไอน้ำลอยขึ้น', ['(เสียงหัวเราะ)']],
  ['en', '1\n00:00:05,000 --> 00:00:12,000\nSteam rises.', 'Steam rises.', ['1\n00:00:05,000 --> 00:00:12,000']],
  ['en', 'V/O: Steam rises. (SFX: whoosh)', 'Steam rises.', ['V/O:', '(SFX: whoosh)']],
  ['en', 'Scene 1 – Steam rises.', 'Steam rises.', ['Scene 1 –']],
  ['en', '~laughs softly~ Steam rises.', 'Steam rises.', ['~laughs softly~']],
  ['en', 'Host 1: steam rises.', 'steam rises.', ['Host 1:']],
  ['de', '***seufzt tief* Dampf steigt.', 'Dampf steigt.', ['***seufzt tief*']],
  ['en', 'Music: upbeat electronic\nSteam rises.', 'Steam rises.', ['Music: upbeat electronic']],
  ['en', 'Visual: A barista pours milk.\nSteam rises.', 'Steam rises.', ['Visual: A barista pours milk.']],
  [
    'en',
    'Image: A barista pours milk.\nNarrator: Steam rises.',
    'Steam rises.',
    ['Image: A barista pours milk.', 'Narrator:'],
  ],
  ['en', 'Steam <pause> rises. <music>', 'Steam rises.', ['<pause>', '<music>']],
  ['fr', '(Musique : douce) La vapeur monte.', 'La vapeur monte.', ['(Musique : douce)']],
  ['nl', 'SPREKER – De stoom stijgt.', 'De stoom stijgt.', ['SPREKER –']],
  ['sl', 'Pripovedovalka: Para se dviga.', 'Para se dviga.', ['Pripovedovalka:']],
  ['ja', 'M：明るい曲\n水が沸く。', '水が沸く。', ['M：明るい曲']],
  ['ja', '〈効果音〉水が沸く。', '水が沸く。', ['〈効果音〉']],
  ['ja', '（効果音：ドアの音）水が沸く。', '水が沸く。', ['（効果音：ドアの音）']],
  ['pl', 'Scena 1. Para rośnie.', 'Para rośnie.', ['Scena 1.']],
  ['hi', 'दृश्य १। भाप उठती है।', 'भाप उठती है।', ['दृश्य १।']],
  ['zh', '场景1。水开了。', '水开了。', ['场景1。']],
  ['hu', '1. jelenet: A gőz felszáll.', 'A gőz felszáll.', ['1. jelenet:']],
  ['tr', '2. Sahne\nBuhar yükselir.', 'Buhar yükselir.', ['2. Sahne']],
  ['el', 'ΣΚΗΝΗ 1 – Ο ατμός ανεβαίνει.', 'Ο ατμός ανεβαίνει.', ['ΣΚΗΝΗ 1 –']],
  ['ko', 'S#1. 김이 오릅니다.', '김이 오릅니다.', ['S#1.']],
  ['ko', '남자 성우: 김이 오릅니다.', '김이 오릅니다.', ['남자 성우:']],
  ['th', 'เสียงพากย์หญิง: ไอน้ำลอยขึ้น', 'ไอน้ำลอยขึ้น', ['เสียงพากย์หญิง:']],
  ['uk', 'Чоловічий голос: Пара піднімається.', 'Пара піднімається.', ['Чоловічий голос:']],
  ['sw', 'Msimulizi: Mvuke unapanda. (anacheka)', 'Mvuke unapanda.', ['Msimulizi:', '(anacheka)']],
  [
    'sw',
    'Sauti ya mwanamke: Mvuke unapanda. [Muziki unaanza]',
    'Mvuke unapanda.',
    ['Sauti ya mwanamke:', '[Muziki unaanza]'],
  ],
  ['af', 'Verteller: Die stoom styg. (lag)', 'Die stoom styg.', ['Verteller:', '(lag)']],
  ['vi', 'Giọng nữ: Hơi nước bốc lên.', 'Hơi nước bốc lên.', ['Giọng nữ:']],
  ['lt', '(juokiasi) Garai kyla.', 'Garai kyla.', ['(juokiasi)']],
  ['lt', 'Pasakotojas: Garai kyla. [Rami muzika]', 'Garai kyla.', ['Pasakotojas:', '[Rami muzika]']],
  ['lv', 'Stāstītāja: Tvaiks ceļas. (nopūšas)', 'Tvaiks ceļas.', ['Stāstītāja:', '(nopūšas)']],
  ['et', 'Jutustaja: Aur tõuseb. (naerab)', 'Aur tõuseb.', ['Jutustaja:', '(naerab)']],
  ['is', 'Sögumaður: Gufan rís. (andvarpar)', 'Gufan rís.', ['Sögumaður:', '(andvarpar)']],
  ['az', 'Aparıcı: Buxar qalxır. (gülür)', 'Buxar qalxır.', ['Aparıcı:', '(gülür)']],
  ['kk', 'Диктор: Бу көтеріледі. (күрсінеді)', 'Бу көтеріледі.', ['Диктор:', '(күрсінеді)']],
  ['ka', 'მთხრობელი: ორთქლი მაღლა ადის. (იცინის)', 'ორთქლი მაღლა ადის.', ['მთხრობელი:', '(იცინის)']],
  ['hy', 'Պատմող: Գոլորշին բարձրանում է։ (ծիծաղ)', 'Գոլորշին բարձրանում է։', ['Պատմող:', '(ծիծաղ)']],
  ['mr', 'निवेदक: वाफ वर जाते. (हसत)', 'वाफ वर जाते.', ['निवेदक:', '(हसत)']],
  ['gu', 'સૂત્રધાર: વરાળ ઉપર જાય છે. (હસીને)', 'વરાળ ઉપર જાય છે.', ['સૂત્રધાર:', '(હસીને)']],
  ['te', 'వ్యాఖ్యాత: ఆవిరి పైకి లేస్తుంది. (నవ్వుతూ)', 'ఆవిరి పైకి లేస్తుంది.', ['వ్యాఖ్యాత:', '(నవ్వుతూ)']],
  ['kn', 'ನಿರೂಪಕ: ಆವಿ ಮೇಲೇರುತ್ತದೆ. (ನಗುತ್ತಾ)', 'ಆವಿ ಮೇಲೇರುತ್ತದೆ.', ['ನಿರೂಪಕ:', '(ನಗುತ್ತಾ)']],
  ['ml', 'ആഖ്യാതാവ്: ആവി ഉയരുന്നു. (ചിരിക്കുന്നു)', 'ആവി ഉയരുന്നു.', ['ആഖ്യാതാവ്:', '(ചിരിക്കുന്നു)']],
];

test.each(directed)('what is not for the voice goes and is told, %s: %s', (language, text, spoken, removed) => {
  const result = speakable(text, language);
  expect({ text: result.text, removed: result.removed.toSorted() }).toEqual({
    text: spoken,
    removed: removed.toSorted(),
  });
  expect(speakable(text).text).toBe(spoken);
});

test('every language that the directions are known in has a set of its own', () => {
  expect(stageLanguages().length).toBeGreaterThanOrEqual(30);
});

const speech: readonly (readonly [language: string, text: string])[] = [
  ['en', 'Nine bars (about 130 psi) press.'],
  ['en', 'The A* algorithm finds it.'],
  ['en', 'The <video> tag plays, and </video> ends it.'],
  ['en', 'The text between <p> and </p> is one paragraph.'],
  ['en', '24: Live Another Day is back.'],
  ['en', '3:10 to Yuma is a film.'],
  ['en', 'Use C#, #1 and **kwargs in __init__.'],
  ['en', 'A 16:9 picture.'],
  ['en', 'Step 1: Grind the beans.'],
  ['en', 'Open from 9:00 - 17:00.'],
  ['en', 'He studied it (music theory) there.'],
  ['en', '(Almost) everything works, and List<String> too.'],
  ['en', 'Super Bowl XXX was fun. (It really was.)'],
  ['de', '8. Mai 1945: In Berlin endet der Krieg.'],
  ['de', '9:00 – 17:00 Uhr gilt. Johannes 3:16 und 3:0 auch.'],
  ['de', 'Sie lacht (und weint) oft.'],
  ['fi', '3. Beethovenin sinfonia soi.'],
  ['es', 'Trabajan (sin pausa) todo el día.'],
  ['fr', 'Il vient (sans bruit) tard.'],
  ['zh', '他研究它（音乐剧）很久，压力是九巴（约130磅）。'],
  ['ja', '「拍手」という言葉、圧力は九バール（約130psi）です。'],
  ['ja', '二〇〇八年の話です。'],
  ['he', 'הגובה (בערך מטר) נמוך.'],
  ['ar', 'الضغط (حوالي تسعة) عال.'],
  ['en', 'Music: the one language that needs no words.'],
  ['en', 'Sound: it travels at 343 metres a second.'],
  ['en', 'Man: a species that cooks its food.'],
  ['en', 'Opening: the French Defence starts with e4 e6.'],
  ['en', 'M*A*S*H ran for years, f*ck is censored, a*b and 2*3 are products.'],
  ['en', 'A man – a plan – a canal.'],
  ['en', 'The <link> tag and the <sound> tag.'],
  ['de', 'Musik: das ist Mathematik für die Ohren.'],
  ['de', 'Mann: ein Wort mit vier Buchstaben.'],
  ['fr', 'Image : ce que le monde voit de vous. Pourquoi ? Voici !'],
  ['fr', 'Homme : du latin homo.'],
  ['es', 'Lugar: Sevilla. Año: 1929.'],
  ['pl', 'Muzyka: to matematyka dla uszu.'],
  ['lt', 'Muzika: tai kalba be žodžių.'],
  ['kk', 'Музыка: сөзсіз тіл.'],
  ['ka', 'ის მღერის (და ტირის) ხშირად.'],
  ['te', 'సంగీతం: మాటలు లేని భాష.'],
  ['tr', 'Ses: bir dalga. Müzik: sesin planlı hâli.'],
  ['ru', 'Музыка: язык без слов.'],
  ['ar', 'الصورة: ما يراه الناس.'],
  ['hi', 'ध्वनि: एक तरंग है।'],
  ['ko', '음악: 모두의 언어입니다.'],
  ['ja', '音楽：世界の言葉です。'],
  ['zh', '画面：比文字更有力。'],
  ['zh', '《红楼梦》很长，〈音乐〉是杂志里的一篇。'],
  ['vi', 'Nam: một từ. Nữ: một từ khác.'],
  ['en', 'Opening 1. e4 is the most played of all.'],
  ['en', 'Our #1 tip. Set MAX_VALUE and HTTP_HOST.'],
];

test.each(speech)('speech stays as it is, %s: %s', (language, text) => {
  expect(speakable(text, language)).toEqual({ text, removed: [], placeholders: [] });
  expect(speechFlaws(text, language)).toEqual([]);
});

const gaps: readonly (readonly [language: string, text: string, gap: string])[] = [
  ['en', 'Welcome back to [Channel Name], where we brew.', '[Channel Name]'],
  ['en', 'Visit {link} today.', '{link}'],
  ['en', 'Hi, I am <your name>.', '<your name>'],
  ['en', 'Hi, I am XXX.', 'XXX'],
  ['en', '[Insert name here] says hi.', '[Insert name here]'],
  ['es', 'Bienvenidos a [Nombre del canal], hoy.', '[Nombre del canal]'],
  ['pt', 'Bem-vindo ao [Nome do Canal]!', '[Nome do Canal]'],
  ['ru', 'Добро пожаловать на [название канала]!', '[название канала]'],
  ['zh', '欢迎来到【频道名称】，今天聊咖啡。', '【频道名称】'],
  ['ja', '〇〇さん、こんにちは。', '〇〇'],
  ['zh', '订阅XXX频道。', 'XXX'],
  ['en', 'Get it now: <link>.', '<link>'],
  ['en', 'Get it now: LINK_HERE.', 'LINK_HERE'],
  ['en', 'Subscribe to 【チャンネル名】 now.', '【チャンネル名】'],
  ['en', 'Abonniere [Kanalname] now.', '[Kanalname]'],
  ['sw', 'Jiunge na [Jina la Kituo] leo.', '[Jina la Kituo]'],
  ['lt', 'Sveiki atvykę į [Kanalo pavadinimas] šiandien.', '[Kanalo pavadinimas]'],
  ['ka', 'გამოიწერეთ [არხის სახელი] დღესვე.', '[არხის სახელი]'],
  ['te', '[ఛానెల్ పేరు] కు స్వాగతం.', '[ఛానెల్ పేరు]'],
  ['tr', 'Abone ol: KANAL_ADI.', 'KANAL_ADI'],
  ['es', 'Suscríbete a NOMBRE_DEL_CANAL hoy.', 'NOMBRE_DEL_CANAL'],
];

test.each(gaps)('a gap that nobody filled stays and is told, %s: %s', (language, text, gap) => {
  expect(speakable(text, language)).toEqual({ text, removed: [], placeholders: [gap] });
  expect(speechFlaws(text, language)).toEqual([{ name: 'placeholder', excerpt: gap, remedy: 'model' }]);
});

test('an address is found but left to be written anew, because words would be lost', () => {
  const [flaw] = speechFlaws('Go to https://a.example/b now.');
  expect(flaw).toEqual({ name: 'url', excerpt: 'https://a.example/b', remedy: 'model' });
  expect(speechFlaws('Go to bit.ly/x or write to me@a.example.').map(({ excerpt }) => excerpt)).toEqual([
    'bit.ly/x',
    'me@a.example',
  ]);
});

test('what may be a direction is asked about first, and taken away where that did not help', () => {
  const text = 'Then he left. (door slams) Silence fell.';
  expect(speechFlaws(text)).toEqual([{ name: 'stage_direction', excerpt: '(door slams)', remedy: 'either' }]);
  expect(speakable(text).text).toBe(text);
  expect(speakable(text, 'en', { insistent: true })).toEqual({
    text: 'Then he left. Silence fell.',
    removed: ['(door slams)'],
    placeholders: [],
  });
});

test('a voice with a small letter behind it is asked about, unless it says what the word means', () => {
  expect(speechFlaws('Locutor: esconde una nota de naranja.', 'es')).toEqual([
    { name: 'label', excerpt: 'Locutor:', remedy: 'either' },
  ]);
  expect(speechFlaws('Locutor: el que habla en la radio.', 'es')).toEqual([]);
});

test.each([
  ['en', '"Narrator": "Steam rises."', 'Steam rises.'],
  ['es', '«Locutora»: «Sube el vapor.»', 'Sube el vapor.'],
  ['ru', '"Диктор": "Пар поднимается."', 'Пар поднимается.'],
  ['en', '(Word count: 45) Steam rises.', 'Steam rises.'],
  ['en', 'Steam rises. (about 45 words)', 'Steam rises.'],
  ['de', 'Dampf steigt auf. (45 Wörter)', 'Dampf steigt auf.'],
  ['zh', '蒸汽升起。（约120字）', '蒸汽升起。'],
  ['ja', '湯気が立つ。（120文字）', '湯気が立つ。'],
  ['ru', 'Пар поднимается. (45 слов)', 'Пар поднимается.'],
  ['en', 'A haiku (17 words) is short.', 'A haiku (17 words) is short.'],
])('labels in quotation marks and lengths of texts are not for the voice, %s: %s', (language, text, spoken) => {
  expect(speakable(text, language).text).toBe(spoken);
});

test.each([
  ['en', 'He wrote: [I] will go.', 'He wrote: I will go.'],
  ['de', 'Er sagt, [der Hund] bellt.', 'Er sagt, der Hund bellt.'],
  ['ko', '남자: 김이 오릅니다.', '김이 오릅니다.'],
  ['zh', '女：水开了。', '水开了。'],
])('what may be speech is asked about, and given up where it comes again, %s: %s', (language, text, spoken) => {
  expect(speechFlaws(text, language).map(({ remedy }) => remedy)).toEqual(['either']);
  expect(speakable(text, language).removed).toEqual([]);
  expect(speakable(text, language, { insistent: true }).text).toBe(spoken);
});

test('quotation marks go from around the whole and stay inside', () => {
  expect(fixSpeech('"Steam rises."')).toBe('Steam rises.');
  expect(fixSpeech('"No," she said, "never."')).toBe('"No," she said, "never."');
});

const noise = fc.array(
  fc.oneof(
    fc.constantFrom(...worldScripts).chain(wordIn),
    fc.constantFrom(
      '**',
      '*',
      '[x]',
      '# ',
      '\n',
      '- ',
      '(pause)',
      '😀',
      '1. ',
      '"',
      'Host: ',
      '<b>',
      '`',
      '_a_',
      '>',
      '.',
      '（',
      '）',
      '♪',
      '{a}',
      '0:05',
      'Visual:',
      '#a',
    ),
  ),
  { maxLength: 20 },
);

test('what was fixed has only flaws that words would be lost with, and fixing it again changes nothing', () => {
  fc.assert(
    fc.property(
      noise.map((parts) => parts.join(' ')),
      (text) => {
        const fixed = fixSpeech(text);
        expect(speechFlaws(fixed).filter(({ remedy }) => remedy === 'code')).toEqual([]);
        expect(fixSpeech(fixed)).toBe(fixed);
      },
    ),
  );
});

/** How often each word stands in a text. */
function wordCounts(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words(text.normalize('NFC')).filter((part) => /\p{L}/u.test(part)))
    counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

test('no word goes without being told', () => {
  fc.assert(
    fc.property(
      noise.map((parts) => parts.join(' ')),
      (text) => {
        const { text: spoken, removed } = speakable(text);
        const after = wordCounts(spoken);
        const told = wordCounts(removed.join('\n'));
        for (const [word, count] of wordCounts(text.replace(/<[^>]*>/g, ' ')))
          expect((after.get(word) ?? 0) + (told.get(word) ?? 0)).toBeGreaterThanOrEqual(count);
      },
    ),
  );
});

test.each(worldScripts)('running text in %s loses no word', (script) => {
  fc.assert(
    fc.property(textIn(script), (text) => {
      const { text: spoken, removed } = speakable(text);
      expect(wordCounts(`${spoken}\n${removed.join('\n')}`)).toEqual(wordCounts(text));
    }),
  );
});
