import type { ProviderCall } from '@showrunner/providers';
import type { Attempt } from '../exchange/attempt.ts';

/** A request as the adapter of the attempt's deployment takes it. */
export function callOf<Request>({ deployment, exchange }: Attempt, request: Request): ProviderCall<Request> {
  return {
    request,
    model: deployment.vendorModel,
    settings: deployment.settings,
    dropUnsupported: deployment.dropUnsupported,
    ...(exchange.callerHeaders && { callerHeaders: exchange.callerHeaders }),
    ...(deployment.facts && { facts: deployment.facts }),
  };
}
