import type { IncomingHttpHeaders } from 'node:http';
import type { Caller } from '@showrunner/access';
import type { Mapping } from '../../json/mapping.ts';
import { VirtualKey } from '../../keys/virtual-key.ts';
import { CALLBACK_METADATA } from '../../litellm/callback-metadata.ts';

/** What its maker noted down for a key, but for the secrets of its callbacks; nothing for a key without. */
export function keyMetadata(caller: Caller): Mapping | null {
  if (!(caller instanceof VirtualKey)) return null;
  return Object.fromEntries(Object.entries(caller.metadata).filter(([name]) => !CALLBACK_METADATA.has(name)));
}

/** What a header is named that holds a secret, or may. */
const PROOF = /key|token|secret|auth|cookie|password|credential|signature/;
/** LiteLLM leaves these out: they say which SDK asks. */
const OF_SDKS = /^x-stainless-/;
const MOST_HEADERS = 32;
const LONGEST_VALUE = 256;

/** Headers of the caller's own invention (`x-…`), but for those that may prove who calls; nothing where there are none. */
export function customHeaders(headers: Readonly<Record<string, string | string[] | undefined>>): Mapping | null {
  const own = Object.entries(headers).flatMap(([name, value]): [string, string][] => {
    const isOwn = name.startsWith('x-') && !OF_SDKS.test(name) && !PROOF.test(name);
    return isOwn && typeof value === 'string' ? [[name, value.slice(0, LONGEST_VALUE)]] : [];
  });
  return own.length === 0 ? null : Object.fromEntries(own.slice(0, MOST_HEADERS));
}

/** LiteLLM's names of what vendors say of their limits, in OpenAI's headers for them. */
const LIMITS = [
  'x-ratelimit-limit-requests',
  'x-ratelimit-remaining-requests',
  'x-ratelimit-limit-tokens',
  'x-ratelimit-remaining-tokens',
] as const;

/** What the vendor said is left of its limits; nothing where it said nothing. */
export function vendorLimits(headers: IncomingHttpHeaders | undefined): Mapping | null {
  const said = LIMITS.flatMap((name): [string, number][] => {
    const number = Number(headers?.[name] || Number.NaN);
    return Number.isFinite(number) ? [[name.replaceAll('-', '_'), number]] : [];
  });
  return said.length === 0 ? null : Object.fromEntries(said);
}
