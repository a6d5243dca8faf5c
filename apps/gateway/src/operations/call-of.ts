import type { ProviderCall } from '@showrunner/providers';
import type { Attempt } from '../exchange/attempt.ts';

/** A request as the adapter of the attempt's deployment takes it. */
export function callOf<Request>({ deployment }: Attempt, request: Request): ProviderCall<Request> {
  return {
    request,
    model: deployment.vendorModel,
    settings: deployment.settings,
    dropUnsupported: deployment.dropUnsupported,
    ...(deployment.facts && { facts: deployment.facts }),
  };
}
