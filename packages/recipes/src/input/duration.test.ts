import { expect, test } from 'vitest';
import { duration } from './duration.ts';
import { readDuration, readDurationOrRange } from './read-duration.ts';

test.each([
  ['30-60 seconds', 45],
  ['30 – 60 s', 45],
  ['30 to 60 seconds', 45],
  ['1-2 min', 90],
  ['1 bis 2 Minuten', 90],
  ['de 30 a 60 segundos', 45],
  ['от 30 до 60 секунд', 45],
  ['30〜60秒', 45],
  ['30到60秒', 45],
  ['1:30-2:00', 105],
  ['30 s - 1 min', 45],
  ['between 30 and 60 seconds', 45],
  ['zwischen 1 und 2 Minuten', 90],
  ['0h45', 2700],
  ['1h', 3600],
  ['1m30', 90],
  ['1m 30s', 90],
  ['1\'30"', 90],
  ['1’30”', 90],
  ['1:30', 90],
  ['0:45', 45],
  ['00:01:30', 90],
  ['1:30 min', 90],
  ['0:30 h', 1800],
  ['90', 90],
  ['60-second', 60],
  ['1.5 min', 90],
  ['1,5 Minuten', 90],
  ['½ minute', 30],
  ['PT1M30S', 90],
  ['pt45s', 45],
  ['P0DT0H2M', 120],
  ['2 minutes', 120],
  ['2 Minuten', 120],
  ['dos minutos', 120],
  ['one minute and thirty seconds', 90],
  ['1 minute et 30 secondes', 90],
  ['1 Minute und 30 Sekunden', 90],
  ['две минуты', 120],
  ['5 минут', 300],
  ['2 хвилини', 120],
  ['zwei Minuten', 120],
  ['deux minutes', 120],
  ['1分30秒', 90],
  ['２分', 120],
  ['2分钟', 120],
  ['30秒鐘', 30],
  ['2분 30초', 150],
  ['٢ دقيقة', 120],
  ['२ मिनट', 120],
  ['1:02:03', 3723],
  ['45s', 45],
  ['60 seconds', 60],
  ['2 นาที', 120],
  ['2 phút', 120],
  ['2 dakika', 120],
  ['2 perc', 120],
  ['2 λεπτά', 120],
  ['2 דקות', 120],
  ['~60 s', 60],
  ['ca. 2 min', 120],
  ['約2分', 120],
])('"%s" is %d s', (text, seconds) => {
  expect(readDurationOrRange(text)).toEqual({ kind: 'seconds', seconds });
});

test.each([
  ['1h30', 'is 5400 s'],
  ['2 hours', 'is 7200 s'],
  ['2 s', 'is 2 s'],
  ['60-30 seconds', 'says from 60 s to 30 s'],
  ['1 min 2 min', 'contradicts itself'],
  ['30 s 1 min', 'contradicts itself'],
  ['5 parsecs', '"parsecs"'],
  ['minutes', 'how many "minutes"'],
  ['a while', '"a while"'],
  ['1:75', 'cannot be read'],
  ['', 'cannot be read'],
  ['🙂', 'cannot be read'],
  ['-5', 'cannot be read'],
  ['-3', 'cannot be read'],
  ['P1D', 'is 86400 s'],
  ['long', '"long"'],
])('"%s" is refused and says what was read: %s', (text, words) => {
  expect(duration.safeParse(text).error?.issues[0]).toMatchObject({
    message: expect.stringContaining(words) as string,
  });
});

test('a place in a video is no range', () => {
  expect(readDuration('0:30-0:60').kind).toBe('unread');
  expect(readDuration('1:05')).toEqual({ kind: 'seconds', seconds: 65 });
});
