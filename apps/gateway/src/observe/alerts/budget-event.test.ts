import { expect, test } from 'vitest';
import type { BudgetNews } from '../../keys/budgets/budget-watch.ts';
import { budgetEvents } from './budget-event.ts';

const NOON = Date.parse('2026-11-29T12:00:00Z');
const holder = { kind: 'key', id: 'k', alias: 'editor', teamId: undefined, userId: undefined } as const;

function news(members: Partial<BudgetNews>): BudgetNews {
  const none = {
    limit: undefined,
    softLimit: undefined,
    duration: undefined,
    windowEndsAt: undefined,
    model: undefined,
  };
  return { ...none, holder, before: 0, spent: 0, window: 'w', ...members };
}

test.each([
  [{ limit: 10, spent: 8 }, []],
  [{ limit: 10, spent: 8.5 }, [['threshold_crossed', 'Key Budget: 15% or less of budget remaining']]],
  [{ limit: 10, spent: 9.6 }, [['threshold_crossed', 'Key Budget: 5% or less of budget remaining']]],
  [{ limit: 10, spent: 10 }, [['budget_crossed', 'Key Budget: Budget Crossed\n Total Budget:`10`']]],
  [{ softLimit: 5, before: 4, spent: 6 }, [['soft_budget_crossed', 'Soft Budget Crossed: Total Soft Budget:`5`']]],
  [{ softLimit: 5, before: 5, spent: 6 }, []],
] satisfies [Partial<BudgetNews>, [string, string][]][])('of %j is told %j', (members, told) => {
  expect(budgetEvents(news(members), NOON).map(({ event, message }) => [event, message])).toEqual(told);
});

test('a day’s budget of which six tenths are spent at noon is spent today, by the key’s own window', () => {
  const window = { duration: '1d', windowEndsAt: Date.parse('2026-11-30T00:00:00Z') };
  const [event] = budgetEvents(news({ limit: 10, spent: 6, ...window }), NOON);
  expect(event).toMatchObject({ event: 'projected_limit_exceeded', projection: { date: '2026-11-29', dollars: 12 } });
  expect(budgetEvents(news({ limit: 10, spent: 4.9, ...window }), NOON)).toEqual([]);
  expect(budgetEvents(news({ limit: 10, spent: 6, duration: '1h', windowEndsAt: NOON + 1 }), NOON)).toEqual([]);
});
