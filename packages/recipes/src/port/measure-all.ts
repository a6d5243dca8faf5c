import type { Finding } from './finding.ts';
import type { Check } from './guarantee.ts';
import type { Circumstances } from './operation.ts';

/** Every finding of the checks, in their order. */
export function measureAll<Draft, Input>(
  checks: readonly Check<Draft, Input>[],
  draft: Draft,
  input: Input,
  circumstances: Circumstances,
): Finding[] {
  return checks.flatMap((check) => check.measure(draft, input, circumstances));
}
