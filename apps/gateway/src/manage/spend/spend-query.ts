import { z } from 'zod';
import { queryText } from '../query-members.ts';

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
