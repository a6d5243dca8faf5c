import { namePattern, withProvider } from '../../config/reading/name-pattern.ts';

/** By what else a name that is asked for may be granted. */
export interface AskedModel {
  readonly name: string;
  /** What it stands for, where it is an alias. */
  readonly target: string | undefined;
  /** `model_info.access_groups` of those that would answer. */
  readonly accessGroups: readonly string[];
  /** The team whose keys alone may ask it. */
  readonly teamId?: string | undefined;
}

const EVERY = new Set(['*', 'all-proxy-models']);

/** Stands in the list of a user whose own keys may ask nothing. */
const NO_DEFAULT_MODELS = 'no-default-models';

/**
 * A list of models as LiteLLM reads it (`proxy/auth/auth_checks.py`, `check_model_access_helper`, 1.108.7): names,
 * patterns with stars, access groups; an empty one is all there are.
 */
export class ModelGrants {
  readonly written: readonly string[];
  readonly isEverything: boolean;
  readonly #names: ReadonlySet<string>;
  readonly #patterns: readonly RegExp[];

  constructor(written: readonly string[]) {
    this.written = written;
    this.isEverything = written.length === 0 || written.some((name) => EVERY.has(name));
    this.#names = new Set(written.filter((name) => name !== NO_DEFAULT_MODELS));
    this.#patterns = written.filter((name) => name.includes('*')).map(namePattern);
  }

  /** Whether it may be asked, under its own name or the one that it stands for. */
  hold({ name, target, accessGroups }: AskedModel): boolean {
    return (
      this.isEverything ||
      this.#holdName(name) ||
      (target !== undefined && this.#holdName(target)) ||
      accessGroups.some((group) => this.#names.has(group))
    );
  }

  #holdName(name: string): boolean {
    if (this.#names.has(name)) return true;
    if (this.#patterns.length === 0) return false;
    const whole = withProvider(name);
    return this.#patterns.some((pattern) => pattern.test(name) || (whole !== undefined && pattern.test(whole)));
  }
}

/** Everything: what a list that is not there grants. */
export const EVERY_MODEL = new ModelGrants([]);
