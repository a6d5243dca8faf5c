import { expect, test } from 'vitest';
import { visibleDeeds } from './visible-deeds.ts';

const picturesOf = (text: string, they?: string) => visibleDeeds(text, they).map(({ picture }) => picture);

test.each([
  ['Workers replaced 1,200 rivets by hand.', 'workers replacing 1,200 rivets'],
  ['The bridge now carries trucks of up to 40 tonnes.', 'bridge carrying trucks'],
  ['A mother cat licks her kittens.', 'mother cat licking kittens'],
  ['The volunteers repair broken toasters for free.', 'volunteers repairing broken toasters'],
  ['Steam bends a metal strip.', 'steam bending a metal strip'],
])('what somebody does is seen: %s', (sentence, picture) => {
  expect(picturesOf(sentence)).toEqual([picture]);
});

test.each([
  [
    'Espresso is made by forcing hot water through finely ground coffee beans at high pressure.',
    'hot water forced through finely ground coffee beans',
  ],
  ['Hot water is forced through the grounds.', 'hot water forced through grounds'],
  ['The coffee beans are ground into a fine powder.', 'coffee beans ground into a fine powder'],
  ['Use a press to force the water through the grounds.', 'water forced through grounds'],
  ['Water drips through the filter.', 'water dripping through filter'],
])('what nobody does is seen happening: %s', (sentence, picture) => {
  expect(picturesOf(sentence)).toEqual([picture]);
});

test.each([
  ['Third, place a fan in the room.', 'person placing a fan in the room'],
  ['You can seal the gaps under the door with foam.', 'person sealing gaps under the door with foam'],
  ['Next time you make coffee, pour hot water slowly over the paper filter.', 'person pouring hot water'],
  ['The process involves several steps: grinding the beans.', 'person grinding beans'],
  ['It is made by grinding beans.', 'person grinding beans'],
])('what one is told to do is done by a person: %s', (sentence, picture) => {
  expect(picturesOf(sentence, 'espresso')).toEqual([picture]);
});

test.each([
  ['Next time you find a cat purring, give them a big hug and play with them.', 'person playing with cat'],
  ['If the filter is old, replace it.', 'person replacing filter'],
  ['If a thick rug beside the window is dusty, brush it.', 'person brushing thick rug'],
])('what is named before is what it is done to: %s', (sentence, picture) => {
  expect(picturesOf(sentence)).toEqual([picture]);
});

test.each(['The machine takes the cup and fills it.', 'Wash it twice.'])(
  'nobody knows what is meant in: %s',
  (sentence) => {
    expect(picturesOf(sentence)).not.toContainEqual(expect.stringMatching(/^person (?:brushing|filling|washing)/u));
  },
);

test.each([
  ['Cats feel cold, so they knead their blankets.', ['cats kneading blankets']],
  ['They calm themselves by licking their paws.', ['cats licking paws']],
  ['As the water falls, it fills the cup.', []],
])('"they" is what all is about, unless something else was named: %s', (sentence, pictures) => {
  expect(picturesOf(sentence, 'cats')).toEqual(pictures);
});

test.each([
  'The white noise machine sits on a cutting board.',
  'It is a plant that many people like.',
  'The print is dry. Ground coffee is in the basket.',
  'Noise cancelling headphones use a microphone to pick up sound.',
  'The bridge did not carry trucks before.',
  'Never open the valve.',
  'This reduces the cost and improves the quality.',
])('no deed is seen in: %s', (sentence) => {
  expect(picturesOf(sentence)).toEqual([]);
});

test('what was said reads by itself, and only where somebody said it', () => {
  const said = visibleDeeds('Workers replaced 1,200 rivets. Some drove by pouring sand.').map((deed) => deed.said);
  expect(said).toEqual(['workers replaced 1,200 rivets', '']);
});

test('what a thing works by is done by it', () => {
  const [deed] = visibleDeeds('Bacteria contribute to its flavor by breaking down starches.');
  expect(deed).toMatchObject({ picture: 'bacteria breaking down starches', doer: 'thing' });
});
