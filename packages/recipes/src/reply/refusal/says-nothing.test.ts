import { expect, test } from 'vitest';
import { saysNothingOf } from './says-nothing.ts';

test.each([
  [
    'How espresso works',
    ['Let us talk of kinder things', 'Let us talk of kinder things today', 'Let us talk of kinder things'],
  ],
  ['Wie Espresso entsteht', ['Reden wir lieber über etwas anderes', 'Reden wir lieber über etwas anderes.']],
  ['エスプレッソの仕組み', ['別の話をしましょう', '別の話をしましょう。']],
  ['咖啡的秘密', ['我们聊点别的吧', '我们聊点别的吧。', '我们聊点别的吧']],
  ['커피 추출의 원리', ['다른 이야기를 해 봅시다', '다른 이야기를 해 봅시다.']],
  ['เครื่องชงกาแฟทำงานอย่างไร', ['มาคุย เรื่อง อื่น กันเถอะ', 'มาคุย เรื่อง อื่น กันเถอะ']],
  ['كيف تعمل آلة القهوة', ['دعنا نتحدث عن شيء آخر', 'دعنا نتحدث عن شيء آخر.']],
  ['How to live with what you have', ['With what joy we leave that aside', 'With what joy we leave that aside']],
])('texts that say the same, and none of it about "%s", say nothing', (topic, texts) => {
  expect(saysNothingOf(topic, texts)).toBe(true);
});

test.each([
  [
    'what is repeated is the topic',
    'How espresso works',
    ['How espresso works', 'How espresso works', 'How an espresso works'],
  ],
  ['they differ', 'How espresso works', ['Nine bars of pressure', 'What a pump does to powder', 'Water meets a puck']],
  ['there is one', 'How espresso works', ['Let us talk of kinder things']],
  ['a form of the word is in it', 'Kaffeebohnen', ['Warum die Kaffeebohne knackt', 'Warum die Kaffeebohne knackt']],
  ['a particle is at the word', '커피 추출의 원리', ['커피를 다시 보다 오늘', '커피를 다시 보다 오늘']],
  ['its word stands without spaces', '咖啡的秘密', ['一杯咖啡里的世界', '一杯咖啡里的世界。']],
  [
    'one goes on from the other, in another language',
    'How espresso works',
    ['Neun Bar', 'Neun Bar drücken Wasser durch Pulver', 'Neun Bar hat kein Reifen, und doch steht die Pumpe still.'],
  ],
  ['there is no topic', '', ['Let us talk of kinder things', 'Let us talk of kinder things']],
])('not where %s', (_why, topic, texts) => {
  expect(saysNothingOf(topic, texts)).toBe(false);
});
