import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chapterFaults, chapterLines, fixChapters, plainChapterTitle } from './chapters.ts';

const chapter = fc.record({
  start_seconds: fc.double({ min: 0, max: 4000, noNaN: true }),
  title: fc.string({ minLength: 1 }),
});

test('fixed chapters keep every rule, or there are none', () => {
  fc.assert(
    fc.property(
      fc.array(chapter, { maxLength: 30 }),
      fc.option(fc.integer({ min: 5, max: 4000 }), { nil: undefined }),
      (chapters, duration) => {
        const fixed = fixChapters(chapters, duration);
        expect(fixed.length === 0 ? [] : chapterFaults(fixed, duration)).toEqual([]);
      },
    ),
  );
});

test('scene starts that are too close join the chapter before', () => {
  const starts = [0, 4, 12.4, 20, 33, 47];
  const fixed = fixChapters(
    starts.map((start_seconds) => ({ start_seconds, title: `At ${start_seconds}` })),
    60,
  );
  expect(chapterLines(fixed)).toBe('0:00 At 0\n0:12 At 12.4\n0:33 At 33\n0:47 At 47');
});

test('a video too short for three chapters gets none', () => {
  expect(
    fixChapters(
      [
        { start_seconds: 0, title: 'a' },
        { start_seconds: 10, title: 'b' },
      ],
      25,
    ),
  ).toEqual([]);
});

test('what breaks the rules is named', () => {
  const faults = chapterFaults(
    [
      { start_seconds: 3, title: 'a' },
      { start_seconds: 9, title: 'b' },
      { start_seconds: 5, title: 'c' },
    ],
    60,
  );
  expect(faults).toEqual([
    'the first does not start at 0:00',
    '"a" is shorter than 10 s',
    '"b" does not end after it starts',
  ]);
});

test('an hour and more is written with hours', () => {
  expect(
    chapterLines([
      { start_seconds: 0, title: 'a' },
      { start_seconds: 3725, title: 'b' },
    ]),
  ).toBe('0:00:00 a\n1:02:05 b');
});

test.each([
  ['6:30 AM', '6.30 AM'],
  ['12:45 Uhr: die Mühle', '12.45 Uhr: die Mühle'],
  ['00:00 - Intro', 'Intro'],
  ['[0:00] 导入', '导入'],
  ['الساعة ٦:٣٠ صباحا', 'الساعة ٦.٣٠ صباحا'],
  ['早上６：３０\n咖啡', '早上６.３０ 咖啡'],
  ['Ratio 1:2', 'Ratio 1:2'],
])('"%s" brings no second time onto its line', (title, plain) => {
  expect(plainChapterTitle(title)).toBe(plain);
});

test('a scene without words is no chapter', () => {
  const chapters = ['Intro', '  ', '…', 'Grind', 'Pour'].map((title, index) => ({ start_seconds: index * 20, title }));
  expect(fixChapters(chapters, 100).map(({ title }) => title)).toEqual(['Intro', 'Grind', 'Pour']);
});
