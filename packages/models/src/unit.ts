/**
 * What vendors bill by. Prompt tokens are counted apart by how they were billed: `inputTokens` are those that came from
 * no cache and went into none, and are text; so it is with `outputTokens`. An image that is made or read is counted in
 * images, in pixels or in tokens, as its vendor bills it.
 */
export type Unit =
  | 'inputTokens'
  | 'cachedInputTokens'
  | 'cacheWriteTokens'
  | 'cacheWriteHourTokens'
  | 'inputImageTokens'
  | 'inputAudioTokens'
  | 'outputTokens'
  | 'reasoningTokens'
  | 'outputImageTokens'
  | 'outputAudioTokens'
  | 'images'
  | 'pixels'
  | 'inputSeconds'
  | 'outputSeconds'
  | 'videoSeconds'
  | 'inputCharacters'
  | 'outputCharacters'
  | 'searches'
  | 'pages'
  | 'requests';

/** What a call used: quantities by unit. A unit that is not there was not used. */
export type Use = Readonly<Partial<Record<Unit, number>>>;

/** How a unit is priced. */
export interface UnitPricing {
  /** The members in which LiteLLM's table and configurations state its price; the first that is there holds. */
  readonly members: readonly string[];
  /** At whose price it is billed where it has none of its own. */
  readonly else?: Unit;
  /** Whether its price may rise with the length of the prompt (`<member>_above_200k_tokens`). */
  readonly risesWithPrompt?: true;
}

/** Sources: LiteLLM 1.90.0, `litellm_core_utils/llm_cost_calc/utils.py` and its table. */
export const unitPricing: Readonly<Record<Unit, UnitPricing>> = {
  inputTokens: { members: ['input_cost_per_token'], risesWithPrompt: true },
  cachedInputTokens: { members: ['cache_read_input_token_cost'], else: 'inputTokens', risesWithPrompt: true },
  cacheWriteTokens: { members: ['cache_creation_input_token_cost'], else: 'inputTokens', risesWithPrompt: true },
  cacheWriteHourTokens: {
    members: ['cache_creation_input_token_cost_above_1hr'],
    else: 'cacheWriteTokens',
    risesWithPrompt: true,
  },
  inputImageTokens: { members: ['input_cost_per_image_token'], else: 'inputTokens' },
  inputAudioTokens: { members: ['input_cost_per_audio_token'], else: 'inputTokens' },
  outputTokens: { members: ['output_cost_per_token'], risesWithPrompt: true },
  reasoningTokens: { members: ['output_cost_per_reasoning_token'], else: 'outputTokens' },
  outputImageTokens: { members: ['output_cost_per_image_token'], else: 'outputTokens' },
  outputAudioTokens: { members: ['output_cost_per_audio_token'], else: 'outputTokens' },
  // LiteLLM's table states most prices of what is made as prices of the input.
  images: { members: ['output_cost_per_image', 'input_cost_per_image'] },
  pixels: { members: ['input_cost_per_pixel'] },
  inputSeconds: { members: ['input_cost_per_second'] },
  outputSeconds: { members: ['output_cost_per_second'] },
  videoSeconds: { members: ['output_cost_per_video_per_second'] },
  inputCharacters: { members: ['input_cost_per_character'] },
  outputCharacters: { members: ['output_cost_per_character'] },
  searches: { members: ['input_cost_per_query', 'search_context_cost_per_query'] },
  pages: { members: ['ocr_cost_per_page'] },
  requests: { members: ['input_cost_per_request'] },
};

/** The ending of members that price long prompts, with the length in tokens or thousands of them. */
export const LONG_PROMPT = /_above_(\d+)(k?)_tokens$/;

export const units: readonly Unit[] = Object.keys(unitPricing).filter(isUnit);

function isUnit(name: string): name is Unit {
  return Object.hasOwn(unitPricing, name);
}

const priceMembers = new Set(units.flatMap((unit) => unitPricing[unit].members));

/** How a call may be served at a price of its own, as the endings of members say it: at once, or when there is room. */
export const serviceTiers = ['priority', 'flex'] as const;

export type ServiceTier = (typeof serviceTiers)[number];

/** By a vendor's word for how a call is served, of which `fast` costs what `priority` does, as in LiteLLM 1.108.7. */
export function tierOf(word: string): ServiceTier | undefined {
  return word === 'fast' ? 'priority' : serviceTiers.find((tier) => tier === word);
}

/** The ending of members that price calls by how they are served: at once, later, or many together. */
const SERVED_AS = /_(priority|flex|batches)$/;

/** Whether a member states a price, that of long prompts and of other ways to be served included. */
export function isPriceMember(member: string): boolean {
  return priceMembers.has(member.replace(SERVED_AS, '').replace(LONG_PROMPT, ''));
}
