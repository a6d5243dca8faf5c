import { z } from 'zod';

/** As JSON writes a whole number: no sign, no blank, no exponent, no leading zero. */
const DIGITS = /^(?:0|[1-9]\d{0,15})$/;

/**
 * A whole number in a query, where everything is text: `20`. What JavaScript would take for a number as well (`1e2`,
 * `0x10`, `+5`, ` 5`, `5.0`) is refused.
 */
export function queryNumber(least: number, most: number) {
  const words = `must be a whole number from ${least} to ${most} in digits`;
  return z.preprocess(
    (value) => (typeof value === 'string' && DIGITS.test(value) ? Number(value) : value),
    z.number(words).int(words).min(least, words).max(most, words),
  );
}
