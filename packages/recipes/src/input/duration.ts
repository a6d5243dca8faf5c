import { z } from 'zod';

/** Seconds of speech that a script may be asked for. */
export const DURATION_LIMITS = { minimum: 5, maximum: 3600 } as const;

const ALLOWED = `${DURATION_LIMITS.minimum} to ${DURATION_LIMITS.maximum} seconds, as a number or as text such as "60 seconds", "1:30" or "2 min"`;

/** Seconds, from a number or from what people write: `60`, `"60 seconds"`, `"1:30"`, `"1m 30s"`, `"2 min"`. */
export const duration = z.union([z.number(), z.string().max(40)]).transform((value, context) => {
  const seconds = typeof value === 'number' ? value : readDuration(value);
  if (seconds === undefined) return refuse(context, 'cannot be read as a duration');
  if (seconds < DURATION_LIMITS.minimum || seconds > DURATION_LIMITS.maximum) {
    return refuse(context, `is ${seconds} s, which is out of range`);
  }
  return seconds;
});

function refuse(context: z.RefinementCtx, message: string): never {
  context.addIssue({ code: 'custom', message, params: { allowed: ALLOWED } });
  return z.NEVER;
}

/** Undefined when the text is no duration. */
export function readDuration(text: string): number | undefined {
  return readClock(text.trim()) ?? readUnits(text.trim().toLowerCase());
}

function readClock(text: string): number | undefined {
  if (!/^\d{1,3}(:[0-5]?\d){1,2}$/.test(text)) return undefined;
  return text.split(':').reduce((seconds, part) => seconds * 60 + Number(part), 0);
}

const SECONDS_PER_UNIT: readonly (readonly [RegExp, number])[] = [
  [/^(?:h|hr|hrs|hour|hours)$/, 3600],
  [/^(?:m|min|mins|minute|minutes|minuten|minutos|минут|分|分钟)$/, 60],
  [/^(?:|s|sec|secs|second|seconds|sekunden|segundos|секунд|秒)$/, 1],
];

function readUnits(text: string): number | undefined {
  if (!/^(?:\d+(?:[.,]\d+)?[\s-]*\p{L}*\.?(?:\s*(?:and|,|und|y)?\s*))+$/u.test(text)) return undefined;
  let total = 0;
  for (const [, amount = '', unit = ''] of text.matchAll(/(\d+(?:[.,]\d+)?)[\s-]*(\p{L}*)/gu)) {
    const factor = SECONDS_PER_UNIT.find(([names]) => names.test(unit))?.[1];
    if (factor === undefined) return undefined;
    total += Number(amount.replace(',', '.')) * factor;
  }
  return total;
}
