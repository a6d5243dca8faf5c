import type { BudgetNews } from '../../keys/budgets/budget-watch.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** What happened to a budget, under LiteLLM's names (`WebhookEvent`, 1.108.7). */
export interface BudgetEvent {
  readonly event: 'budget_crossed' | 'threshold_crossed' | 'soft_budget_crossed' | 'projected_limit_exceeded';
  readonly message: string;
  /** Tells thresholds of one event apart. */
  readonly mark: string;
  readonly projection?: Projection;
}

/** When a budget is spent at this pace, and what its window will have cost. */
interface Projection {
  /** `2026-11-29`. */
  readonly date: string;
  readonly dollars: number;
}

/** Of what LiteLLM warns before the end. */
const WARNINGS = [
  { left: 0.05, text: '5% or less of budget remaining' },
  { left: 0.15, text: '15% or less of budget remaining' },
] as const;

/** Less of a window tells nothing of its pace. */
const LEAST_PART = 0.1;

/** What of it somebody is to be told now: the gravest threshold that was passed, and a soft one beside it. */
export function budgetEvents(news: BudgetNews, now: number): readonly BudgetEvent[] {
  const { limit, softLimit, before, spent, holder } = news;
  const events: BudgetEvent[] = [];
  if (softLimit !== undefined && before < softLimit && spent >= softLimit) {
    const message = `Soft Budget Crossed: Total Soft Budget:\`${softLimit}\``;
    events.push({ event: 'soft_budget_crossed', mark: 'soft', message });
  }
  if (limit === undefined) return events;
  const title = TITLES[holder.kind] ?? 'Key Budget: ';
  if (spent >= limit) {
    const message = `${title}Budget Crossed\n Total Budget:\`${limit}\``;
    events.push({ event: 'budget_crossed', mark: 'max', message });
    return events;
  }
  const warning = WARNINGS.find(({ left }) => (limit - spent) / limit <= left);
  if (warning) {
    events.push({ event: 'threshold_crossed', mark: String(warning.left), message: `${title}${warning.text}` });
  }
  const projection = projectionOf(news, limit, now);
  if (projection) {
    const message = 'Key Budget: Projected Limit Exceeded';
    events.push({ event: 'projected_limit_exceeded', mark: 'projected', message, projection });
  }
  return events;
}

const TITLES: Readonly<Record<string, string>> = {
  key: 'Key Budget: ',
  team: 'Team Budget: ',
  user: 'User Budget: ',
  member: 'Team Member Budget: ',
  organization: 'Organization Budget: ',
  customer: 'Customer Budget: ',
  tag: 'Tag Budget: ',
  model_access_group: 'Model Access Group Budget: ',
  proxy: 'Proxy Budget: ',
};

/** By the pace of the window that runs; nothing where the limit holds until its end. */
function projectionOf({ holder, spent, duration, windowEndsAt }: BudgetNews, limit: number, now: number) {
  if (holder.kind !== 'key' || windowEndsAt === undefined || duration === undefined) return undefined;
  const lengthMs = windowLength(duration);
  if (lengthMs === undefined || lengthMs < DAY_MS) return undefined;
  const elapsedMs = lengthMs - (windowEndsAt - now);
  if (elapsedMs < LEAST_PART * lengthMs) return undefined;
  const dollars = (spent / elapsedMs) * lengthMs;
  if (dollars <= limit) return undefined;
  const spentAt = windowEndsAt - lengthMs + (limit / spent) * elapsedMs;
  return { date: new Date(spentAt).toISOString().slice(0, 10), dollars: Math.round(dollars * 1e6) / 1e6 };
}

/** In milliseconds; a month counts as thirty days, which its window's end makes good. */
function windowLength(duration: string): number | undefined {
  const [, count, unit] = /^(\d+)(h|d|w|mo)$/.exec(duration) ?? [];
  const unitMs = { h: HOUR_MS, d: DAY_MS, w: 7 * DAY_MS, mo: 30 * DAY_MS }[unit ?? ''];
  return unitMs === undefined ? undefined : Number(count) * unitMs;
}
