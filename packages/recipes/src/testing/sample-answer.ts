import { plainestValue, type PlainSchema } from '@showrunner/testkit';
import type { Ask } from '../port/effects.ts';

/** The plainest answer that an ask accepts: always the same for the same ask. */
export function sampleAnswer({ answer }: Ask): unknown {
  return answer.form === 'text' ? SENTENCE : plainestValue(answer.schema.toJSONSchema() as PlainSchema, SENTENCE);
}

const SENTENCE = 'A pump pushes hot water through finely ground coffee.';
