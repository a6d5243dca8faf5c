/** One way that was tried, and why it led nowhere. */
export interface PullAttempt {
  source: string;
  problem: string;
}

/** No source gave the model. The message lists what was tried and what to do instead, ready to be shown. */
export class ModelPullError extends Error {
  readonly model: string;
  readonly attempts: readonly PullAttempt[];
  readonly suggestions: readonly string[];

  constructor(
    model: string,
    attempts: readonly PullAttempt[],
    { suggestions = waysOn, cause }: { suggestions?: readonly string[]; cause?: unknown } = {},
  ) {
    const tried = attempts.map(({ source, problem }) => `  tried  ${source}: ${problem}`);
    const fixes = suggestions.map((suggestion) => `  or     ${suggestion}`);
    super([`The model ${model} could not be fetched.`, ...tried, ...fixes].join('\n'), { cause });
    this.name = 'ModelPullError';
    this.model = model;
    this.attempts = attempts;
    this.suggestions = suggestions;
  }
}

const waysOn = [
  'set a provider key in .env (OPENAI_API_KEY or ANTHROPIC_API_KEY); then no local model is needed',
  'name a GGUF file that you have: SHOWRUNNER_MODEL_PATH=/path/to/model.gguf',
  'start Ollama (or LM Studio) with a model, and serve it as ollama/<model>',
];
