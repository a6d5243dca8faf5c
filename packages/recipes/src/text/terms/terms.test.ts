import { beforeAll, expect, test } from 'vitest';
import { loadEndings } from './endings.ts';
import { findTerms, includesPhrase, textsIn } from './terms.ts';

beforeAll(async () => {
  const languages = [...found, ...absent].map(([language]) => language);
  await Promise.all([...new Set(languages)].map(loadEndings));
});

const found: readonly (readonly [language: string, term: string, text: string])[] = [
  ['en', 'delve', 'Let us delve into it.'],
  ['en', 'delve', 'She delves deeper.'],
  ['en', 'delve', 'DELVING deeper, we delved.'],
  ['en', 'stop', 'It stopped.'],
  ['en', 'city', 'Two cities.'],
  ['en', 'Kafka', 'Kafka’s house.'],
  ['en', 'game changer', 'These are game-changers.'],
  ['en', 'C#', 'Learn C# today.'],
  ['en', '100%', 'It is 100% free.'],
  ['en', 'don’t', "We don't know."],
  ['en', 'well-being', 'Your well\u2011being counts.'],
  ['en', 'ﬁne', 'That is fine.'],
  ['en', 'AI', 'ＡＩ is here.'],
  ['de', 'Geheimnis', 'Die Geheimnisse des Kaffees.'],
  ['de', 'Straße', 'Auf den STRASSEN.'],
  ['es', 'secreto', 'Los secretos del café.'],
  ['fr', 'secret', 'Voici l’un d’entre eux: l’secrets.'],
  ['fr', 'hôtel', 'Devant l’hôtel.'],
  ['ru', 'секрет', 'Пять секретов кофе.'],
  ['tr', 'sır', 'Kahvenin sırları.'],
  ['tr', 'kedi', 'Kedilerimizden biri uyur.'],
  ['hu', 'macska', 'A macskák alszanak.'],
  ['hu', 'macska', 'Látom a macskáimat.'],
  ['hu', 'titkok', 'Ez a titok.'],
  ['tr', 'İstanbul', 'istanbul’da sabah.'],
  ['el', 'ΚΑΦΕΣ', 'Ο καφές είναι εδώ.'],
  ['fi', 'kahvi', 'Kahvin tuoksu.'],
  ['ar', 'كتاب', 'هذا الكتابُ جديد.'],
  ['ar', 'قهوة', 'قهــوة'],
  ['fa', 'کتاب', 'این كتاب است.'],
  ['he', 'סוד', 'זה הסוֹד שלנו.'],
  ['ko', '비밀', '커피의 비밀을 알려 드립니다.'],
  ['hi', 'क्षत्रिय', 'क्ष\u200Dत्रिय'],
  ['ja', '秘密', 'コーヒーの秘密です。'],
  ['ja', 'ｺｰﾋｰ', 'コーヒーの秘密です。'],
  ['zh', '秘密', '咖啡的秘密。'],
  ['th', 'ความลับ', 'นี่คือความลับของกาแฟ'],
  ['ru', 'ещё', 'Есть еще один.'],
  ['ro', 'şase', 'Cele șase cești.'],
  ['fr', 'œuf', 'Un OEUF.'],
  ['ar', 'كتاب', 'والكتاب جديد.'],
  ['fa', 'کتاب', 'کتاب\u200Cهای تازه.'],
  ['hi', 'पान', 'पान की दुकान।'],
  ['hi', 'किताब', 'किताबों की दुकान।'],
  ['hi', 'लड़का', 'लड़के आए।'],
  ['hi', 'अच्छा', 'अच्छी बात है।'],
  ['hi', 'लड़की', 'लड़कियाँ आईं।'],
  ['th', 'กาแฟ', 'กาแฟเย็นอร่อยมาก'],
  ['th', 'ตา', 'ตาของเขาเจ็บ'],
  ['th', 'น้ำ', 'เขาดื่มน้ำทุกวัน'],
  ['th', 'สตาร์บัคส์', 'ร้านสตาร์บัคส์ใหญ่'],
  ['lo', 'ກາເຟ', 'ຂ້ອຍດື່ມກາເຟທຸກມື້'],
  ['km', 'កាហ្វេ', 'ខ្ញុំផឹកកាហ្វេរាល់ថ្ងៃ'],
  ['my', 'ကော်ဖီ', 'ကျွန်တော် ကော်ဖီ သောက်တယ်'],
  ['bn', 'পান', 'পান খাওয়া।'],
  ['bn', 'রহস্য', 'কফির রহস্যগুলো জানুন।'],
  ['bn', 'রহস্য', 'এই রহস্যের কথা।'],
  ['bn', 'বই', 'বইটি পড়ুন, বইয়ের দোকান।'],
  ['bn', 'দোকান', 'দোকানে যান, দোকানদার নয়, দোকানগুলোতে।'],
  ['he', 'סוד', 'הסודות של הקפה.'],
  ['he', 'תוכנית', 'כל התוכניות שלנו.'],
  ['he', 'מכונה', 'מכונת הקפה והמכונות.'],
  ['he', 'חברים', 'זה חבר שלי.'],
  ['he', 'ספר', 'ושבספרים האלה.'],
  ['cs', 'tajemství', 'O tajemstvích kávy.'],
  ['cs', 'kniha', 'V knize se píše.'],
  ['cs', 'pes', 'Vidím dva psy.'],
  ['cs', 'káva', 'Bez kávy to nejde.'],
  ['cs', 'okno', 'Pět oken a jedno okno.'],
  ['cs', 'objevit', 'Objevíme to spolu.'],
  ['cs', 'rychlý', 'Rychlejší než ostatní.'],
  ['cs', 'možnost', 'Máte mnoho možností.'],
  ['sk', 'tajomstvo', 'O tajomstvách kávy.'],
  ['sk', 'kniha', 'Bez kníh, v knihe.'],
  ['pl', 'tajemnica', 'Pięć tajemnic kawy.'],
  ['pl', 'sekret', 'Sekrety kawy i o sekretach.'],
  ['pl', 'noga', 'Na jednej nodze.'],
  ['pl', 'odkryć', 'Odkryjmy, odkryły to.'],
  ['pl', 'możliwość', 'Wiele możliwości.'],
  ['pl', 'pies', 'Widzę dwa psy.'],
  ['sl', 'skrivnost', 'Pet skrivnosti kave.'],
  ['hr', 'tajna', 'Pet tajni kave i o tajnama.'],
  ['be', 'сакрэт', 'Пяць сакрэтаў кавы.'],
  ['mk', 'тајна', 'Тајните на кафето.'],
  ['lv', 'noslēpums', 'Pieci kafijas noslēpumi.'],
  ['et', 'saladus', 'Kohvi saladused.'],
  ['et', 'maja', 'Neis majades on vaikne.'],
  ['mr', 'रहस्य', 'कॉफीच्या रहस्यांची गोष्ट.'],
  ['gu', 'રહસ્ય', 'કોફીના રહસ્યો, રહસ્યની વાત.'],
  ['ur', 'کتاب', 'کتابوں کی دکان۔'],
  ['te', 'రహస్యం', 'కాఫీ రహస్యాలు.'],
  ['kn', 'ರಹಸ್ಯ', 'ಕಾಫಿಯ ರಹಸ್ಯಗಳು.'],
  ['ml', 'രഹസ്യം', 'കാപ്പിയുടെ രഹസ്യങ്ങൾ.'],
  ['ka', 'საიდუმლო', 'ყავის საიდუმლოები.'],
  ['az', 'kitab', 'Bu kitabların sirri.'],
  ['kk', 'құпия', 'Кофенің құпиялары.'],
  ['ca', 'secret', 'Els secrets del cafè.'],
  ['gl', 'segredo', 'Os segredos do café.'],
  ['is', 'hestur', 'Ég sé hestinn.'],
  ['ms', 'rahsia', 'Rahsianya di sini.'],
  ['sr', 'тајна', 'Пет тајни кафе.'],
  ['vi', 'bí mật', 'Những bi\u0301 mâ\u0323t của cà phê.'],
];

test.each(found)('in %s, "%s" stands in "%s"', (language, term, text) => {
  expect(findTerms(text, [term], language)).toEqual([term]);
});

const absent: readonly (readonly [language: string, term: string, text: string])[] = [
  ['en', 'hell', 'Hello there.'],
  ['en', 'cost', 'A costume party.'],
  ['en', 'AI', 'She said it again.'],
  ['en', 'universe', 'The university is old.'],
  ['en', 'organ', 'An organization.'],
  ['en', 'past', 'Tomato paste.'],
  ['en', 'C', 'Learn C# and C++.'],
  ['en', 'game changer', 'It is a game. Changer is no word.'],
  ['en', 'resume', 'Your résumé.'],
  ['de', 'Rat', 'Die Ratte im Rathaus.'],
  ['ar', 'سحر', 'الساحر جديد.'],
  ['fa', 'کار', 'کارخانه تازه.'],
  ['es', 'costa', 'Es costumbre.'],
  ['fr', 'rat', 'La ration du jour.'],
  ['sv', 'hem', 'En hemlighet.'],
  ['ru', 'кот', 'Который час?'],
  ['ko', '비밀', '비밀번호가 있습니다.'],
  ['he', 'קר', 'זה שקר גדול.'],
  ['pl', 'kot', 'Kotlet jest tu.'],
  ['hi', 'पान', 'पानी पीजिए।'],
  ['hi', 'पानी', 'यह पाना कठिन है।'],
  ['hi', 'कम', 'एक बड़ी कमी है।'],
  ['hi', 'दाल', 'दालान में बैठो।'],
  ['mr', 'पान', 'पानी वाहते।'],
  ['ne', 'पान', 'पानी पर्‍यो।'],
  ['bn', 'পান', 'পানি খাও।'],
  ['ta', 'பால்', 'பாலம் நீளமானது.'],
  ['te', 'పాల', 'పాలకూర మంచిది.'],
  ['cs', 'hrad', 'Kamenná hradba.'],
  ['cs', 'kost', 'Starý kostel.'],
  ['cs', 'rok', 'Hluboká rokle.'],
  ['cs', 'pán', 'Horká pánev.'],
  ['pl', 'rak', 'Nowa rakieta.'],
  ['pl', 'kos', 'Jeden kosz.'],
  ['he', 'ספר', 'המספרה פתוחה.'],
  ['bn', 'কল', 'কলকাতা বড় শহর।'],
  ['lv', 'kaks', 'Kakao ir karsts.'],
  ['sk', 'most', 'Mostný pilier.'],
  ['gu', 'પાન', 'પાની વહે છે.'],
  ['th', 'ตา', 'เขาเดินตามมา'],
  ['th', 'มา', 'อร่อยมากจริงๆ'],
  ['th', 'กา', 'กำแพงสูง'],
  ['km', 'កា', 'កាំបិត'],
  ['ar', 'بر', 'بريد جديد.'],
  ['he', 'בר', 'ברק בשמים.'],
];

test.each(absent)('in %s, "%s" is no word of "%s"', (language, term, text) => {
  expect(findTerms(text, [term], language)).toEqual([]);
});

test('a phrase that was asked for is found in equal letters and any case', () => {
  expect(includesPhrase('Welcome to CAFÉ PEÑA.', 'Cafe\u0301 Pen\u0303a')).toBe(true);
  expect(includesPhrase('It’s nine\u00A0bars\nof pressure.', "it's nine bars of pressure")).toBe(true);
  expect(includesPhrase('在咖啡馆里', '咖啡')).toBe(true);
  expect(includesPhrase('İSTANBUL’DA', 'istanbul')).toBe(true);
  expect(includesPhrase('والقهوة هنا', 'قهوة')).toBe(true);
  expect(includesPhrase('커피를 마셔요', '커피')).toBe(true);
  expect(includesPhrase('กาแฟอร่อย', 'กาแฟ')).toBe(true);
});

test('a part of a word or another accent is not the phrase', () => {
  expect(includesPhrase('We start now.', 'art')).toBe(false);
  expect(includesPhrase('A cafe.', 'café')).toBe(false);
  expect(includesPhrase('Nine bar.', 'nine bars')).toBe(false);
  expect(includesPhrase('Anything.', ' ')).toBe(false);
});

test('texts are found however deep they lie', () => {
  expect(textsIn({ a: 'one', b: [{ c: 'two' }, 3, null] })).toEqual(['one', 'two']);
});
