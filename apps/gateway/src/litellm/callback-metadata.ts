/** Members of metadata in which LiteLLM keeps where callbacks of a key's or a team's own go, and as whom (1.108.7). */
export const CALLBACK_METADATA: ReadonlySet<string> = new Set(['logging', 'callback_settings']);
