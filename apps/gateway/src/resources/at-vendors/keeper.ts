import { ADMIN, type Caller } from '@showrunner/access';
import {
  filesUrl,
  findProvider,
  passedHeaders,
  type HttpProviderAdapter,
  type ProviderAdapter,
  type ProviderSettings,
} from '@showrunner/providers';
import { badRequest, GatewayError } from '../../failure/gateway-error.ts';
import type { Deployment } from '../../exchange/deployment/deployment.ts';
import type { Serving } from '../../serving/serving.ts';
import type { VendorThing } from '../../stored/sealed-ids.ts';

/** A vendor that keeps files and carries out batches, and as whom it is asked. */
export interface Keeper {
  /** What ids of things say of it: a deployment's id, or the vendor's name behind `files:`. */
  readonly id: string;
  readonly vendor: HttpProviderAdapter;
  readonly settings: ProviderSettings;
  /** The vendor's own name of the model, where a model was named; lines of batches are asked of it. */
  readonly model: string | undefined;
}

/** Where LiteLLM's clients say who is meant: in the path, a header, the query, or a body. The first that says something counts. */
export interface KeeperHints {
  readonly model?: string | undefined;
  readonly provider?: string | undefined;
}

const OF_VENDOR = 'files:';
/** Whose the files are where nobody says it, as in LiteLLM. */
const USUAL_PROVIDER = 'openai';

/** Who is meant. Throws a 400 where no such vendor or model keeps files here. */
export function keeperFor({ model, provider }: KeeperHints, serving: Serving): Keeper {
  if (model === undefined) return keeperOf(provider ?? USUAL_PROVIDER, serving);
  const deployments = serving.router.resolve(model)?.deployments ?? [];
  const keeper = deployments
    .flatMap((one) => keeperAt(one) ?? [])
    .find(({ settings }) => settings.apiKey !== undefined);
  const found = keeper ?? deployments.flatMap((one) => keeperAt(one) ?? [])[0];
  if (found) return found;
  throw badRequest(`No deployment of the model "${model}" keeps files or carries out batches`, 'model');
}

/** The keeper that an id names, as it is configured now. */
export function keeperById(id: string, serving: Serving): Keeper | undefined {
  if (id.startsWith(OF_VENDOR)) return keeperOf(id.slice(OF_VENDOR.length), serving);
  const deployment = serving.router.deployment(id);
  return deployment && keeperAt(deployment);
}

function keeperAt({ id, adapter, settings, vendorModel }: Deployment): Keeper | undefined {
  return hasFiles(adapter) ? { id, vendor: adapter, settings, model: vendorModel } : undefined;
}

/** A vendor by `files_settings`, else by its variables of the environment. */
function keeperOf(provider: string, { config }: Serving): Keeper {
  const vendor = findProvider(provider);
  if (!vendor || !hasFiles(vendor)) {
    throw badRequest(
      `The provider "${provider.slice(0, 100)}" keeps no files that are served here`,
      'custom_llm_provider',
    );
  }
  const settings = config.filesSettings.get(vendor.name) ?? config.settingsOf(vendor);
  return { id: OF_VENDOR + vendor.name, vendor, settings, model: undefined };
}

function hasFiles(adapter: ProviderAdapter): adapter is HttpProviderAdapter {
  return adapter.transport === 'http' && adapter.files !== undefined;
}

/** Where a keeper has something, and what proves who asks. Throws a 401 where it cannot be asked. */
export function addressAt({ vendor, settings }: Keeper, path: string, query: URLSearchParams) {
  const url = filesUrl(vendor, path, settings);
  const needsKey =
    vendor.keyRequired && settings.apiKey === undefined && settings.options?.azure_ad_token === undefined;
  if (url === undefined || needsKey) throw unreachable(vendor, needsKey);
  const target = new URL(url);
  for (const [name, value] of query) target.searchParams.append(name, value);
  return { url: target.href, headers: { ...passedHeaders(vendor, settings), 'accept-encoding': 'identity' } };
}

function unreachable({ title, environment }: HttpProviderAdapter, needsKey: boolean): GatewayError {
  const [variable] = (needsKey ? environment.apiKey : environment.apiBase) ?? [];
  const message = `${title} has no ${needsKey ? 'key' : 'address'} here: set ${variable}, or files_settings`;
  return new GatewayError({ status: 401, type: 'authentication_error', message });
}

/** OpenAI's words, for what never was and for what is somebody else's. */
export function noSuchThing(kind: 'File' | 'Batch', id: string): GatewayError {
  const message = `No such ${kind} object: ${id.slice(0, 200)}`;
  return new GatewayError({ status: 404, type: 'invalid_request_error', message, param: 'id' });
}

/**
 * What an id is to a caller: one that was sealed for them, an id of a vendor's that they may name, or nobody's, whether it
 * is somebody else's or was made up.
 *
 * @param allowsUnmanaged whether everybody may name ids that were not given out here
 */
export function standingOf(
  sealed: VendorThing | undefined,
  { workspace, scopes }: Pick<Caller, 'workspace' | 'scopes'>,
  allowsUnmanaged: boolean,
): 'theirs' | 'unmanaged' | 'nobodys' {
  if (sealed) return sealed.owner === workspace ? 'theirs' : 'nobodys';
  return allowsUnmanaged || scopes.has(ADMIN) ? 'unmanaged' : 'nobodys';
}
