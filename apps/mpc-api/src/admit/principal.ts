/** Who calls: whose data they see, and what they may do. */
export interface Principal {
  /** Jobs, results and the result cache belong to a tenant. */
  readonly tenant: string;
  /** Named in logs; never the key. */
  readonly name: string;
  readonly scopes: ReadonlySet<string>;
}

/** Whether `scope` (`generate:script`) is among the caller's, itself or by `generate:*` or `admin`. */
export function hasScope({ scopes }: Principal, scope: string): boolean {
  return scopes.has(scope) || scopes.has('admin') || scopes.has(`${scope.split(':')[0]}:*`);
}

/** Everyone on an open server, and whoever holds `MPC_API_KEY`: one tenant, so that setting a key later loses nothing. */
export const administrator: Principal = {
  tenant: 'default',
  name: 'administrator',
  scopes: new Set(['admin']),
};
