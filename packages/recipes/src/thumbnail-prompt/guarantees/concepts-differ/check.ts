import { wordOverlap } from '../../../text/similarity.ts';
import type { ThumbnailCheck } from '../guarantee.ts';

/** A change that shares more of its words with the first concept changes nothing. */
const SAME_VALUE = 0.7;

/** Each change is of another variable, and really changes it. */
export const conceptsDifferCheck: ThumbnailCheck<'variants_differ'> = {
  names: ['variants_differ'],
  measure: ({ baseline, changes }) =>
    changes.map(({ variable, value }, index) => {
      const before = [
        baseline[variable],
        ...changes.slice(0, index).flatMap((change) => (change.variable === variable ? [change.value] : [])),
      ];
      const overlap = Math.max(
        ...before.map((other) => (other.toLowerCase() === value.toLowerCase() ? 1 : wordOverlap(other, value))),
      );
      return {
        name: 'variants_differ',
        ok: overlap <= SAME_VALUE,
        value: Math.round(overlap * 100) / 100,
        limit: SAME_VALUE,
        unit: 'word_overlap',
        path: changePath(index),
        message: `Concept ${index + 2} has to change ${variable}; now it is "${value}".`,
        severity: 'must',
      };
    }),
};

export function changePath(index: number): string {
  return `changes[${index}].value`;
}
