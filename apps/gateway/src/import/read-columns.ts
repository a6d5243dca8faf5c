import { isMapping, type Mapping } from '../json/mapping.ts';

/** The values of these columns that say something, by the same names. */
export function saidBy(row: Mapping, columns: readonly string[]): Mapping {
  return Object.fromEntries(
    columns.flatMap((column) => {
      const value = row[column];
      return saysNothing(value) ? [] : [[column, value] as const];
    }),
  );
}

/** LiteLLM's columns have empty lists, objects and texts where nothing was said. */
export function saysNothing(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  if (isMapping(value)) return Object.keys(value).length === 0;
  return value === undefined || value === null || value === '' || value === false;
}

export function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

/** JSON that may have been written as a text. */
export function jsonOf(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
}

export function mappingOf(value: unknown): Mapping {
  const read = jsonOf(value);
  return isMapping(read) ? read : {};
}

/** Milliseconds since 1970: LiteLLM's times are UTC and do not say so. */
export function timeOf(value: unknown): number | undefined {
  if (typeof value !== 'string') return undefined;
  const time = Date.parse(/[Zz]|[+-]\d\d(:?\d\d)?$/.test(value.slice(10)) ? value : `${value}Z`);
  return Number.isNaN(time) ? undefined : time;
}

/** Never below 0: what was given back is no credit. */
export function dollarsOf(value: unknown): number {
  const dollars = typeof value === 'string' ? Number(value) : value;
  return typeof dollars === 'number' && Number.isFinite(dollars) && dollars > 0 ? dollars : 0;
}

/** When and by whom it was made. */
export function madeBy(row: Mapping): { readonly createdAt?: number; readonly createdBy: string | null } {
  const createdAt = timeOf(row.created_at);
  return { ...(createdAt !== undefined && { createdAt }), createdBy: textOf(row.created_by) };
}
