import { isMapping, type Mapping } from '../json/mapping.ts';

/** A list of texts among the settings of an entity; empty where there is none. */
export function textsIn(settings: Mapping | undefined, name: string): readonly string[] {
  const value = settings?.[name];
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}

/** A limit among them; nothing where it is not set. */
export function numberIn(settings: Mapping | undefined, name: string): number | undefined {
  const value = settings?.[name];
  return typeof value === 'number' ? value : undefined;
}

export function textIn(settings: Mapping | undefined, name: string): string | undefined {
  const value = settings?.[name];
  return typeof value === 'string' ? value : undefined;
}

export function mappingIn(settings: Mapping | undefined, name: string): Mapping {
  const value = settings?.[name];
  return isMapping(value) ? value : {};
}

/** When something ends, in milliseconds since 1970: kept as LiteLLM shows it, ISO 8601. */
export function timeIn(settings: Mapping | undefined, name: string): number | undefined {
  const time = Date.parse(textIn(settings, name) ?? '');
  return Number.isNaN(time) ? undefined : time;
}
