import { ApiError, ErrorTypes, invalidInput } from '@showrunner/errors';
import type { Finding } from '@showrunner/recipes';
import { CostLimitError } from './ask/budget.ts';
import { checkFigures } from './check-figures.ts';
import type { Composed } from './compose/compose.ts';
import { tallyFigures, type Tally } from './ask/tally.ts';
import { UnusableReplyError } from './ask/unusable-reply-error.ts';
import type { GenerationFinding } from './variant.ts';

/** The guarantees that a draft never kept. */
export function checksFailed(findings: readonly GenerationFinding[], tally: Tally): ApiError {
  const failed = findings.filter(({ ok }) => !ok);
  const first = failed.find(({ severity }) => severity === 'must') ?? failed[0];
  return ErrorTypes.GENERATION_FAILED(
    `The model's answer did not pass the checks${first ? `: ${first.message}` : '.'}`,
    { checks: failed.map(checkFigures), truncated: false, ...tallyFigures(tally) },
  );
}

/** The same of what no model wrote: what the caller sent breaks a promise. */
export function promisesBroken(findings: readonly GenerationFinding[]): ApiError {
  const failed = findings.filter(({ ok, severity }) => !ok && severity !== 'report');
  const issues = failed.map(({ path = '', message }) => ({ path, reason: message, allowed: null }));
  return ErrorTypes.VALIDATION_ERROR(`The result would break a promise: ${failed[0]?.message ?? ''}`, {
    issues,
    checks: failed.map(checkFigures),
  });
}

/** What went wrong on the way to a draft, in the catalogue's terms; catalogue errors pass as they are. */
export function asApiError(error: unknown, tally: Tally, composed: Composed): unknown {
  if (error instanceof UnusableReplyError) {
    return ErrorTypes.GENERATION_FAILED(
      `The model gave no usable answer: ${error.finding}`,
      {
        checks: [brokenPromise(error.fault, { message: error.finding, path: error.part })],
        truncated: error.fault === 'truncated',
        refused: error.fault === 'refused',
        ...tallyFigures(tally),
      },
      { cause: error },
    );
  }
  if (error instanceof CostLimitError) return costLimit(error, tally);
  return isAboutModel(error, composed) ? unknownModel(composed) : error;
}

/** Whether the gateway refused a model that the caller named and the gateway does not list. It decides, for wildcards. */
function isAboutModel(error: unknown, { options, modelNames }: Composed): boolean {
  if (!ApiError.isInstance(error) || error.code !== 'LLM_ERROR' || options.model === undefined) return false;
  return [400, 404].includes(Number(error.details?.status)) && !modelNames.includes(options.model);
}

function unknownModel({ options, modelNames }: Composed): ApiError {
  const reason = `names a model that the gateway does not serve (${JSON.stringify(options.model)})`;
  return invalidInput([{ path: 'model', reason, allowed: `one of ${modelNames.join(', ')}` }]);
}

function costLimit({ mayCostUsd }: CostLimitError, tally: Tally): ApiError {
  const needed = `at least ${mayCostUsd.toPrecision(3)} US dollars`;
  if (tally.attempts > 0) {
    const message = 'max_cost was reached before the answer was complete.';
    return ErrorTypes.GENERATION_FAILED(message, {
      reason: 'max_cost',
      checks: [brokenPromise('max_cost', { message, value: mayCostUsd, unit: 'USD' })],
      truncated: false,
      ...tallyFigures(tally),
    });
  }
  const reason = 'is less than the first question to the model may cost';
  return invalidInput([{ path: 'max_cost', reason, allowed: needed }]);
}

/** A check of the service's own, beside those of the operation. */
function brokenPromise(
  name: string,
  found: Pick<Finding, 'message'> & Partial<Finding>,
): ReturnType<typeof checkFigures> {
  return checkFigures({ name, ok: false, severity: 'must', value: null, limit: null, unit: '', ...found });
}
