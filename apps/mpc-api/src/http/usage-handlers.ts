import type { Caller } from '@showrunner/access';
import type { UsageView, usageRoutes } from '@showrunner/contract';
import type { Handlers } from '@showrunner/service';
import type { Usage } from '../usage/usage.ts';
import type { UsageSum } from '../usage/sum-usage.ts';

/** What was used by the keys of a workspace. */
export function usageHandlers(usage: Usage): Handlers<typeof usageRoutes, Caller> {
  return {
    async getUsage({ caller, query: { by, from, to } }) {
      const sums = await usage.sum({
        workspace: caller.workspace,
        by,
        from: from?.toISOString(),
        until: to?.toISOString(),
      });
      const total = viewOf(sums.reduce(add, NOTHING));
      return {
        data: { rows: sums.map((sum) => ({ ...named(sum), ...viewOf(sum) })), total },
        message: 'What was used.',
      };
    },
  };
}

const NOTHING: UsageSum = { names: {}, input: 0, output: 0, costUsd: 0, generations: 0, unpriced: 0 };

function add(one: UsageSum, other: UsageSum): UsageSum {
  return {
    names: {},
    input: one.input + other.input,
    output: one.output + other.output,
    costUsd: one.costUsd + other.costUsd,
    generations: one.generations + other.generations,
    unpriced: one.unpriced + other.unpriced,
  };
}

function named({ names: { day, key, recipe, model } }: UsageSum) {
  return {
    ...(typeof day === 'string' ? { day } : {}),
    ...(typeof key === 'string' ? { key } : {}),
    ...(typeof recipe === 'string' ? { recipe } : {}),
    ...(model === undefined ? {} : { model }),
  };
}

/** A ten-billionth of a dollar is below the price of a token; what floating figures add to it is noise. */
const DIGITS = 10;

function viewOf({ input, output, costUsd, generations, unpriced }: UsageSum): UsageView['total'] {
  const cost_usd = Number(costUsd.toFixed(DIGITS));
  return { tokens: { input, output, total: input + output }, cost_usd, count: generations, unpriced };
}
