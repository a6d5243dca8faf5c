import names from './names.generated.json' with { type: 'json' };

/** An option of LiteLLM's proxy. */
export interface LiteLlmOption {
  /** Without its dashes. */
  readonly name: string;
  /** Its short form, one letter. */
  readonly short: string | null;
  readonly takesValue: boolean;
  /** The variable of the environment that stands in for it. */
  readonly variable: string | null;
}

/** Every option that its command line has. */
export const liteLlmOptions: readonly LiteLlmOption[] = names.commandLine;
