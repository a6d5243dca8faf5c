import { asString } from '../kit/json.ts';
import type { Vendor } from '../spec/adapter.ts';
import type { ProviderSettings } from '../spec/call.ts';

/** Who is spoken of in messages. */
export const oracle = { name: 'oci', title: 'Oracle Cloud' } as const satisfies Vendor;

/** One of the settings of Oracle's own. */
export function ociOption({ options }: ProviderSettings, name: string): string | undefined {
  return asString(options?.[name])?.trim() || undefined;
}
