import type { ProviderCall, ProviderSettings } from '@showrunner/providers';
import type { Attempt } from '../exchange/attempt.ts';
import type { ModelRequest } from '../exchange/asked/model-request.ts';
import { withoutMembers } from './without-members.ts';

/** A request as the adapter of the attempt's deployment takes it. */
export function callOf<Request extends ModelRequest>(attempt: Attempt, request: Request): ProviderCall<Request> {
  const { deployment, exchange } = attempt;
  const call: ProviderCall<Request> = {
    request,
    model: deployment.vendorModel,
    settings: exchange.forwardedHeaders
      ? withHeaders(deployment.settings, exchange.forwardedHeaders)
      : deployment.settings,
    dropUnsupported: attempt.dropsUnsupported,
    ...(exchange.callerHeaders && { callerHeaders: exchange.callerHeaders }),
    ...(deployment.facts && { facts: deployment.facts }),
  };
  const own = deployment.parameters;
  const asked = exchange.controls.parameters;
  if (own === undefined && asked === undefined) return call;
  return {
    ...call,
    request: withoutMembers(request, [...(own?.dropped ?? []), ...(asked?.dropped ?? [])]),
    insistsOn: [...(own?.insistsOn ?? []), ...(asked?.insistsOn ?? [])],
  };
}

/** Those of the deployment's own come first. */
function withHeaders(settings: ProviderSettings, headers: Readonly<Record<string, string>>): ProviderSettings {
  return { ...settings, extraHeaders: { ...headers, ...settings.extraHeaders } };
}
