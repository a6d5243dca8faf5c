import type { RedisReport } from '../shared-state.ts';

/** Lines of `name:value` among headings (redis.io/docs, INFO, 2026-11); figures become numbers. */
export function readInfo(text: string): RedisReport['info'] {
  const pairs = text.split(/\r?\n/).flatMap((line) => {
    const colon = line.indexOf(':');
    if (line.startsWith('#') || colon < 1) return [];
    const value = line.slice(colon + 1);
    const isFigure = value !== '' && Number.isFinite(Number(value));
    return [[line.slice(0, colon), isFigure ? Number(value) : value] as const];
  });
  return Object.fromEntries(pairs);
}

/** A line of `name=value` for each connection (redis.io/docs, CLIENT LIST, 2026-11). */
export function readClients(text: unknown): RedisReport['clients'] {
  if (typeof text !== 'string') return [];
  const lines = text.split('\n').filter((line) => line !== '');
  return lines.map((line) => Object.fromEntries(line.split(' ').map((pair) => splitAt(pair, pair.indexOf('=')))));
}

function splitAt(pair: string, equals: number): [string, string] {
  return equals === -1 ? [pair, ''] : [pair.slice(0, equals), pair.slice(equals + 1)];
}
