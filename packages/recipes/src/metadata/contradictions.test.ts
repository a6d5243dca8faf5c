import { expect, test } from 'vitest';
import { readInput } from '../read-input.ts';
import { metadataOperation } from './kind.ts';

function issuesOf(body: Record<string, unknown>) {
  const read = readInput(metadataOperation, { content: 'Nine bars of pressure.', ...body });
  return read.kind === 'invalid' ? read.issues.map(({ path, reason }) => `${path}: ${reason}`) : read.kind;
}

const scenes = [
  { narration: 'One.', start_seconds: 0, end_seconds: 30 },
  { narration: 'Two.', start_seconds: 30, end_seconds: 60 },
];

test.each([
  [{ keywords: ['cheap espresso'], avoid: ['cheap'] }, 'keywords[0]: contains "cheap", which is to be avoided'],
  [{ keywords: ['浓缩咖啡便宜'], avoid: ['便宜'] }, 'keywords[0]: contains "便宜", which is to be avoided'],
  [{ cta: 'Подпишись на канал', avoid: ['канал'] }, 'cta: contains "канал", which is to be avoided'],
  [
    { chapters: [{ start: 0, title: 'Billig' }], avoid: ['billig'] },
    'chapters[0].title: contains "billig", which is to be avoided',
  ],
  [
    {
      chapters: [
        { start: '1:00', title: 'b' },
        { start: '0:30', title: 'a' },
      ],
    },
    'chapters[1].start: is not after the chapter before it, at 60 s',
  ],
  [
    {
      script: { scenes },
      chapters: [
        { start: 0, title: 'a' },
        { start: 75, title: 'b' },
      ],
    },
    'chapters[1].start: is beyond the video, which ends at 60 s',
  ],
])('%j is refused before anything is asked', (body, issue) => {
  expect(issuesOf(body)).toEqual([issue]);
});

test.each([
  { title: 'Cheap espresso', avoid: ['cheap'] },
  { chapters: [{ start: 20, title: 'Starts late' }] },
  { chapters: true },
  { locales: ['en'], language: 'en' },
])('%j contradicts nothing: code puts it right', (body) => {
  expect(issuesOf(body)).toBe('read');
});
