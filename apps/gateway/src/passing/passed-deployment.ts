import type { HttpProviderAdapter, ProviderSettings } from '@showrunner/providers';
import type { Deployment } from '../exchange/deployment.ts';

/** What stands for a vendor that no entry of `model_list` names, so that it is counted as all others are. */
export function passedDeployment(path: string, adapter: HttpProviderAdapter, settings: ProviderSettings): Deployment {
  return {
    id: `pass-through:${path}`,
    group: path,
    model: path,
    adapter,
    vendorModel: path,
    settings,
    problem: undefined,
    isBlocked: false,
    defaults: {},
    dropUnsupported: false,
    asksMessagesByChat: false,
    parameters: undefined,
    tags: [],
    guardrails: [],
    weight: undefined,
    rpm: undefined,
    tpm: undefined,
    order: undefined,
    maxParallelRequests: undefined,
    timeoutSeconds: undefined,
    streamTimeoutSeconds: undefined,
    retries: undefined,
    cooldownSeconds: undefined,
    mockResponse: undefined,
    mockDelaySeconds: undefined,
    mockTimesOut: false,
    isMock: false,
    region: undefined,
    budget: undefined,
    allowedFails: undefined,
    allowedFailsPolicy: undefined,
    allowedAccess: undefined,
    publicParams: {},
    facts: undefined,
    price: undefined,
    info: {},
  };
}
