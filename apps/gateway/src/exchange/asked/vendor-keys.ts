import type { IncomingHttpHeaders } from 'node:http';

/** Keys of a caller's own, each by the vendor in whose header it came. */
export type VendorKeys = Readonly<Record<string, string>>;

/** Which vendor's clients write their key there. */
const VENDOR_HEADERS: Readonly<Record<string, string>> = {
  'x-api-key': 'anthropic',
  'x-goog-api-key': 'gemini',
  'api-key': 'azure',
};

/** Where callers write keys of vendors. */
export const vendorKeyHeaders: ReadonlySet<string> = new Set(Object.keys(VENDOR_HEADERS));

/** By which callers say to this gateway who they are, in the order in which they count. */
const OWN_HEADERS = ['x-litellm-api-key', 'authorization'];

/** A subscription's, which coding agents have in place of a key (LiteLLM 1.108.7, `is_anthropic_oauth_key`). */
const SUBSCRIPTION = /^bearer (?<key>sk-ant-oat\S*)$/i;

/**
 * Keys for vendors beside the one by which the caller was let in; nothing where there are none. A vendor's header by which
 * the caller was let in holds a key of this gateway's.
 *
 * @param own `litellm_key_header_name`
 */
export function vendorKeysIn(headers: IncomingHttpHeaders, own: string | undefined): VendorKeys | undefined {
  const letIn = [...(own === undefined ? [] : [own]), ...OWN_HEADERS].find((name) => headers[name] !== undefined);
  if (letIn === undefined) return undefined;
  const keys: Record<string, string> = {};
  for (const [name, vendor] of Object.entries(VENDOR_HEADERS)) {
    const key = headers[name];
    if (typeof key === 'string' && key !== '' && name !== letIn) keys[vendor] = key;
  }
  const subscription =
    letIn === 'authorization' ? undefined : SUBSCRIPTION.exec(headers.authorization ?? '')?.groups?.key;
  if (subscription !== undefined) keys.anthropic = subscription;
  return Object.keys(keys).length === 0 ? undefined : keys;
}
