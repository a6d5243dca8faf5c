import type { IncomingHttpHeaders } from 'node:http';
import { invalidInput } from '@showrunner/errors';
import { MOST_WAITED_MS } from '../../drive/compose/deadline.ts';
import type { Composed } from '../../drive/compose/compose.ts';
import { acceptsEvents } from '../accepts-envelope.ts';

/** How a caller wants to hear of what they ask for. */
export type AnswerForm =
  /** The answer, for which they wait. */
  | { readonly kind: 'plain' }
  /** What happens on the way to it, as server-sent events. */
  | { readonly kind: 'events' }
  /** A job, at once. */
  | { readonly kind: 'job'; readonly applied: string | undefined }
  /** The answer if it is there within so many seconds, else the job. */
  | { readonly kind: 'within'; readonly seconds: number };

/** The longest that `wait` waits, in seconds; more is taken for this (content-api.md, "Auth"). */
const LONGEST_WAIT_SECONDS = 300;

/** The form that body and headers ask for. Throws 422 where two wishes contradict each other. */
export function answerFormOf({ options }: Pick<Composed, 'options'>, headers: IncomingHttpHeaders): AnswerForm {
  const form = wishedForm(options, headers);
  const isStored = form.kind === 'job' || form.kind === 'within' || headers['idempotency-key'] !== undefined;
  if (isStored && options.store === false)
    throw invalidInput([
      { path: 'store', reason: 'is false, and a job is what is stored', allowed: 'true, or a plain request' },
    ]);
  if (form.kind === 'events' && options.webhook_url !== undefined)
    throw invalidInput([
      { path: 'webhook_url', reason: 'is told of jobs, and this answer is a stream', allowed: 'no stream: true' },
    ]);
  if ((form.kind === 'plain' || form.kind === 'events') && (options.deadline_ms ?? 0) > MOST_WAITED_MS)
    throw invalidInput([
      {
        path: 'deadline_ms',
        reason: 'is more than a caller waits',
        allowed: `at most ${MOST_WAITED_MS}, or async: true`,
      },
    ]);
  return form;
}

function wishedForm(options: Composed['options'], headers: IncomingHttpHeaders): AnswerForm {
  const isJob = options.async === true || options.webhook_url !== undefined;
  if (options.stream ?? (!isJob && acceptsEvents(headers.accept))) return { kind: 'events' };
  const preferences = readPreferences(headers.prefer);
  const seconds = waitOf(preferences);
  if (seconds !== undefined) return { kind: 'within', seconds };
  if (preferences.has('respond-async')) return { kind: 'job', applied: 'respond-async' };
  return isJob ? { kind: 'job', applied: undefined } : { kind: 'plain' };
}

/** RFC 7240 §2: names without case, the first of several counts, parameters after a semicolon are passed over. */
function readPreferences(header: string | readonly string[] | undefined): ReadonlyMap<string, string> {
  const preferences = new Map<string, string>();
  for (const preference of [header ?? []].flat().join(',').split(',')) {
    const [token = ''] = preference.split(';', 1);
    const [name = '', value = ''] = token.split('=', 2).map((part) => part.trim());
    const known = name.toLowerCase();
    if (known !== '' && !preferences.has(known)) preferences.set(known, value.replace(/^"(.*)"$/, '$1'));
  }
  return preferences;
}

/** Seconds to wait; undefined where nobody asks for it, or in no way that can be read. */
function waitOf(preferences: ReadonlyMap<string, string>): number | undefined {
  const wait = preferences.get('wait');
  if (wait === undefined || !/^\d{1,9}$/.test(wait) || Number(wait) === 0) return undefined;
  return Math.min(Number(wait), LONGEST_WAIT_SECONDS);
}
