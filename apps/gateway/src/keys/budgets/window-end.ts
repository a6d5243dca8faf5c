import type { BudgetCalendar } from '../../config/spending-settings.ts';
import { durationSeconds, readDurationParts } from '../../litellm/duration.ts';

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
 * When a window that goes on now ends, in milliseconds since 1970. A day ends at the time of reset, a week on Monday, 30
 * days and months on the first (`litellm_core_utils/duration_parser.py`, `get_next_standardized_reset_time`, 1.108.7,
 * which has no months but one). All others follow one another from when their holder was made, so that each process that
 * meets it has the same; from now on where that is not known.
 *
 * @param since when that was, in milliseconds since 1970
 */
export function windowEnd(duration: string, now: number, calendar: Calendar, since = now): number {
  const { count, unit } = readDurationParts(duration) ?? { count: 1, unit: 'd' };
  if (unit === 'mo') return monthEnd(count, now, calendar, since);
  const days = unit === 'w' ? count * 7 : unit === 'd' ? count : 0;
  if (days === 0) return beatEnd((durationSeconds(duration) ?? 0) * 1000, now, since);
  if (days === 30) return monthEnd(1, now, calendar, since);
  if (days !== 1 && days !== 7) return daysEnd(days, now, calendar, since);
  const today = dayAt(now, calendar.zone);
  const weekday = new Date(Date.UTC(today.year, today.month, today.day)).getUTCDay();
  const first = days === 1 ? today : plusDays(today, (MONDAY + 7 - weekday) % 7);
  const end = timeOn(first, calendar);
  return end > now ? end : timeOn(plusDays(first, days), calendar);
}

/** The next end after one that is over, without drifting where nobody looked for a while. */
export function nextWindowEnd(duration: string, end: number, now: number, calendar: Calendar): number {
  return windowEnd(duration, now, calendar, end);
}

/** Whichever is the next of those that follow one another without a calendar. */
function beatEnd(length: number, now: number, since: number): number {
  return length > 0 ? since + (Math.floor((now - since) / length) + 1) * length : now;
}

/** The same of so many days each. */
function daysEnd(days: number, now: number, calendar: Calendar, since: number): number {
  const first = dayAt(since, calendar.zone);
  // One fewer than have passed by length alone: days may be an hour longer.
  let passed = Math.max(0, Math.floor((now - since) / (days * DAY_MS)) - 1);
  for (;;) {
    const end = timeOn(plusDays(first, ++passed * days), calendar);
    if (end > now) return end;
  }
}

function monthEnd(count: number, now: number, calendar: Calendar, since: number): number {
  if (count > 1) return monthsEnd(count, now, calendar, since);
  const { year, month } = dayAt(now, calendar.zone);
  const thisMonth = timeOn({ year, month, day: 1 }, calendar);
  // On the first, before the time of reset, the month before is not over yet.
  return thisMonth > now ? thisMonth : timeOn({ year, month: month + 1, day: 1 }, calendar);
}

function monthsEnd(count: number, now: number, calendar: Calendar, since: number): number {
  const { year, month } = dayAt(since, calendar.zone);
  for (let passed = 0; ; passed++) {
    const end = timeOn({ year, month: month + passed * count, day: 1 }, calendar);
    if (end > now) return end;
  }
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
