/** What becomes of members beside what vendor and model take: what a deployment says of it, or a request. */
export interface ParameterControls {
  /** `drop_params`: what the vendor does not have is left out, and not refused. */
  readonly dropsUnsupported: boolean;
  /** `additional_drop_params`: never sent. `seed`, `response_format.strict`, `tools[*].input_examples`. */
  readonly dropped: readonly string[];
  /** `allowed_openai_params`: sent whatever is known of vendor and model. */
  readonly insistsOn: readonly string[];
}
