import names from './names.generated.json' with { type: 'json' };

/** What LiteLLM keeps for itself of `litellm_params`, and so of a request: no vendor is sent any of it. */
export const ownParameters: ReadonlySet<string> = new Set(names.parameters);

/** What LiteLLM reads of a request beside its parameters: routing, mocks, what only its proxy may set. */
export const ownRequestControls: ReadonlySet<string> = new Set(names.requestControls);

/** The members of OpenAI's "Create chat completion". */
export const openAiChatMembers: ReadonlySet<string> = new Set(names.openAiChatMembers);

/** What begins so is LiteLLM's own, whatever follows. */
export const OWN_PREFIX = names.internalPrefix;

/** Whether a name in `litellm_params` is LiteLLM's own. */
export function isOwnParameter(name: string): boolean {
  return ownParameters.has(name) || name.startsWith(OWN_PREFIX);
}
