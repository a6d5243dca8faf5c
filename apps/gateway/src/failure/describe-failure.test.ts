import { ProviderError } from '@showrunner/providers';
import { expect, test } from 'vitest';
import { describeFailure } from './describe-failure.ts';

function failed(status: number, vendorType: string | null = null): ProviderError {
  return new ProviderError({ kind: 'server', message: 'no', provider: 'acme', status, vendorType, isRetryable: false });
}

test.each([
  [401, 'authentication_error'],
  [403, 'permission_error'],
  [404, 'invalid_request_error'],
  [408, 'invalid_request_error'],
  [429, 'throttling_error'],
  [500, 'internal_server_error'],
  [502, 'internal_server_error'],
  [504, 'internal_server_error'],
])('a vendor’s %i is called what LiteLLM calls it, whatever the vendor calls it', (status, type) => {
  expect(describeFailure(failed(status, 'of_the_vendor')).type).toBe(type);
});

test.each([400, 413, 422])('a vendor’s own type of a %i is kept, and one without is an invalid request', (status) => {
  expect(describeFailure(failed(status, 'of_the_vendor')).type).toBe('of_the_vendor');
  expect(describeFailure(failed(status)).type).toBe('invalid_request_error');
});
