/** What it takes to speak about a vendor. */
export interface Vendor {
  /** The prefix in `provider/model`, as LiteLLM writes it; also the name of the vendor's folder. */
  readonly name: string;
  /** How the vendor is called in messages, for example `OpenAI`. */
  readonly title: string;
}

/** What is true of a vendor whatever kind of call is made. */
export interface VendorDescription extends Vendor {
  /** Other prefixes that mean this vendor. */
  readonly aliases?: readonly string[];
  /** Model names that mean this vendor when no prefix is given, for example `gpt-5` or `claude-opus-5`. */
  readonly modelPatterns?: readonly RegExp[];
  /** Environment names that stand in for `api_key`, `api_base`, `api_version` and `organization`, in LiteLLM's order. */
  readonly environment: {
    readonly apiKey?: readonly string[];
    readonly apiBase?: readonly string[];
    readonly apiVersion?: readonly string[];
    readonly organization?: readonly string[];
  };
  /** Settings beside these that the vendor reads from `ProviderSettings.options`. */
  readonly options?: readonly VendorOption[];
  /** Whether a call without `apiKey` can work (local servers). */
  readonly keyRequired: boolean;
  /** Under which name the table of models knows one, where it may be written in several ways. */
  knownAs?(model: string): string;
  /** Why this of the vendor's models is not served here; nothing where it is. Default: all are. */
  refuses?(model: string): string | undefined;
}

/** A setting of a vendor's own, by its name in `litellm_params`. */
export interface VendorOption {
  readonly name: string;
  /** Environment names that stand in for it, in LiteLLM's order. */
  readonly variables: readonly string[];
  readonly isSecret: boolean;
}
