import type { LogLine } from '@showrunner/stack';
import type { Style } from '../../output/output.ts';

/** pino's levels (getpino.io, `logger.level`). */
const LEVELS: Readonly<Record<number, string>> = {
  10: 'trace',
  20: 'debug',
  30: 'info',
  40: 'warn',
  50: 'error',
  60: 'fatal',
};

/** Members that every line of our services has, and that say nothing beside the columns. */
const COMMON = new Set(['level', 'time', 'msg', 'service', 'name', 'pid', 'hostname', 'v']);

/** One line for a person: time, level, message, and the other members as `name=value`; text stays text. */
export function readableLine({ time, stream, text }: LogLine, style: Style): string {
  const clock = style.faint(time.slice(11, 23));
  if (stream === 'supervisor') return `${clock} ${style.accent(text)}`;
  const entry = parseEntry(text);
  if (!entry) return `${clock} ${text}`;
  const level = LEVELS[Number(entry.level)] ?? plain(entry.level);
  const members = Object.entries(entry)
    .filter(([name]) => !COMMON.has(name))
    .map(([name, value]) => `${style.faint(`${name}=`)}${plain(value)}`);
  return [clock, colourLevel(level, style), plain(entry.msg), ...members].filter(Boolean).join(' ');
}

function parseEntry(text: string): Record<string, unknown> | undefined {
  if (!text.startsWith('{')) return undefined;
  try {
    const entry: unknown = JSON.parse(text);
    return typeof entry === 'object' && entry !== null ? { ...entry } : undefined;
  } catch {
    return undefined;
  }
}

function plain(value: unknown): string {
  if (value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function colourLevel(level: string, style: Style): string {
  if (level === 'error' || level === 'fatal') return style.bad(level);
  return level === 'warn' ? style.warning(level) : style.faint(level);
}
