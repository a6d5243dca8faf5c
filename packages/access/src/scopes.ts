import type { Caller } from './caller.ts';

/** The scope that holds all others. Nothing but itself holds it. */
export const ADMIN = 'admin';

/** What every key holds, whatever it was made for: routes that say what is there ask for it. */
export const ANY = 'any';

/** Whether a caller may do what a route asks for. */
export type Permission = { readonly kind: 'permitted' } | { readonly kind: 'lacks_scope'; readonly scope: string };

const PERMITTED: Permission = { kind: 'permitted' };

export function permit({ scopes }: Caller, scope: string): Permission {
  return allows(scopes, scope) ? PERMITTED : { kind: 'lacks_scope', scope };
}

/**
 * Whether `scope` is held: by its own name, by its group's (`generate:*` holds `generate:script` and
 * `generate:script.revise`), or by `admin`; `any` always. Asked of a scope with a star it says whether that may be handed on, so that
 * no key is made wider than its maker.
 */
export function allows(held: ReadonlySet<string>, scope: string): boolean {
  return scope === ANY || held.has(ADMIN) || held.has(scope) || held.has(groupOf(scope));
}

/** `generate:script` → `generate:*`. A scope without a group is its own. */
function groupOf(scope: string): string {
  const colon = scope.indexOf(':');
  return colon === -1 ? scope : `${scope.slice(0, colon)}:*`;
}
