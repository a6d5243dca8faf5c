import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hasNegation, splitNegations } from './split-negations.ts';

test.each([
  ['a barista without an apron pours tea', 'a barista pours tea', 'apron'],
  ['a woman with no shoes runs along the beach', 'a woman runs along the beach', 'shoes'],
  ['a chef without gloves holding a knife', 'a chef holding a knife', 'gloves'],
  ['a table without glass windows on the wall', 'a table on the wall', 'glass windows'],
])('a deed of who is without something goes on: %s', (text, shown, absent) => {
  expect(splitNegations(text)).toEqual({ shown, absent: [absent] });
});

test.each([
  'Nothing Phone 3 review',
  'a hand holding the Nothing Phone 3',
  "No Man's Sky",
  'No Man’s Sky on a screen',
  'Never Eat Alone',
  'Zero Dark Thirty',
  'Not Like Us',
  'Doctors Without Borders tent',
  "a Don't Look Up poster",
  'No Country for Old Men',
  'Chanel No. 5 bottle',
  'No 10 Downing Street',
  'a no-bake cheesecake on a plate',
  'a never-ending staircase',
  'non-stick pan',
  'sugar-free cola',
  'the word "no parking" on a sign',
  'Nie wieder Krieg, a poster',
  'Sin City skyline',
  'Sans Souci palace',
  'Knot of rope, notes, another cup',
  'a camera at f/1.5, 5 pm',
  'nothing phone 3 on a desk',
  'Dr. No in a chair',
  'None of the Above, a book',
  'Comic Sans letters',
  'a can of no sugar cola',
  'a sign saying no entry',
])('a name or word that only looks like a negation stays whole: %s', (text) => {
  expect(splitNegations(text)).toEqual({ shown: text, absent: [] });
  expect(hasNegation(text)).toBe(false);
});

test.each([
  ['a chef who does not smile', 'a chef', ['smile']],
  ['a chef who doesn’t smile, in a kitchen', 'a chef, in a kitchen', ['smile']],
  ['the chef is not wearing a hat', 'the chef', ['wearing a hat']],
  ['a door that never opens', 'a door', ['opens']],
  ['not smiling man', 'man', ['smiling']],
  ['a dark cafe, no people', 'a dark cafe', ['people']],
  ['a steel machine in a dark cafe, no people in the background', 'a steel machine in a dark cafe', ['people']],
  ['a cup without foam', 'a cup', ['foam']],
  ['a road with no cars at night', 'a road at night', ['cars']],
  ['an empty road without any cars or signs', 'an empty road', ['cars', 'signs']],
  ['photo, no people, logos, or text, warm light', 'photo, warm light', ['people', 'logos', 'text']],
  ['a desk with nothing on it', 'a desk', ['other objects']],
  ['a street with no one in sight', 'a street', ['people']],
  ['a sky free of clouds', 'a sky', ['clouds']],
  ['Nothing Phone 3 without case', 'Nothing Phone 3', ['case']],
  ['nothing but a cup', 'only a cup', []],
  ['not a bean but a leaf', 'a leaf', ['bean']],
  ['avoid clutter, soft light', 'soft light', ['clutter']],
  ['do not show text', '', ['text']],
  ['No people', '', ['people']],
  ['a barista wearing no hat', 'a barista', ['hat']],
  ['a plate with neither fork nor knife', 'a plate', ['fork', 'knife']],
  ['a plaza sans people', 'a plaza', ['people']],
  ['a plaza, minus the crowd', 'a plaza', ['crowd']],
  ['he can’t stop laughing and holds a cup', 'holds a cup', ['stop laughing']],
] as const)('what is really not there is parted from what is shown: %s', (text, shown, absent) => {
  expect(splitNegations(text)).toEqual({ shown, absent });
});

test.each([
  ['de', 'Küche ohne Menschen, warmes Licht', 'Küche, warmes Licht', ['Menschen']],
  ['de', 'keine Logos', '', ['Logos']],
  ['es', 'una calle sin gente', 'una calle', ['gente']],
  ['fr', 'photo sans texte', 'photo', ['texte']],
  ['ru', 'кухня без людей', 'кухня', ['людей']],
  ['zh', '厨房，没有人物', '厨房', ['人物']],
  ['de', 'ein Koch, der nicht lächelt', 'ein Koch', ['lächelt']],
  ['es', 'un chef que no sonríe, en una cocina', 'un chef, en una cocina', ['sonríe']],
  ['es', 'a road with no cars at night', 'a road at night', ['cars']],
  ['th', 'เชฟที่ไม่ยิ้ม', 'เชฟ', ['ยิ้ม']],
  ['fr', 'un chef qui ne sourit pas', 'un chef', ['sourit']],
  ['it', 'uno chef che non sorride', 'uno chef', ['sorride']],
  ['pt', 'um chef que não sorri', 'um chef', ['sorri']],
  ['ru', 'повар, который не улыбается', 'повар', ['улыбается']],
  ['sv', 'en kock som inte ler', 'en kock', ['ler']],
  ['ar', 'طباخ لا يبتسم', 'طباخ', ['يبتسم']],
  ['id', 'koki yang tidak tersenyum', 'koki', ['tersenyum']],
  ['vi', 'đầu bếp không cười', 'đầu bếp', ['cười']],
  ['tr', 'gülümsemeyen şef', 'şef', ['gülümseme']],
  ['tr', 'mutfakta şapka takmayan genç aşçı', 'mutfakta genç aşçı', ['şapka takma']],
  ['tr', 'gece insan olmayan bir sokak, ıslak taşlar', 'gece bir sokak, ıslak taşlar', ['insan']],
  ['tr', 'boş bir cadde, insan yok', 'boş bir cadde', ['insan']],
  ['tr', 'şef gülümsemiyor', 'şef', ['gülümseme']],
  ['ja', '笑わないシェフ', 'シェフ', ['笑う']],
  ['ja', 'キッチンで帽子をかぶっていない料理人', 'キッチンで料理人', ['帽子をかぶっている']],
  ['ja', '人がいない通り、雨', '通り、雨', ['人']],
  ['ja', '文字のないポスター', 'ポスター', ['文字']],
  ['ja', '夜の街、人物なし', '夜の街', ['人物']],
  ['ja', 'シェフは笑っていない', 'シェフ', ['笑っている']],
  ['ko', '웃지 않는 셰프', '셰프', ['웃기']],
  ['ko', '주방에서 모자를 쓰지 않은 요리사', '주방에서 요리사', ['모자를 쓰기']],
  ['ko', '사람이 없는 거리, 비', '거리, 비', ['사람']],
  ['ko', '글자 없이 파란 배경', '파란 배경', ['글자']],
  ['ko', '안 웃는 셰프', '셰프', ['웃기']],
] as const)('in %s its own words of absence count too: %s', (language, text, shown, absent) => {
  expect(splitNegations(text, language)).toEqual({ shown, absent });
});

test.each([
  ['de', 'Nie wieder'],
  ['es', 'Sin City'],
  ['es', 'Sin Senos no hay paraíso'],
  ['fr', 'Sans Famille'],
  ['pt', 'Sem Fronteiras'],
  ['es', 'No Mires Arriba'],
] as const)('in %s a name in capitals stays whole: %s', (language, text) => {
  expect(splitNegations(text, language).shown).toContain(text.split(' ').slice(0, 2).join(' '));
});

test.each([
  ['tr', 'ıssız bir sokak, kablosuz kulaklık'],
  ['tr', 'Maya tapınağı ve elmadan yapılmış turta'],
  ['tr', 'deniz kenarında gülümseyen çocuk'],
  ['ja', 'かけがえのない家族写真'],
  ['ja', '少ない荷物、危ない橋'],
  ['ja', '梨とりんごの皿'],
  ['ko', '집 안 풍경'],
  ['ko', '끊임없는 파도, 안경 쓴 남자'],
  ['ko', '어쩔 수 없는 선택'],
] as const)('in %s what only looks like a denial stays whole: %s', (language, text) => {
  expect(splitNegations(text, language)).toEqual({ shown: text, absent: [] });
});

test('whatever is said, what is shown holds no negation any more', () => {
  const word = fc.constantFrom('no', 'not', 'without', 'never', 'a cup', 'Nothing', 'people', 'and', ',', 'or', '"no"');
  const text = fc.array(fc.oneof(word, fc.lorem({ maxCount: 2 }), fc.string({ unit: 'grapheme' })), { maxLength: 12 });
  fc.assert(
    fc.property(text, (parts) => {
      const { shown } = splitNegations(parts.join(' '));
      expect(hasNegation(shown)).toBe(false);
    }),
  );
});
