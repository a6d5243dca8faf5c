/** A file that is made from another source of truth, and how. */
export interface GeneratedFile {
  /** From the repository's root, with forward slashes. */
  readonly path: string;
  /** The module that makes it, named when the file is stale. */
  readonly generator: string;
  /** The whole content. `current` is what the file holds now, for generators that fill in only a part of it. */
  readonly content: (current: string) => string | Promise<string>;
}
