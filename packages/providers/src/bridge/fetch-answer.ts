import type { Vendor } from '../spec/adapter.ts';
import { asStreamResponse, asWholeResponse } from './answer-body.ts';
import type { FetchFromVendor } from './fetch-from-vendor.ts';
import { fetchFollowing } from './follow-redirect.ts';
import type { StreamEnding } from './stream-ending.ts';

/** How a package asks for a whole answer, whatever the vendor makes of it. */
export function fetchWholeFrom(vendor: Vendor): FetchFromVendor {
  return async (input, init) => asWholeResponse(vendor, await fetchFollowing(vendor, input, init));
}

/** How it asks for a stream; an answer that is none is thrown as the `ProviderError` that it stands for. */
export function fetchStreamFrom(vendor: Vendor, ending: StreamEnding): FetchFromVendor {
  return async (input, init) => {
    const response = await asStreamResponse(vendor, await fetchFollowing(vendor, input, init));
    return response.ok ? ending.within(response) : response;
  };
}
