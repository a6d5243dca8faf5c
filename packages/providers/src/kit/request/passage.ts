import type { HttpVendor } from '../../spec/adapter.ts';
import type { ProviderSettings } from '../../spec/call.ts';
import { withoutTrailingSlashes } from './request-headers.ts';

/** `v1`, `v1beta`, `v2alpha1`. */
const VERSION = /^v\d+[a-z\d]*$/;

/**
 * Where a request in a vendor's own form goes: its path as the vendor documents it, below the vendor's address. Nothing
 * where nobody has said where the vendor is.
 *
 * @param rest with its first slash
 */
export function passedUrl(vendor: HttpVendor, rest: string, settings: ProviderSettings): string | undefined {
  if (vendor.passage?.url) return vendor.passage.url(rest, settings);
  const address = settings.apiBase ?? vendor.defaultApiBase;
  return address === undefined ? undefined : belowAddress(rest, address);
}

/**
 * Where a vendor has its files and batches; nothing where nobody has said where the vendor is, or it has none.
 *
 * @param path OpenAI's, behind the version: `/files/file_1/content`
 */
export function filesUrl(vendor: HttpVendor, path: string, settings: ProviderSettings): string | undefined {
  if (!vendor.files) return undefined;
  return vendor.files.url ? vendor.files.url(path, settings) : passedUrl(vendor, `/v1${path}`, settings);
}

/** What proves to the vendor who calls; a bearer's token where the vendor says nothing else. */
export function passedHeaders(vendor: HttpVendor, settings: ProviderSettings): Record<string, string> {
  const { apiKey, organization, extraHeaders } = settings;
  const proof = vendor.passage?.headers?.(settings) ?? {
    ...(apiKey !== undefined && { authorization: `Bearer ${apiKey}` }),
    ...(organization !== undefined && { 'openai-organization': organization }),
  };
  const own = Object.entries(extraHeaders ?? {}).map(([name, value]) => [name.toLowerCase(), value]);
  return { ...proof, ...Object.fromEntries(own) };
}

/**
 * Documented paths begin where addresses of configurations may have gone on already: `/v1/files` below
 * `https://api.openai.com/v1`, `/openai/deployments/…` below `…/openai`, `/upload/v1beta/files` below `…/v1beta`. What
 * both say stands once, and of two versions that of the path.
 */
export function belowAddress(rest: string, address: string): string {
  const root = withoutTrailingSlashes(address);
  const last = root.slice(root.lastIndexOf('/') + 1);
  const [first = '', second = ''] = rest.slice(1).split('/', 2);
  const saysVersion = VERSION.test(last) && (VERSION.test(first) || VERSION.test(second));
  return (first === last || saysVersion ? root.slice(0, -last.length - 1) : root) + rest;
}
