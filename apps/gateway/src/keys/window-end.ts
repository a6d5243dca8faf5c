import type { BudgetCalendar } from '../config/sections/litellm-settings.ts';
import { durationSeconds, readDurationParts } from '../litellm/duration.ts';

/** When windows of a day and more end: LiteLLM's `timezone` and `budget_reset_time`. */
export type Calendar = BudgetCalendar;

export const UTC_MIDNIGHT: Calendar = { zone: 'UTC', resetMinutes: 0 };

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const MONDAY = 1;

interface Day {
  readonly year: number;
  /** From 0. */
  readonly month: number;
  readonly day: number;
}

/**
 * When a window that is armed now ends, in milliseconds since 1970. Those of less than a day run from now on; a day ends
 * at the time of reset, a week on Monday, 30 days and months on the first, other days after so many
 * (`litellm_core_utils/duration_parser.py`, `get_next_standardized_reset_time`, 1.108.7, which has no months but one).
 */
export function windowEnd(duration: string, now: number, calendar: Calendar): number {
  const { count, unit } = readDurationParts(duration) ?? { count: 1, unit: 'd' };
  if (unit === 'mo') return monthEnd(count, now, calendar);
  const days = unit === 'w' ? count * 7 : unit === 'd' ? count : 0;
  if (days === 0) return now + (durationSeconds(duration) ?? 0) * 1000;
  if (days === 30) return monthEnd(1, now, calendar);
  const today = dayAt(now, calendar.zone);
  if (days !== 1 && days !== 7) return timeOn(plusDays(today, days), calendar);
  const weekday = new Date(Date.UTC(today.year, today.month, today.day)).getUTCDay();
  const first = days === 1 ? today : plusDays(today, (MONDAY + 7 - weekday) % 7);
  const end = timeOn(first, calendar);
  return end > now ? end : timeOn(plusDays(first, days), calendar);
}

/** The next end after one that is over, without drifting where nobody looked for a while. */
export function nextWindowEnd(duration: string, end: number, now: number, calendar: Calendar): number {
  const seconds = durationSeconds(duration) ?? 0;
  const isShort = seconds * 1000 < DAY_MS && seconds > 0;
  if (!isShort) return windowEnd(duration, now, calendar);
  const length = seconds * 1000;
  return end + Math.ceil((now - end + 1) / length) * length;
}

function monthEnd(count: number, now: number, calendar: Calendar): number {
  const { year, month } = dayAt(now, calendar.zone);
  const thisMonth = timeOn({ year, month, day: 1 }, calendar);
  // On the first, before the time of reset, the month before is not over yet.
  return thisMonth > now ? thisMonth : timeOn({ year, month: month + count, day: 1 }, calendar);
}

function plusDays({ year, month, day }: Day, days: number): Day {
  const date = new Date(Date.UTC(year, month, day + days));
  return { year: date.getUTCFullYear(), month: date.getUTCMonth(), day: date.getUTCDate() };
}

/** The time of reset on a day of the calendar; where clocks skip it, what it is called an hour later. */
function timeOn({ year, month, day }: Day, { zone, resetMinutes }: Calendar): number {
  const wall = Date.UTC(year, month, day) + resetMinutes * MINUTE_MS;
  const guess = wall - offsetAt(wall, zone);
  // The offset of the guess may be another one where clocks are changed that day.
  return wall - offsetAt(guess, zone);
}

function dayAt(time: number, zone: string): Day {
  const date = new Date(time + offsetAt(time, zone));
  return { year: date.getUTCFullYear(), month: date.getUTCMonth(), day: date.getUTCDate() };
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** How far clocks there are before those of UTC, in milliseconds. */
function offsetAt(time: number, zone: string): number {
  if (zone === 'UTC') return 0;
  let format = formats.get(zone);
  if (!format) formats.set(zone, (format = formatOf(zone)));
  const parts = Object.fromEntries(format.formatToParts(time).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(time / 1000) * 1000;
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const numeric = 'numeric';
  return new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: numeric,
    month: numeric,
    day: numeric,
    hour: numeric,
    minute: numeric,
    second: numeric,
  });
}
