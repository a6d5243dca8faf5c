import { beforeAll, expect, test } from 'vitest';
import { loadLanguages } from '../language/load-languages.ts';
import { speakable, speechFlaws } from './speakable.ts';

/** A sentence in each language, and headings with their number in words that may stand before it. */
const headings: readonly (readonly [language: string, sentence: string, headings: readonly string[]])[] = [
  [
    'en',
    'Steam rises.',
    [
      'Scene One:',
      'Scene the first.',
      'SCENE TWO -',
      'Act Three:',
      'Scene number four:',
      'First scene:',
      'Scene II:',
      'Final scene:',
      'Segment two:',
      'Scene Twenty-One:',
    ],
  ],
  [
    'de',
    'Dampf steigt auf.',
    ['Szene eins:', 'Szene Zwei.', 'Erste Szene:', 'Dritter Akt.', 'Szene Nummer vier:', 'Akt IV –'],
  ],
  [
    'es',
    'El vapor sube.',
    ['Escena uno:', 'Escena primera.', 'Primera escena:', 'Acto segundo:', 'Escena número tres:', 'Escena final:'],
  ],
  [
    'fr',
    'La vapeur monte.',
    ['Scène un :', 'Scène première.', 'Première scène :', 'Acte deux :', 'Scène numéro trois :', 'Deuxième acte.'],
  ],
  ['it', 'Il vapore sale.', ['Scena uno:', 'Scena prima.', 'Prima scena:', 'Atto secondo:', 'Scena numero tre:']],
  [
    'pt',
    'O vapor sobe.',
    ['Cena um:', 'Cena primeira.', 'Primeira cena:', 'Ato dois:', 'Cena número três:', 'Cena final:'],
  ],
  ['ro', 'Aburul urcă.', ['Scena unu:', 'Scena întâi.', 'Prima scenă:', 'Scena a doua:', 'Actul trei:']],
  ['ca', 'El vapor puja.', ['Escena u:', 'Primera escena:', 'Escena primera.']],
  ['nl', 'De stoom stijgt.', ['Scène één:', 'Scène twee.', 'Eerste scène:', 'Derde bedrijf:']],
  ['sv', 'Ångan stiger.', ['Scen ett:', 'Scen två.', 'Första scen:', 'Akt tre:']],
  ['da', 'Dampen stiger.', ['Scene et:', 'Scene to.', 'Første scene:', 'Anden akt:']],
  ['nb', 'Dampen stiger.', ['Scene én:', 'Scene to.', 'Første scene:', 'Tredje akt:']],
  ['fi', 'Höyry nousee.', ['Kohtaus yksi:', 'Kohtaus kaksi.', 'Ensimmäinen kohtaus:', 'Toinen näytös:']],
  ['hu', 'A gőz felszáll.', ['Első jelenet:', 'Második felvonás.', 'Harmadik jelenet:', 'Jelenet egy:']],
  ['tr', 'Buhar yükselir.', ['Sahne bir:', 'Birinci sahne:', 'İkinci perde.', 'İlk sahne:']],
  ['az', 'Buxar qalxır.', ['Səhnə bir:', 'Birinci səhnə:']],
  ['pl', 'Para rośnie.', ['Scena pierwsza:', 'Scena druga.', 'Pierwsza scena:', 'Akt trzeci:', 'Scena jeden:']],
  ['cs', 'Pára stoupá.', ['Scéna první:', 'Druhá scéna.', 'Scéna jedna:', 'Třetí dějství:']],
  ['sk', 'Para stúpa.', ['Scéna prvá:', 'Druhá scéna.', 'Scéna jeden:']],
  ['sl', 'Para se dviga.', ['Prvi prizor:', 'Prizor drugi.', 'Scena ena:']],
  ['hr', 'Para se diže.', ['Prva scena:', 'Scena druga.', 'Prizor treći:']],
  ['sr', 'Пара се диже.', ['Прва сцена:', 'Сцена друга.', 'Чин трећи:']],
  [
    'ru',
    'Пар поднимается.',
    ['Сцена первая.', 'Сцена один:', 'Первая сцена:', 'Действие второе:', 'Сцена номер три:', 'Акт четвёртый.'],
  ],
  ['uk', 'Пара піднімається.', ['Сцена перша:', 'Перша сцена.', 'Дія друга:', 'Сцена один:']],
  ['bg', 'Парата се издига.', ['Сцена първа:', 'Първа сцена.', 'Действие второ:', 'Сцена едно:']],
  ['mk', 'Пареата се крева.', ['Прва сцена:', 'Сцена втора.']],
  ['el', 'Ο ατμός ανεβαίνει.', ['Σκηνή πρώτη:', 'Πρώτη σκηνή.', 'Σκηνή ένα:', 'Πράξη δεύτερη:', 'ΣΚΗΝΗ ΠΡΩΤΗ:']],
  ['ar', 'البخار يرتفع.', ['المشهد الأول:', 'المشهد الثاني.', 'المشهد الثالث:']],
  ['fa', 'بخار بالا می‌رود.', ['صحنه اول:', 'صحنهٔ دوم.', 'صحنه یک:', 'پرده سوم:']],
  ['ur', 'بھاپ اٹھتی ہے۔', ['پہلا منظر:', 'منظر ایک:', 'منظر دو۔']],
  ['he', 'האדים עולים.', ['סצנה ראשונה:', 'סצנה אחת:', 'תמונה שנייה.']],
  ['hi', 'भाप उठती है।', ['दृश्य एक:', 'पहला दृश्य:', 'दृश्य दो।', 'अंक तीन:', 'सीन नंबर चार:']],
  ['mr', 'वाफ वर जाते.', ['दृश्य एक:', 'पहिला अंक:', 'दृश्य दोन.']],
  ['bn', 'বাষ্প ওঠে।', ['দৃশ্য এক:', 'প্রথম দৃশ্য:', 'দৃশ্য দুই।']],
  ['ta', 'நீராவி எழுகிறது.', ['காட்சி ஒன்று:', 'முதல் காட்சி:', 'காட்சி இரண்டு.']],
  ['te', 'ఆవిరి పైకి లేస్తుంది.', ['దృశ్యం ఒకటి:', 'మొదటి దృశ్యం:']],
  ['gu', 'વરાળ ઊંચે જાય છે.', ['દૃશ્ય એક:', 'દૃશ્ય બે.']],
  ['id', 'Uap naik.', ['Adegan satu:', 'Adegan pertama.', 'Babak kedua:', 'Adegan Dua:']],
  ['ms', 'Wap naik.', ['Adegan satu:', 'Adegan pertama.', 'Babak kedua:']],
  ['sw', 'Mvuke unapanda.', ['Onyesho la kwanza:', 'Onyesho moja:', 'Tukio la pili.']],
  ['vi', 'Hơi nước bốc lên.', ['Cảnh một:', 'Cảnh thứ nhất.', 'Cảnh đầu tiên:', 'Hồi hai:']],
  ['th', 'ไอน้ำลอยขึ้น', ['ฉากที่หนึ่ง:', 'ฉากหนึ่ง:', 'ฉากแรก:', 'องก์ที่สอง:']],
  [
    'zh',
    '水开了。',
    ['第一幕：', '第一幕。', '第二场：', '场景一：', '第三个镜头：', '镜头二：', '第1幕：', '第十二幕\n'],
  ],
  [
    'ja',
    '水が沸く。',
    ['第一幕：', '第一場。', 'シーン一：', 'シーンその二：', '第三場面：', '一つ目のシーン：', '第2幕\n'],
  ],
  ['ko', '김이 오릅니다.', ['장면 하나:', '첫 번째 장면:', '제1막:', '제일막:', '두 번째 장면.', '씬 일:', '장면 이.']],
  ['hy', 'Գոլորշին բարձրանում է։', ['Տեսարան առաջին:', 'Առաջին տեսարան:']],
  ['ka', 'ორთქლი მაღლა ადის.', ['სცენა პირველი:', 'პირველი მოქმედება:']],
  ['lt', 'Garai kyla.', ['Pirma scena:', 'Scena antra.', 'Pirmas veiksmas:']],
  ['lv', 'Tvaiks ceļas.', ['Pirmā aina:', 'Aina otrā.', 'Pirmais cēliens:']],
  ['is', 'Gufan stígur upp.', ['Fyrsta atriði:', 'Atriði eitt.']],
  ['af', 'Die stoom styg.', ['Toneel een:', 'Eerste bedryf:']],
  ['kk', 'Бу көтеріледі.', ['Бірінші көрініс:', 'Көрініс бір.']],
];

const cases = headings.flatMap(([language, sentence, own]) =>
  own.map((heading) => [language, heading, sentence] as const),
);

beforeAll(() => loadLanguages([...new Set(headings.map(([language]) => language)), 'no']));

test.each(cases)('%s: "%s" is not spoken', (language, heading, sentence) => {
  const text = `${heading} ${sentence}`;
  expect(speakable(text, language)).toEqual({ text: sentence, removed: [heading.trim()], placeholders: [] });
  expect(speechFlaws(text, language).map(({ name, remedy }) => ({ name, remedy }))).toContainEqual({
    name: 'label',
    remedy: 'code',
  });
});

test.each([
  ['en', 'Scene One: The Kitchen\nSteam rises.', 'Steam rises.'],
  ['en', '**Scene One**\nSteam rises.', 'Steam rises.'],
  ['en', '## Act Two\nSteam rises.', 'Steam rises.'],
  ['de', 'Szene eins: Die Küche\nDampf steigt.', 'Dampf steigt.'],
  ['ru', 'Сцена первая: Кухня\nПар поднимается.', 'Пар поднимается.'],
  ['en', 'Narrator one: Steam rises.', 'Steam rises.'],
  ['en', 'Visual one: a kettle\nSteam rises.', 'Steam rises.'],
])('%s: a heading goes with its title: %s', (language, text, spoken) => {
  expect(speakable(text, language).text).toBe(spoken);
});

const speech: readonly (readonly [language: string, text: string])[] = [
  ['en', 'Part one of the job is cleaning.'],
  ['en', 'Part one: clean the tank.'],
  ['en', 'Step one: grind the beans.'],
  ['en', 'Scene one of the film was shot in Rome.'],
  ['en', 'Scene one took nine days, and scene two a morning.'],
  ['en', 'One scene. Ten takes. That was the whole day.'],
  ['en', 'The first scene: a man walks in and says nothing.'],
  ['en', 'First scene: the man walks in and says nothing.'],
  ['en', 'Act one. Act two. Act three. Every story has them.'],
  ['en', 'Act one: the setup. Act two: the fight. Act three: the end.'],
  ['en', 'Act one – the one that everybody forgets – is the longest.'],
  ['en', 'Act now: prices rise on Monday.'],
  ['en', 'Scenic: that is the word for this road.'],
  ['en', 'Chapter one opens at sea.'],
  ['de', 'Szene eins des Films entstand in Rom.'],
  ['de', 'Teil eins der Arbeit ist das Putzen.'],
  ['de', 'Aktiv: so bleibt man gesund.'],
  ['de', 'Akte: so heißt das Papier.'],
  ['de', 'Die erste Szene: ein Mann kommt herein.'],
  ['es', 'La primera escena es la mejor de todas.'],
  ['es', 'Escena uno y escena dos se rodaron juntas.'],
  ['fr', 'La scène un a été tournée à Rome.'],
  ['fr', 'Acte manqué : un mot de Freud.'],
  ['ru', 'Сцена первая снималась в Риме.'],
  ['ru', 'Действие: вот что важно.'],
  ['pl', 'Scena pierwsza powstała w Rzymie.'],
  ['zh', '第一幕在罗马拍摄。'],
  ['zh', '第一章：出发。'],
  ['zh', '第一部分是清洁。'],
  ['zh', '场景一共有三个。'],
  ['ja', '第一幕はローマで撮影されました。'],
  ['ko', '첫 번째 장면은 로마에서 찍었습니다.'],
  ['th', 'ฉากแรกถ่ายทำที่กรุงโรม'],
  ['hi', 'पहला दृश्य रोम में फिल्माया गया।'],
  ['ar', 'المشهد الأول صُوِّر في روما.'],
  ['tr', 'İlk sahne Roma’da çekildi.'],
  ['id', 'Adegan pertama diambil di Roma.'],
  ['vi', 'Cảnh một được quay ở Rome.'],
  ['fi', 'Ensimmäinen kohtaus kuvattiin Roomassa.'],
  ['hu', 'Az első jelenet Rómában készült.'],
];

test.each(speech)('%s: "%s" stays as it is', (language, text) => {
  expect(speakable(text, language)).toEqual({ text, removed: [], placeholders: [] });
  expect(speechFlaws(text, language)).toEqual([]);
});
