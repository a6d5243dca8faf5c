import type { NotStarted, Observation } from './observation.ts';

/** One place at which the two gateways differ; what is not there is `undefined`. */
export interface Difference {
  /** `answers.0.body.error.type`, `upstream.only.0.body.stop`. */
  readonly path: string;
  readonly litellm: unknown;
  readonly ours: unknown;
}

/** Words of messages are for people, and differ on purpose: that there is a message is compared, not what it says. */
const WORDS = /\.(error\.message|detail(\.\w+)?|message|field_description)$/;

/** Every leaf at which two observations differ. */
export function compare(litellm: Observation | NotStarted, ours: Observation | NotStarted): Difference[] {
  return differences('', litellm, ours).filter(
    ({ path, litellm: there, ours: here }) =>
      !(WORDS.test(path) && typeof there === 'string' && typeof here === 'string'),
  );
}

function differences(path: string, litellm: unknown, ours: unknown): Difference[] {
  if (isTree(litellm) && isTree(ours) && Array.isArray(litellm) === Array.isArray(ours)) {
    const names = new Set([...Object.keys(litellm), ...Object.keys(ours)]);
    return [...names].flatMap((name) =>
      differences(path === '' ? name : `${path}.${name}`, member(litellm, name), member(ours, name)),
    );
  }
  return isSame(litellm, ours) ? [] : [{ path, litellm, ours }];
}

/** Both add floating-point numbers, in different orders. */
function isSame(litellm: unknown, ours: unknown): boolean {
  if (typeof litellm !== 'number' || typeof ours !== 'number') return Object.is(litellm, ours);
  return litellm === ours || Math.abs(litellm - ours) < 1e-6 * Math.abs(litellm);
}

function isTree(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function member(tree: object, name: string): unknown {
  return (tree as Record<string, unknown>)[name];
}
