import { expect, test } from 'vitest';
import { compareEstimates } from './compare.ts';

/** Seventy requests and as many estimates. */
const DEADLINE_MS = 120_000;

/**
 * What is asked is known to the word, but for what later questions quote of earlier replies. What is replied is not: the
 * model of this bench is terse, but for titles, for which it says whole sentences; another one writes more about its
 * pictures and sets its JSON in lines.
 */
const INPUT_TOLERANCE = 0.15;
const OUTPUT_FACTOR = 3;

/** How many briefs have to be written without repair, so that something is shown. */
const FEWEST = { single: 50, staged: 5 } as const;

test.each(['single', 'staged'] as const)(
  'an estimate is near to what a request takes that needs no repair: %s',
  { timeout: DEADLINE_MS },
  async (strategy) => {
    const compared = await compareEstimates(strategy);
    // A narration that comes too short is gone on with, which nobody knows before.
    const whole = compared.filter(({ estimated, taken }) => estimated.asks >= taken.asks);
    expect(whole.length).toBeGreaterThanOrEqual(FEWEST[strategy]);
    for (const { brief, estimated, taken } of whole) {
      const { asks, tokens } = estimated;
      expect({ brief: brief.id, asks }).toEqual({ brief: brief.id, asks: taken.asks });
      expect(Math.abs(tokens.input / taken.tokens.input - 1)).toBeLessThan(INPUT_TOLERANCE);
      const output = tokens.output / taken.tokens.output;
      expect(Math.max(output, 1 / output)).toBeLessThan(OUTPUT_FACTOR);
    }
  },
);
