import { isSecretName, withoutAccess } from '../config/public-params.ts';
import { isMapping, type Mapping } from '../json/mapping.ts';
import { CALLBACK_METADATA } from '../litellm/callback-metadata.ts';

/** Stands for a secret that is there. */
export const MASK = '********';

/** Settings as they may be shown: of callbacks in their metadata it is told where they go, and not as whom. */
export function shownSettings(settings: Mapping): Mapping {
  const { metadata } = settings;
  if (!isMapping(metadata) || !Object.keys(metadata).some((name) => CALLBACK_METADATA.has(name))) return settings;
  const shown = Object.entries(metadata).map(([name, value]) => [
    name,
    CALLBACK_METADATA.has(name) ? masked(value) : value,
  ]);
  return { ...settings, metadata: Object.fromEntries(shown) };
}

function masked(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(masked);
  if (isMapping(value)) {
    return Object.fromEntries(
      Object.entries(value).map(([name, own]) => [name, isSecretName(name) ? MASK : masked(own)]),
    );
  }
  return typeof value === 'string' ? withoutAccess(value) : value;
}
