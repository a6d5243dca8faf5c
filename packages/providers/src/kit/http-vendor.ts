import type { HttpVendor } from '../spec/adapter.ts';
import { classifyError } from './failure/classify-error.ts';

/** A vendor over HTTP out of what is known of it; its errors are read as all vendors' are, by their words and status. */
export function defineHttpVendor<Description extends Omit<HttpVendor, 'transport' | 'decodeError'>>(
  description: Description,
): Description & Pick<HttpVendor, 'transport' | 'decodeError'> {
  return Object.freeze({
    ...description,
    transport: 'http',
    decodeError: (status, headers, body) => classifyError(description, status, headers, body),
  } satisfies Description & Pick<HttpVendor, 'transport' | 'decodeError'>);
}
