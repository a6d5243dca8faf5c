import { z } from 'zod';
import { badRequest } from '../../failure/gateway-error.ts';
import { DAY_MS } from '../../observe/spend/day-figures.ts';
import type { Days } from '../../observe/spend/read-days.ts';
import { queryText } from '../query-members.ts';

/** A query for each day is a second at most. */
const MOST_DAYS = 400;

const DAY = /^\d{4}-\d{2}-\d{2}$/;
/** As LiteLLM takes it, in UTC: `2026-11-23 14:00:00`. */
const MOMENT = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/;

export const queryDay = queryText.refine(
  (given) => given === undefined || isTime(given, DAY),
  'must be a day such as 2026-11-23',
);

export const queryMoment = queryText.refine(
  (given) => given === undefined || isTime(given, DAY) || isTime(given, MOMENT),
  'must be a day or a time such as 2026-11-23 14:00:00',
);

export const queryDollars = z.coerce.number('must be a number').optional();

/** Otherwise February the 30th is a day of March. */
function isTime(given: string, form: RegExp): boolean {
  if (!form.test(given)) return false;
  const time = millisecondsOf(given);
  return !Number.isNaN(time) && new Date(time).toISOString().replace('T', ' ').startsWith(given);
}

/** Milliseconds since 1970. */
export function millisecondsOf(moment: string): number {
  return Date.parse(DAY.test(moment) ? moment : `${moment.replace(' ', 'T')}Z`);
}

/** The days that a query names. Throws a 400 where they are not named, or too many. */
export function daysOf({ start_date: first, end_date: last }: NamedDays): Days {
  if (first === undefined) throw badRequest('start_date is required', 'start_date');
  if (last === undefined) throw badRequest('end_date is required', 'end_date');
  const count = (Date.parse(last) - Date.parse(first)) / DAY_MS + 1;
  if (count < 1) throw badRequest('end_date may not be before start_date', 'end_date');
  if (count > MOST_DAYS) throw badRequest(`between start_date and end_date may be ${MOST_DAYS} days`, 'end_date');
  return { first, last };
}

interface NamedDays {
  readonly start_date?: string | undefined;
  readonly end_date?: string | undefined;
}
