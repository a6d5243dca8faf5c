import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { loadLanguages } from '../../language/load-languages.ts';
import { inputFor } from '../../testing/input-for.ts';
import { worldText } from '../../testing/texts-of-the-world.ts';
import { metadataOperation } from '../kind.ts';
import type { MetadataInput } from '../schema.ts';
import { plainText } from './plain-text.ts';

beforeAll(() => loadLanguages(['en']));

function inputOf(body: Record<string, unknown> = {}): MetadataInput {
  return inputFor(metadataOperation, { content: 'Nine bars of pressure.', language: 'en', ...body });
}

const english = inputOf();

test.each([
  ['Why grind size is the #1 espresso problem', 'Why grind size is the #1 espresso problem'],
  ['C# tutorial: F# next', 'C# tutorial: F# next'],
  ['Three ways to end #EspressoFail', 'Three ways to end #EspressoFail'],
  ['Why espresso needs nine bars #espresso', 'Why espresso needs nine bars'],
  ['What happens in thirty seconds? #espresso #coffee', 'What happens in thirty seconds?'],
  ['Title: "Espresso turns sour"', 'Espresso turns sour'],
  ['**Title:** "How Espresso *Really* Works" 🔥', 'How Espresso Really Works'],
  ['24: Live Another Day', '24: Live Another Day'],
  ['3. What happens in thirty seconds?', 'What happens in thirty seconds?'],
  ['1️⃣ Grind finer ⚙️', '1 Grind finer'],
  ['Half of a \ud83d title \udc00', 'Half of a title'],
  ['The A* algorithm and **kwargs', 'The A* algorithm and **kwargs'],
  ['Node.js vs .NET', 'Node.js vs .NET'],
  [', and then the crema', 'and then the crema'],
  ['Título: «Por qué el espresso sale ácido»', 'Por qué el espresso sale ácido'],
  ['Video Title - How Espresso Works', 'How Espresso Works'],
  ['"Title": "How Espresso Works"', 'How Espresso Works'],
  ['"Title: How Espresso Works"', 'How Espresso Works'],
  ['Title\nHow Espresso Works', 'How Espresso Works'],
  ['[Title] How Espresso Works', 'How Espresso Works'],
  ['Suggested YouTube title — How Espresso Works', 'How Espresso Works'],
  ['Title #2: How Espresso Works', 'How Espresso Works'],
  ['Título del vídeo – Cómo funciona el espresso', 'Cómo funciona el espresso'],
  ['Titre de la vidéo : Comment marche l’espresso', 'Comment marche l’espresso'],
  ['Titre proposé - Comment marche l’espresso', 'Comment marche l’espresso'],
  ['Título do vídeo: Como funciona o espresso', 'Como funciona o espresso'],
  ['Titolo del video - Come funziona l’espresso', 'Come funziona l’espresso'],
  ['Videotitel – Wie Espresso entsteht', 'Wie Espresso entsteht'],
  ['„Titel“: „Wie Espresso entsteht“', 'Wie Espresso entsteht'],
  ['Titelvorschlag: Wie Espresso entsteht', 'Wie Espresso entsteht'],
  ['Tytuł filmu – Jak powstaje espresso', 'Jak powstaje espresso'],
  ['Název videa: Jak vzniká espresso', 'Jak vzniká espresso'],
  ['Название видео — Как работает эспрессо', 'Как работает эспрессо'],
  ['«Заголовок»: «Как работает эспрессо»', 'Как работает эспрессо'],
  ['Назва відео – Як працює еспресо', 'Як працює еспресо'],
  ['A videó címe: Hogyan készül az eszpresszó', 'Hogyan készül az eszpresszó'],
  ['Video başlığı – Espresso nasıl yapılır', 'Espresso nasıl yapılır'],
  ['عنوان الفيديو: كيف يعمل الإسبريسو', 'كيف يعمل الإسبريسو'],
  ['כותרת הסרטון – איך עובד אספרסו', 'איך עובד אספרסו'],
  ['वीडियो का शीर्षक: एस्प्रेसो कैसे बनता है', 'एस्प्रेसो कैसे बनता है'],
  ['ভিডিওর শিরোনাম – এসপ্রেসো কীভাবে তৈরি হয়', 'এসপ্রেসো কীভাবে তৈরি হয়'],
  ['Tiêu đề video: Espresso hoạt động ra sao', 'Espresso hoạt động ra sao'],
  ['Judul video - Cara kerja espresso', 'Cara kerja espresso'],
  ['【标题】浓缩咖啡的原理', '浓缩咖啡的原理'],
  ['视频标题——浓缩咖啡的原理', '浓缩咖啡的原理'],
  ['動画のタイトル：エスプレッソの仕組み', 'エスプレッソの仕組み'],
  ['영상 제목 - 에스프레소의 원리', '에스프레소의 원리'],
  ['ชื่อวิดีโอ: เอสเปรสโซทำงานอย่างไร', 'เอสเปรสโซทำงานอย่างไร'],
  ['Option 1: How Espresso Works', 'How Espresso Works'],
  ['Opción 2: Cómo funciona el espresso', 'Cómo funciona el espresso'],
  ['Вариант 3: Как работает эспрессо', 'Как работает эспрессо'],
  ['選項1：濃縮咖啡的原理', '濃縮咖啡的原理'],
  ['الخيار 1: كيف يعمل الإسبريسو', 'كيف يعمل الإسبريسو'],
  ['Option: Put or Call?', 'Option: Put or Call?'],
  ['Why espresso turns sour Why espresso turns sour Why espresso turns sour', 'Why espresso turns sour'],
  [
    'なぜエスプレッソは酸っぱくなるのか、それが問題 / なぜエスプレッソは酸っぱくなるのか、それが問題',
    'なぜエスプレッソは酸っぱくなるのか、それが問題',
  ],
  ['New York, New York', 'New York, New York'],
  ['Title IX: What It Means', 'Title IX: What It Means'],
  ['Titles - do they matter?', 'Titles - do they matter?'],
  ['Keywords – how to find them', 'Keywords – how to find them'],
  ['Title-winning goals of 2024', 'Title-winning goals of 2024'],
  ['Titel 2: Warum Espresso sauer wird.', 'Warum Espresso sauer wird'],
  ['标题：「浓缩咖啡为什么会酸」', '浓缩咖啡为什么会酸'],
  ['শিরোনাম: "এসপ্রেসো কেন টক"', 'এসপ্রেসো কেন টক'],
  ['Antraštė: „Kodėl kava rūgšti“', 'Kodėl kava rūgšti'],
  ['タイトル：エスプレッソの仕組み ☕', 'エスプレッソの仕組み'],
  ['Заголовок: «Почему эспрессо кислит» #кофе', 'Почему эспрессо кислит'],
  ["Titel: 'Espresso wordt zuur'", 'Espresso wordt zuur'],
  ['Titel: ”Espresson blir sur”', 'Espresson blir sur'],
  ['Название видео: Почему кисло', 'Почему кисло'],
  ['タイトル案1：なぜ酸っぱいのか', 'なぜ酸っぱいのか'],
  ['<b>Why</b> espresso turns sour', 'Why espresso turns sour'],
  ['Why espresso turns sour [Full Guide]', 'Why espresso turns sour [Full Guide]'],
  ['[4K] A walk in Tokyo [Part 2]', '[4K] A walk in Tokyo [Part 2]'],
  ['【検証】コーヒーは[何度]が良い？', '【検証】コーヒーは[何度]が良い？'],
  ['„Faust“ und „Woyzeck“', '„Faust“ und „Woyzeck“'],
  ["'Twas the night before espresso", "'Twas the night before espresso"],
  ['[Kanal Adı] nedir?', ''],
])('the title "%s" becomes "%s"', (title, plain) => {
  expect(plainText(title, 'title', english)).toBe(plain);
});

test('an ordinal stays where a language writes it with a stop', () => {
  const german = inputOf({ language: 'de' });
  expect(plainText('1. FC Köln: der Aufstieg', 'title', german)).toBe('1. FC Köln: der Aufstieg');
  expect(plainText('8. Mai 1945', 'title', german)).toBe('8. Mai 1945');
});

test.each([
  [
    'The pump pushes hot water through. Nice. The pump pushes hot water through. Nice.',
    'The pump pushes hot water through. Nice. Nice.',
  ],
  ['水泵把热水推过咖啡粉。很好。\n水泵把热水推过咖啡粉。', '水泵把热水推过咖啡粉。很好。'],
  ['Good.\nSubscribe to [Your Channel Name] today. Then pour.', 'Good.\nThen pour.'],
  ['Get it: {link}. The grind decides.', 'The grind decides.'],
  ['Grind finer. Get the guide at coffeelab-guide.com/free now.', 'Grind finer.'],
  ['Write to hello@coffeelab.io. Grind finer.', 'Grind finer.'],
  ['What helps:\n* a scale\n- a timer\n---\nPour.', 'What helps:\na scale\na timer\nPour.'],
  ['Tag me with #EspressoFail and I answer.\n\n#espresso #coffee', 'Tag me with #EspressoFail and I answer.'],
  ['Nine bars.\n\nChapters:\n0:00 Intro\n0:45 The grind\n\nPour.', 'Nine bars.\n\nPour.'],
  ['We meet at 6:30 and at 7:45.', 'We meet at 6:30 and at 7:45.'],
  ['Suscríbete a [Nombre del canal]. Muele más fino.', 'Muele más fino.'],
  ['欢迎订阅【频道名称】。研磨要更细。', '研磨要更细。'],
  ['Follow us: @[YourHandle]. Grind finer.', 'Grind finer.'],
  ['Follow me on Instagram: @yourhandle. Grind finer.', 'Grind finer.'],
  ['Nine bars.\n\nTimestamps (approx.)\n00:00 - Intro\n00:45 - The grind', 'Nine bars.'],
  ['Neun Bar.\n\nKapitel (ungefähr):\n0:00 Intro\n0:45 Mahlen', 'Neun Bar.'],
  ['Get it at $LINK today. It costs 5 $USD.', 'It costs 5 $USD.'],
  ['Телефон: +38 (044) 123-45-67. Мелите тоньше.', 'Мелите тоньше.'],
  ['Call 1-800-TEA-LEAF today. Grind finer.', 'Grind finer.'],
  ['電話：03-1234-5678まで。細かく挽く。', '細かく挽く。'],
  ['Made in 2024–2025 with 1 000 000 cups at +5 °C.', 'Made in 2024–2025 with 1 000 000 cups at +5 °C.'],
  ['구 기압.\n0분 0초 인트로\n0분 40초 물\n1분 30초 끝', '구 기압.'],
  ['時間：\n(0:00) 導入\n(0:40) 抽出\n\n九気圧の話。', '九気圧の話。'],
  ['تسعة بارات من الضغط.\n٠:٠٠ مقدمة\n٠:٤٥ الطحن', 'تسعة بارات من الضغط.'],
  ['Описание: девять бар. Подробнее на кофе-лаб.рф/гид сегодня.', 'девять бар.'],
  ['Nine bars.\n目次\n00:00 導入\n01:10 挽く', 'Nine bars.'],
  ['구 기압.\n▶ 00:00 – 도입\n▶ 00:40 – 물', '구 기압.'],
  ['Nine bars.\n⏱️ 0:00 Intro\n✅ 1:10 Grind', 'Nine bars.'],
  ['Chín bar.\n0’00 Mở đầu\n0’40 Nước', 'Chín bar.'],
  ['Nine bars.\n0m00s Intro\n1m10s Grind', 'Nine bars.'],
  ['Neun Bar.\nKapitel\n0.00 Intro\n1.10 Mahlen', 'Neun Bar.'],
  ['Nine bars. Chapters: 0:00 Intro, 1:10 Grind, 2:20 Pour', 'Nine bars.'],
  ['Nine bars.\n0:15 Intro\n1:10 Grind', 'Nine bars.'],
  ['Open:\n9:00 - 17:00 Mon\n10:00 - 16:00 Sat', 'Open:\n9:00 - 17:00 Mon\n10:00 - 16:00 Sat'],
  ['Results:\n2:03:11 Kipchoge\n2:05:00 Bekele', 'Results:\n2:03:11 Kipchoge\n2:05:00 Bekele'],
  ['0:00 is when the new year began.', '0:00 is when the new year began.'],
  ['1.10 Euro kostet er.\n2.20 Euro die Milch.', '1.10 Euro kostet er.\n2.20 Euro die Milch.'],
  ['Get it now: <link>. The grind decides.', 'The grind decides.'],
  ['<b>Nine</b> bars.<br>Pour.', 'Nine bars. Pour.'],
  ['The <video> tag, 5 * 3 and snake_case_names.', 'The <video> tag, 5 * 3 and snake_case_names.'],
])('the text "%s" becomes "%s"', (text, plain) => {
  expect(plainText(text, 'body', english)).toBe(plain);
});

test('a handle that somebody was to fill in is a gap in every language', () => {
  const spanish = inputOf({ language: 'es' });
  expect(plainText('Sígueme en @tu_nombre. Muele más fino.', 'body', spanish)).toBe('Muele más fino.');
  const german = inputOf({ language: 'de' });
  expect(plainText('Folgt uns: @dein_kanal. Mahlt feiner.', 'body', german)).toBe('Mahlt feiner.');
});

test('addresses that the caller gave stay', () => {
  const input = inputOf({
    links: ['https://a-shop.com/shop?x=1'],
    content: 'We tested Booking.com, wrote to me@b.org and called +49 30 123456.',
  });
  for (const text of [
    'See a-shop.com/shop now.',
    'https://www.a-shop.com/shop?x=1',
    'Booking.com or booking.com?',
    'me@b.org',
    'Call +49 (30) 12-34-56.',
  ])
    expect(plainText(text, 'body', input)).toBe(text);
  expect(plainText('See a-shop.com.evil.com. See a-shop.com/shopping.', 'body', input)).toBe('');
});

test('what is plain stays so, whatever it is', () => {
  fc.assert(
    fc.property(worldText(40), fc.constantFrom('title', 'body', 'tag'), (text, form) => {
      const plain = plainText(text, form, english);
      expect(plainText(plain, form, english)).toBe(plain);
      expect(plain.isWellFormed()).toBe(true);
    }),
  );
});

test('no word of a plain text of any script goes', () => {
  const words = (text: string) => text.normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? [];
  fc.assert(
    fc.property(worldText(40), (text) => {
      fc.pre(!/[\u0000\uFEFF\u2060]/u.test(text)); // oxlint-disable-line no-control-regex -- they are told apart
      for (const form of ['title', 'body'] as const)
        expect(words(plainText(text, form, english)).join('')).toBe(words(text).join(''));
    }),
  );
});
