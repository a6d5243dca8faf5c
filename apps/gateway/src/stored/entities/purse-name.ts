/** Whoever spends. */
interface SpenderName {
  readonly kind: string;
  readonly id: string;
}

/** The name of what an entity has spent: `key:9f3a`. Names behind it are parts of its own: `key:9f3a:model:gpt`. */
export function purseName({ kind, id }: SpenderName): string {
  return `${kind}:${encodeURIComponent(id)}`;
}

/** What it has spent on one model. */
export function modelPurseName(name: SpenderName, model: string): string {
  return `${purseName(name)}:model:${encodeURIComponent(model)}`;
}

/** What it has spent in one of several windows. */
export function windowPurseName(name: SpenderName, duration: string): string {
  return `${purseName(name)}:window:${duration}`;
}

/** By which name what all keys together have spent is known among those of its kind. */
export const PROXY_ID = 'budget';

/** What all keys together have spent. */
export const PROXY_PURSE = purseName({ kind: 'proxy', id: PROXY_ID });
