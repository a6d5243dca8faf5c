import { passedHeaders, passedUrl, type HttpProviderAdapter, type ProviderSettings } from '@showrunner/providers';
import type { GatewayConfig } from '../config/gateway-config.ts';
import { PASSED_METHODS } from '../config/sections/pass-through-endpoints.ts';
import { GatewayError } from '../failure/gateway-error.ts';
import { withVendorKey, type Deployment } from '../exchange/deployment/deployment.ts';
import { passedDeployment } from './passed-deployment.ts';
import type { Destination, Passage } from './passage.ts';
import type { VendorPath } from './vendor-paths.ts';

/**
 * The way to a vendor's own API. Whose key is sent: that of the deployment which the path names, where it is one of the
 * vendor's (`/azure/openai/deployments/my-model/…`); of the first with `use_in_pass_through`; that of the environment. Over
 * all of them the caller's own, where the operator lets callers pay their vendors by themselves.
 */
export function vendorPassage({ path, vendor }: VendorPath, config: GatewayConfig): Passage {
  const ofVendor = config.deployments.filter(({ adapter }) => adapter.name === vendor.name);
  const chosen = ofVendor.find(({ settings }) => settings.options?.use_in_pass_through === true);
  const usual = chosen ?? passedDeployment(path, vendor, config.settingsOf(vendor));
  return {
    path,
    takesSubpath: true,
    methods: PASSED_METHODS,
    asksForKey: true,
    timeoutSeconds: config.passThrough.timeoutSeconds,
    costPerRequest: undefined,
    sends: 'known',
    destination(rest, keys) {
      const { deployment, rest: onward } = deploymentIn(rest, ofVendor) ?? { deployment: usual, rest };
      return destinationOf(vendor, withVendorKey(deployment, keys), onward);
    },
  };
}

function destinationOf(vendor: HttpProviderAdapter, deployment: Deployment, rest: string): Destination {
  const { settings } = deployment;
  refuseKeyless(vendor, settings);
  const url = passedUrl(vendor, rest === '' ? '/' : rest, settings);
  if (url === undefined) throw unreachable(vendor, 'has no address here', vendor.environment.apiBase);
  return { vendor, deployment, url, headers: passedHeaders(vendor, settings), defaultQuery: {} };
}

/** Azure's deployments are named by the path, and by callers with the names of this gateway's models. */
const OF_DEPLOYMENT = /^(?<before>\/openai\/deployments\/)(?<model>[^/]+)(?<after>\/.*)$/;

function deploymentIn(rest: string, deployments: readonly Deployment[]) {
  const { before = '', model = '', after = '' } = OF_DEPLOYMENT.exec(rest)?.groups ?? {};
  const deployment = deployments.find(({ group }) => group === decodeURIComponent(model));
  return deployment && { deployment, rest: before + encodeURIComponent(deployment.vendorModel) + after };
}

function refuseKeyless(vendor: HttpProviderAdapter, { apiKey, options }: ProviderSettings): void {
  if (!vendor.keyRequired || apiKey !== undefined || options?.azure_ad_token !== undefined) return;
  throw unreachable(vendor, 'has no key here', vendor.environment.apiKey);
}

/** The caller's own key was good: a 401 would have it look there. */
const NOT_IMPLEMENTED = 501;

function unreachable({ title }: HttpProviderAdapter, reason: string, variables: readonly string[] = []): GatewayError {
  const fix = variables.length === 0 ? '' : `; set ${variables[0]}, or use_in_pass_through of a model`;
  const message = `Nothing is passed through: ${title} ${reason}${fix}`;
  return new GatewayError({ status: NOT_IMPLEMENTED, type: 'not_implemented_error', message });
}
