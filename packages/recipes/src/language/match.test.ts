import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { matchLanguage, matchTitle } from './match.ts';
import { prepareLanguages } from './prepare-languages.ts';
import { foreignWord } from './scripts.ts';

beforeAll(() => prepareLanguages(['en']));

const samples: Readonly<Record<string, string>> = {
  en: 'A pump pushes hot water through a tightly packed puck of coffee at around nine bars, and that force pulls out oils that a drip machine never reaches.',
  de: 'Eine Pumpe presst heißes Wasser mit neun Bar durch das fein gemahlene Kaffeemehl, und so lösen sich Öle und Aromen, die kein Filter je erreicht.',
  es: 'Una bomba empuja el agua caliente a nueve bares a través del café molido, y esa fuerza extrae los aceites que una cafetera de filtro no alcanza.',
  fr: "Une pompe pousse l'eau chaude à travers le café finement moulu, et cette pression extrait des huiles que la cafetière à filtre ne peut pas atteindre.",
  ru: 'Насос проталкивает горячую воду через плотно утрамбованный кофе, и это давление вытягивает масла, которые обычная кофеварка никогда не достанет из зерна.',
  zh: '水泵以九巴的压力把热水推过压实的咖啡粉，这种力量萃取出滴滤机永远无法得到的油脂和香气，让一小杯咖啡拥有浓郁的味道。',
  ja: 'ポンプが九気圧でお湯を細かく挽いたコーヒーに押し通します。その力が、ドリップでは決して出せない油分と香りを引き出すのです。',
  ar: 'تدفع المضخة الماء الساخن عبر القهوة المطحونة بضغط عال، وهذه القوة تستخرج الزيوت التي لا تصل إليها آلة التقطير العادية في كل مرة من المرات.',
};

test.each(Object.keys(samples))('running text in %s is known, and not taken for another language', (language) => {
  const text = samples[language] ?? '';
  expect(matchLanguage(text, language).verdict).toBe('yes');
  for (const other of Object.keys(samples).filter((candidate) => candidate !== language)) {
    expect(matchLanguage(text, other)).toMatchObject({ verdict: 'no' });
  }
});

test('short texts and languages we do not know are unsure, never wrong', () => {
  expect(matchLanguage('Nine bars.', 'de').verdict).toBe('unsure');
  expect(matchLanguage('Sawubona mhlaba wami omuhle kakhulu', 'zu').verdict).toBe('unsure');
});

test('a region does not change the language', () => {
  expect(matchLanguage(samples.en ?? '', 'en-GB').verdict).toBe('yes');
});

test.each([
  ['Какая вода нужна для зелёного чая', 'uk', 'ru'],
  ['Яка вода потрібна для чаю', 'ru', 'uk'],
  ['Как заваривать чай без горечи и ошибки', 'be', 'ru'],
])('letters that a language does not have tell "%s" from %s', (text, language, found) => {
  expect(matchTitle(text, language)).toEqual({ verdict: 'no', found });
});

test.each([
  ['Яка вода потрібна для зеленого чаю', 'uk'],
  ['Какая вода нужна для зелёного чая', 'ru'],
  ['Ёлка: обзор', 'uk'],
  ['温泉旅行完全攻略', 'ja'],
  ['日本料理入門', 'ja'],
  ['घर पर रोटी', 'mr'],
])('"%s" may be in %s', (text, language) => {
  expect(matchTitle(text, language).verdict).not.toBe('no');
});

test('a script that a tag names is part of the language', () => {
  const serbian =
    'Зелени чај је горак јер је вода сувише врућа, а не зато што је лист лош или стар, кажу они који га пију.';
  expect(matchLanguage(serbian, 'sr').verdict).toBe('yes');
  expect(matchLanguage(serbian, 'sr-Latn').verdict).toBe('no');
});

test('a slip into another script is found, names in Latin letters are not', () => {
  expect(foreignWord('A cup of 浓郁 coffee', 'en')).toBe('浓郁');
  expect(foreignWord('用 Docker 部署', 'zh')).toBeUndefined();
  expect(foreignWord('Café crème — 9 bar, 25 µm', 'en')).toBeUndefined();
});

test.each([
  ['The grinder shapes the second sip in a cold kitchen', 'ru', 'en'],
  ['The grinder shapes the second sip in a cold kitchen', 'ja', 'en'],
  ['为什么你的面包发不起来', 'ja', 'zh'],
  ['這些錯誤你們都犯過嗎', 'ja', 'zh'],
  [
    'चहाची पाने उकळत्या पाण्यात टाकल्यावर काय होते आणि त्याची चव कशी बदलते हे आपण आज पाहणार आहोत, कारण पाणी सर्वात महत्त्वाचे आहे.',
    'hi',
    'mr',
  ],
  [
    'चाय की पत्ती में घास की महक हो सकती है या शहद की, और यह पानी तय करता है कि उसका स्वाद कैसा होगा और वह कितनी देर तक रहेगा.',
    'mr',
    'hi',
  ],
  ['Why the grind of your coffee is more than the machine', 'es', 'en'],
  ['Warum der Mahlgrad mehr ist als die Maschine', 'fr', 'de'],
  ['Por qué el café no es lo que tú crees', 'en', 'es'],
  ['It begins with the grinder. Beans are cut so fine that water cannot simply fall through.', 'es', 'en'],
  ['The pressure that makes espresso taste sweet', 'es', 'en'],
  ['Why Your Coffee Tastes Sour', 'de', 'en'],
  ['Nine bars of pressure', 'de', 'en'],
  ['How Espresso Works', 'hi', 'en'],
  ['Subscribe for more', 'ar', 'en'],
  ['Tudo começa com o moinho.', 'es', 'pt'],
  ['Proč je espresso kyselé', 'pl', 'cs'],
  ['Atsiprašau, bet negaliu padėti su šiuo prašymu.', 'en', 'lt'],
  ['چگونه اسپرسو کار می‌کند', 'ar', 'fa'],
])('"%s" is not in %s, short as it is, but in %s', (text, language, found) => {
  expect(matchTitle(text, language)).toEqual({ verdict: 'no', found });
});

test.each([
  ['iPhone 15 Pro Max vs Galaxy S24 Ultra', 'ru'],
  ['The Last of Us: por qué emociona tanto', 'es'],
  ['La casa de papel: why it works', 'en'],
  ['Die Hard', 'ja'],
  ['Crema, Puck und Portafilter', 'en'],
  ['Taylor Swift: The Eras Tour in Berlin', 'de'],
  ['Machine Learning mit Python und TensorFlow', 'de'],
  ['Café con leche y churros in Madrid', 'en'],
  ['Spider-Man: No Way Home', 'es'],
  ['The Last of Us', 'hi'],
  ['Lord of the Rings', 'ru'],
  ['iPhone 17 Pro 值得买吗', 'zh'],
  ['Hakuna Matata', 'de'],
])('"%s" may be in %s: names are of any language', (text, language) => {
  expect(matchTitle(text, language).verdict).not.toBe('no');
});

test('no prompt whose language is known is taken for one of another', () => {
  const { fitted, heldOut } = JSON.parse(
    readFileSync(new URL('__fixtures__/short-prompts.json', import.meta.url), 'utf8'),
  ) as Record<'fitted' | 'heldOut', Record<string, string[]>>;
  for (const [language, prompts] of [...Object.entries(fitted), ...Object.entries(heldOut)])
    for (const prompt of prompts) expect([prompt, matchTitle(prompt, language).verdict]).not.toEqual([prompt, 'no']);
});
