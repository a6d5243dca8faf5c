import { isOfRouteGroup, isRouteGroup } from '../../litellm/route-groups.ts';

/** Callers choose the members of paths, so how many verdicts are remembered is bounded. */
const MOST_REMEMBERED = 200;

/**
 * `allowed_routes` of a key, as LiteLLM reads them (`proxy/auth/route_checks.py`, 1.108.7): paths, each with those below
 * it; beginnings of paths, with a star behind them; and its names for many routes.
 */
export class RouteGrants {
  readonly written: readonly string[];
  readonly #groups: readonly string[];
  readonly #remembered = new Map<string, boolean>();

  constructor(written: readonly string[]) {
    this.written = written;
    this.#groups = written.filter(isRouteGroup);
  }

  /** Whether the path is of one of them. */
  hold(path: string): boolean {
    let held = this.#remembered.get(path);
    if (held === undefined) {
      held = this.name(path) || this.#groups.some((group) => isOfRouteGroup(path, group));
      if (this.#remembered.size < MOST_REMEMBERED) this.#remembered.set(path, held);
    }
    return held;
  }

  /** Whether it is written out, and not only by a name for many. */
  name(path: string): boolean {
    return this.written.some(
      (one) => path === one || path.startsWith(`${one}/`) || (one.endsWith('*') && path.startsWith(one.slice(0, -1))),
    );
  }
}
