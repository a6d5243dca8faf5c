import { ApiError } from '@showrunner/client';
import { EnvironmentError } from '@showrunner/service/environment';
import { OperatorError, type Problem } from '@showrunner/stack';

/** Any error as what, where and fix: the one place where errors become terminal text. */
export function describeError(error: unknown): Problem {
  if (error instanceof OperatorError) return error.problem;
  if (error instanceof EnvironmentError) return describeEnvironment(error);
  if (ApiError.isInstance(error)) return describeApiError(error);
  if (error instanceof Error) {
    const frames = (error.stack ?? '').split('\n').slice(1, 6);
    return { what: error.message, lines: frames.map((frame) => frame.trim()) };
  }
  return { what: String(error) };
}

function describeEnvironment({ findings }: EnvironmentError): Problem {
  const [first, ...rest] = findings;
  return {
    what: first ? `${first.variable} ${first.reason}` : 'The environment cannot be used',
    where: '.env or the environment',
    ...(first ? { fix: first.fix } : {}),
    lines: rest.map(({ variable, reason, fix }) => `${variable} ${reason}; ${fix}`),
  };
}

/** What can be done about the API's errors from a terminal. */
const fixes: Readonly<Partial<Record<string, string>>> = {
  UNAUTHORIZED: 'if MPC_API_KEY in .env has changed since the start: showrunner restart',
  SERVICE_UNAVAILABLE: 'start the stack: showrunner up; how it is: showrunner health',
  LLM_ERROR: 'what the provider said: showrunner logs gateway --tail 20',
  GENERATION_FAILED: 'run it again, or give it more to work with',
};

function describeApiError({ code, message, requestId, details }: ApiError): Problem {
  const fix = fixes[code];
  return {
    what: `${code}: ${message}`,
    ...(requestId === undefined ? {} : { where: `request ${requestId}` }),
    ...(fix === undefined ? {} : { fix }),
    ...(details === undefined || Object.keys(details).length === 0
      ? {}
      : { lines: JSON.stringify(details, null, 2).split('\n') }),
  };
}
