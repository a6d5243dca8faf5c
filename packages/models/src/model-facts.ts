import { asFigure, asFlag, type ModelInfo } from './model-info.ts';

/**
 * The limits and abilities of one model, as far as calls are made by them. A member that is missing means what it means
 * in LiteLLM's table: nothing special. A model without any facts is one that the table does not know, so one that is
 * newer than the table.
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
  /** Whether it reasons before it answers. */
  readonly reasons?: boolean;
  /** Those of OpenAI's parameters that others of the vendor's models take, and this one does not. */
  readonly lacks?: readonly string[];
}

/**
 * The parameters by which models of one vendor differ. What a vendor takes or refuses for all of its models is its
 * adapter's to know.
 */
const EFFORT = 'reasoning_effort';
const DIFFERING = { chat: [EFFORT, 'verbosity'], embedding: ['dimensions'] };

/** Nothing for a model that nobody describes. */
export function readFacts(known: ModelInfo): ModelFacts | undefined {
  const facts = {
    maxOutputTokens: asFigure(known.max_output_tokens) ?? asFigure(known.max_tokens),
    supportsAdaptiveThinking: asFlag(known.supports_adaptive_thinking),
    supportsSamplingParameters: asFlag(known.supports_sampling_params),
    supportsNoReasoning: asFlag(known.supports_none_reasoning_effort),
    lacks: lackedOf(known),
  };
  const present = Object.entries(facts).filter(([, value]) => value !== undefined);
  if (present.length === 0) return undefined;
  // An operator says it of models that nobody else describes, which stay unknown by it.
  const reasons = asFlag(known.supports_reasoning);
  return { ...Object.fromEntries(present), ...(reasons !== undefined && { reasons }) };
}

/** Nothing where nobody says what it takes, or where it takes all of them. A model that reasons takes an effort. */
function lackedOf({ mode, supported_openai_params: supported, supports_reasoning: reasons }: ModelInfo) {
  if (!Array.isArray(supported)) return undefined;
  const differing = mode === 'embedding' ? DIFFERING.embedding : DIFFERING.chat;
  const lacked = differing.filter((name) => !supported.includes(name) && !(name === EFFORT && reasons === true));
  return lacked.length === 0 ? undefined : lacked;
}
