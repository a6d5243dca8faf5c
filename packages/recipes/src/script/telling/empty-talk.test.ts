import { expect, test } from 'vitest';
import { isEmptyTalk, withoutEmptyTalk } from './empty-talk.ts';

test.each([
  "It's a mystery!",
  'But it remains a mystery why they do it.',
  'The answer is simple.',
  "Let's find out.",
  'So let us take a closer look at this behavior.',
  'You might be surprised by the answer.',
  'There are many reasons for this.',
  'There are several possible explanations for this behavior.',
  'Cats knead blankets for a variety of reasons.',
  'It depends on several factors.',
  'This behavior is well known and can be observed in many cats.',
  'This process is well known and simple.',
  'It happens step by step.',
  "When you notice your cat kneading a blanket, you can be sure that they're doing this for a good reason.",
  'Many people overlook this crucial aspect when choosing solar panels.',
  'The technology is based on the principles of acoustics and signal processing.',
])('"%s" says nothing', (sentence) => {
  expect(isEmptyTalk(sentence, 'en')).toBe(true);
});

test.each([
  'The mystery of the missing train was solved in spring.',
  'It is a mystery novel from the library.',
  'There are two reasons: milk and warmth.',
  'There are several reasons: the door, the window, and the wall.',
  'The reason is simple physics: warm air rises.',
  'The answer is that the pump pushes the water.',
  'Nobody knows who built it.',
  'This bakery is well known for its rye bread.',
  'Its golden foam is well known as crema.',
  'It happens step by step: heat, pressure, foam.',
  'Let us dry the beans for many hours.',
  'They knead for warmth, for milk, and for many reasons that a kitten learns.',
  'It depends on the size of your roof.',
  'Many people forget the filter.',
  'It is based on one principle: two waves cancel each other.',
])('"%s" says something', (sentence) => {
  expect(isEmptyTalk(sentence, 'en')).toBe(false);
});

test('what is empty in English may be a name elsewhere', () => {
  expect(isEmptyTalk("It's a mystery!", 'de')).toBe(false);
});

test('a question that only empty talk answers goes with it; one that is answered stays', () => {
  expect(withoutEmptyTalk(['Cats knead.', 'But why do they do it?', "It's a mystery!"], 'en')).toEqual(['Cats knead.']);
  const answered = ['But why do they do it?', 'There are several reasons for this.', 'Kittens knead for milk.'];
  expect(withoutEmptyTalk(answered, 'en')).toEqual(['But why do they do it?', 'Kittens knead for milk.']);
});
