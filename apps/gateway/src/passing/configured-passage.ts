import { defineHttpVendor, providers, type HttpProviderAdapter } from '@showrunner/providers';
import type { PassThroughEndpoint } from '../config/sections/pass-through-endpoints.ts';
import { badRequest } from '../failure/gateway-error.ts';
import { passedDeployment } from './passed-deployment.ts';
import type { Passage } from './passage.ts';

/** Who answers where a target is nobody's that is known here. */
const somebody = defineHttpVendor({
  name: 'pass_through',
  title: 'The target',
  environment: {},
  keyRequired: false,
  defaultApiBase: undefined,
});

/** The way to a target that the configuration names. */
export function configuredPassage(endpoint: PassThroughEndpoint, usualTimeoutSeconds: number): Passage {
  const { path, target, headers, asksForKey, defaultQuery, refusal } = endpoint;
  const vendor = vendorAt(target);
  const deployment = passedDeployment(path, vendor, { apiBase: target });
  return {
    path,
    takesSubpath: endpoint.takesSubpath,
    methods: endpoint.methods,
    asksForKey,
    timeoutSeconds: endpoint.timeoutSeconds ?? usualTimeoutSeconds,
    costPerRequest: endpoint.costPerRequest,
    sends: endpoint.forwardsHeaders ? 'all' : 'known',
    destination(rest) {
      if (refusal !== undefined) throw badRequest(refusal, 'guardrails');
      return { vendor, deployment, url: below(target, rest), headers, defaultQuery };
    },
  };
}

/** A subpath goes behind the target's path, in front of its query. */
function below(target: string, rest: string): string {
  if (rest === '') return target;
  const url = new URL(target);
  url.pathname = url.pathname.replace(/\/+$/, '') + rest;
  return url.href;
}

/** Whose prices and budgets are meant. */
function vendorAt(target: string): HttpProviderAdapter {
  const { origin } = new URL(target);
  const known = providers.find(
    (vendor) =>
      vendor.transport === 'http' &&
      vendor.defaultApiBase !== undefined &&
      URL.parse(vendor.defaultApiBase)?.origin === origin,
  );
  return known?.transport === 'http' ? known : somebody;
}
