import type { LogLine } from '@showrunner/stack';
import { expect, test } from 'vitest';
import type { Style } from '../../output/output.ts';
import { readSince } from './read-since.ts';
import { readableLine } from './readable-line.ts';

const mark = (name: string) => (text: string) => `<${name}>${text}</${name}>`;
const style: Style = {
  strong: mark('strong'),
  faint: (text) => text,
  good: mark('good'),
  warning: mark('warning'),
  bad: mark('bad'),
  accent: mark('accent'),
};

const line = (text: string, stream: LogLine['stream'] = 'stdout'): LogLine => ({
  service: 'gateway',
  time: '2026-11-23T10:20:30.456Z',
  stream,
  text,
});

test('a JSON line becomes time, level, message and what else it says', () => {
  const text =
    '{"level":50,"time":1,"pid":7,"service":"gateway","msg":"upstream failed","status":503,"model":"default"}';
  expect(readableLine(line(text), style)).toBe(
    '10:20:30.456 <bad>error</bad> upstream failed status=503 model=default',
  );
});

test('text, and what only looks like JSON, stays as it was written', () => {
  expect(readableLine(line('Ready to accept connections'), style)).toBe('10:20:30.456 Ready to accept connections');
  expect(readableLine(line('{broken'), style)).toBe('10:20:30.456 {broken');
});

test('what the supervisor did stands out', () => {
  expect(readableLine(line('healthy', 'supervisor'), style)).toBe('10:20:30.456 <accent>healthy</accent>');
});

test('a span or a date is a moment, anything else is not', () => {
  const now = Date.parse('2026-11-23T10:00:00Z');
  expect(readSince('90s', now)).toBe('2026-11-23T09:58:30.000Z');
  expect(readSince('2h', now)).toBe('2026-11-23T08:00:00.000Z');
  expect(readSince('2026-11-20T00:00:00Z', now)).toBe('2026-11-20T00:00:00.000Z');
  expect(readSince('yesterday-ish', now)).toBeUndefined();
});
