import { plainestValue, type PlainSchema } from '@showrunner/testkit';
import type { Ask } from '../port/effects.ts';

/** The plainest answer that an ask accepts: always the same for the same ask. */
export function sampleAnswer({ reply }: Ask): unknown {
  return reply.form === 'text' ? SENTENCE : plainestValue(reply.schema.toJSONSchema() as PlainSchema, SENTENCE);
}

const SENTENCE = 'A pump pushes hot water through finely ground coffee.';
