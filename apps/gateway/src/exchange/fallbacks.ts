import { isMapping, type Mapping } from '../json/mapping.ts';

/** A group that stands in for another, or with what of the request it does: `{ model, messages, … }`. */
export type FallbackTarget = string | ({ readonly model: string } & Mapping);

/** Which groups stand in for a group, in their order. `*` stands for each group without an entry. */
export type FallbackTable = ReadonlyMap<string, readonly FallbackTarget[]>;

/** The group's name. */
export function nameOfTarget(target: FallbackTarget): string {
  return typeof target === 'string' ? target : target.model;
}

export function isFallbackTarget(value: unknown): value is FallbackTarget {
  return typeof value === 'string' || (isMapping(value) && typeof value.model === 'string');
}
