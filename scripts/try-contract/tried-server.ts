/** A server in a process of its own, and what is asked of it. */
export interface TriedServer extends AsyncDisposable {
  readonly url: string;
  /** Undefined where it takes none. */
  readonly key: string | undefined;
  /** A regular expression for paths that are not asked for: streams without an end of their own. */
  readonly excluded: string;
}
