import type { ProviderErrorKind } from '@showrunner/providers';
import { badRequest } from '../../failure/gateway-error.ts';

/** What a request asks to be made up, so that an operator sees how routing answers it. */
export interface MockControls {
  /** The members, as the request names them. */
  readonly members: readonly string[];
  /** How the group that is asked for fails; nothing where only a delay is asked for. */
  readonly failure: MockedFailure | undefined;
  /** How long a mocked answer takes to come, in seconds. */
  readonly delaySeconds: number | undefined;
}

export type MockedFailure = Extract<
  ProviderErrorKind,
  'server' | 'context_window' | 'content_policy' | 'rate_limit' | 'timeout'
>;

/**
 * The members by which a caller asks for a failure (LiteLLM 1.108.7, `route_llm_request.py`, GATED_MOCK_PARAM_NAMES). All
 * are refused, whatever their value, unless `general_settings.dangerously_allow_mock_testing_request_params` is true.
 */
const FAILURES: Readonly<Record<string, MockedFailure>> = {
  mock_testing_fallbacks: 'server',
  mock_testing_context_fallbacks: 'context_window',
  // What its documents call it.
  mock_testing_context_window_fallbacks: 'context_window',
  mock_testing_content_policy_fallbacks: 'content_policy',
  mock_testing_rate_limit_error: 'rate_limit',
  mock_timeout: 'timeout',
};
const DELAY = 'mock_delay';

export const mockMembers: readonly string[] = [...Object.keys(FAILURES), DELAY];

/** Nothing for a request that asks for none. Throws a 400 for a delay that is none. */
export function readMockControls(body: Readonly<Record<string, unknown>>): MockControls | undefined {
  const members = mockMembers.filter((member) => body[member] !== undefined && body[member] !== null);
  if (members.length === 0) return undefined;
  const wanted = members.find((member) => body[member] === true);
  return {
    members,
    failure: wanted === undefined ? undefined : FAILURES[wanted],
    delaySeconds: readDelay(body[DELAY]),
  };
}

function readDelay(value: unknown): number | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'number' && value >= 0 && value <= 600) return value;
  throw badRequest(`${DELAY} must be a number of seconds from 0 to 600`, DELAY);
}
