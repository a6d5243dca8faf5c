import { dockerFailed } from './docker-problems.ts';

/**
 * Takes what docker printed as JSON, once it is seen to be what is read of it: engines differ, and what stands in for
 * docker leaves members out.
 *
 * @param doing what it is for, after "Docker could not"
 * @throws {OperatorError} where it is something else
 */
export function readDockerJson<Value>(
  text: string,
  doing: string,
  isExpected: (value: unknown) => value is Value,
): Value {
  const value = parsed(text);
  if (isExpected(value)) return value;
  throw dockerFailed(doing, `unexpected output: ${text.trim().slice(0, 200)}`);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
