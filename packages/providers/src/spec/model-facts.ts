/**
 * What is known about one model, as far as adapters decide by it. The gateway fills it from the bundled price table
 * and `model_info`. A member that is missing means what it means in that table: nothing special. A call without any
 * facts is for a model that the table does not know, so for one that is newer than the table.
 */
export interface ModelFacts {
  /** The most tokens that the model can write in one answer. */
  readonly maxOutputTokens?: number;
  /** Anthropic: the model decides how long it thinks, and takes an effort in place of a budget. */
  readonly supportsAdaptiveThinking?: boolean;
  /** False where `temperature`, `top_p` and `top_k` are refused. */
  readonly supportsSamplingParameters?: boolean;
  /** OpenAI: `reasoning_effort: none` is the default, so sampling parameters work when no effort is asked for. */
  readonly supportsNoReasoning?: boolean;
}
