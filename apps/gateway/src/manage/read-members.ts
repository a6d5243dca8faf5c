import { durationSeconds } from '../litellm/duration.ts';
import { isMapping } from '../json/mapping.ts';
import type { Member, MemberTable, ReadMember } from './members.ts';

const LONGEST_TEXT = 1_024;
const MOST_ENTRIES = 10_000;
/** Of JSON that is kept as it came. */
const LONGEST_JSON = 256 * 1_024;
/** Visible, so that it can stand in a log line and in a header. */
const CONTROL = /\p{Cc}/u;

export const readText: ReadMember = (value) =>
  typeof value === 'string' && value.length <= LONGEST_TEXT && !CONTROL.test(value)
    ? { value: value === '' ? null : value }
    : { problem: 'must be one short text without control characters' };

export const readTexts: ReadMember = (value) =>
  Array.isArray(value) && value.length <= MOST_ENTRIES && value.every((one) => isShortText(one))
    ? { value: [...new Set(value)] }
    : { problem: `must be a list of at most ${MOST_ENTRIES} short texts` };

export const readFlag: ReadMember = (value) =>
  typeof value === 'boolean' ? { value } : { problem: 'must be true or false' };

/** Dollars, and all that is counted: finite, and never below 0. Figures in quotes are figures, as in LiteLLM. */
export const readAmount: ReadMember = (value) => {
  if (value === '') return { value: null };
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return isAmount(number) ? { value: number } : { problem: 'must be a finite number of at least 0' };
};

export const readCount: ReadMember = (value) => {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return isCount(number) ? { value: number } : { problem: 'must be a whole number of at least 0' };
};

export const readDurationText: ReadMember = (value) =>
  typeof value === 'string' && durationSeconds(value) !== undefined
    ? { value }
    : { problem: 'must be a length of time such as 30d: a number above 0 and one of s, m, h, d, w and mo' };

/** The same, or `-1` for no end. */
export const readLifetime: ReadMember = (value) => (value === '-1' ? { value } : readDurationText(value));

export const readMapping: ReadMember = (value) =>
  isMapping(value) && JSON.stringify(value).length <= LONGEST_JSON
    ? { value }
    : { problem: `must be an object of at most ${LONGEST_JSON} characters` };

/** Other names for models. */
export const readNames: ReadMember = (value) =>
  isMapping(value) && Object.values(value).every((name) => isShortText(name))
    ? { value }
    : { problem: 'must be an object of short texts' };

/** Requests or tokens by the name of a model. */
export const readCounts: ReadMember = (value) =>
  isMapping(value) && Object.values(value).every((count) => isCount(count))
    ? { value }
    : { problem: 'must be an object of whole numbers of at least 0' };

/** Budgets by the name of a model: dollars, or dollars with the time in which they may be spent. */
export const readModelBudgets: ReadMember = (value) =>
  isMapping(value) && Object.values(value).every((budget) => isAmount(budget) || isModelBudget(budget))
    ? { value }
    : { problem: 'must be an object of dollars, or of {"budget_limit": dollars, "time_period": "30d"}' };

/** Several budgets at once, each with a time of its own. */
export const readBudgetLimits: ReadMember = (value) =>
  Array.isArray(value) && value.every(isBudgetLimit)
    ? { value: value.map(({ max_budget, budget_duration }) => ({ max_budget, budget_duration })) }
    : { problem: 'must be a list of {"max_budget": dollars, "budget_duration": "1d"}' };

/** A moment, kept as ISO 8601. */
export const readTime: ReadMember = (value) => {
  const time = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isNaN(time)
    ? { problem: 'must be a time such as 2026-12-31T00:00:00Z' }
    : { value: new Date(time).toISOString() };
};

export function readChoice(choices: readonly string[]): ReadMember {
  return (value) =>
    choices.includes(value as string) ? { value } : { problem: `must be one of ${choices.join(', ')}` };
}

/** What can be taken away and never given: null, or an empty list. */
export const readNothing: ReadMember = (value) =>
  Array.isArray(value) && value.length === 0 ? { value: null } : { problem: 'can only be taken away, by null' };

/** Members by how they are read. */
export function kept(place: Member['kept'], read: ReadMember): Member {
  return { read, kept: place };
}

/** Nothing here goes by it. */
export const UNSERVED: Member = { read: (value) => ({ value }), kept: 'unserved' };

/** The same of many, named with blanks between them. */
export function unserved(names: string): MemberTable {
  return Object.fromEntries(names.split(/\s+/).map((name) => [name, UNSERVED]));
}

function isShortText(value: unknown): boolean {
  return typeof value === 'string' && value.length <= LONGEST_TEXT && !CONTROL.test(value);
}

/** When it begins anew (`reset_at`) is LiteLLM's to show, and ours to say. */
function isBudgetLimit(value: unknown): boolean {
  if (!isMapping(value)) return false;
  const { max_budget: most, budget_duration: duration, reset_at: _shown, ...others } = value;
  const isAlone = Object.values(others).every((other) => other === null);
  return isAlone && isAmount(most) && durationSeconds(duration) !== undefined;
}

function isAmount(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}

function isCount(value: unknown): value is number {
  return isAmount(value) && Number.isSafeInteger(value);
}

/** Limits of requests and tokens, which LiteLLM's `BudgetConfig` has room for, are no budget: `model_rpm_limit` is theirs. */
function isModelBudget(value: unknown): boolean {
  if (!isMapping(value)) return false;
  const { budget_limit: limit, max_budget: most, time_period: period, budget_duration: duration, ...others } = value;
  if (Object.values(others).some((other) => other !== null)) return false;
  const time = period ?? duration;
  return isAmount(limit ?? most) && (time === undefined || time === null || durationSeconds(time) !== undefined);
}
