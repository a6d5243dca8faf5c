import { z } from 'zod';
import { readDurationOrRange } from './read-duration.ts';

/** Seconds of speech that a script may be asked for. */
const DURATION_LIMITS = { minimum: 5, maximum: 3600 } as const;

const ALLOWED = `${DURATION_LIMITS.minimum} to ${DURATION_LIMITS.maximum} seconds, as a number or as text such as "60 seconds", "1:30", "2 min" or "30-60 seconds"`;

/** Seconds, from a number or from what people write; of a range the middle. */
export const duration = z.union([z.number(), z.string().max(60)]).transform((value, context) => {
  const read = typeof value === 'number' ? ({ kind: 'seconds', seconds: value } as const) : readDurationOrRange(value);
  if (read.kind === 'unread') return refuse(context, read.problem);
  const { seconds } = read;
  if (seconds < DURATION_LIMITS.minimum || seconds > DURATION_LIMITS.maximum) {
    return refuse(context, `is ${seconds} s, which is out of range`);
  }
  return seconds;
});

function refuse(context: z.RefinementCtx, message: string): never {
  context.addIssue({ code: 'custom', message, params: { allowed: ALLOWED } });
  return z.NEVER;
}
