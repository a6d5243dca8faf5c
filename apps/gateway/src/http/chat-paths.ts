/** The hot route, in each of its spellings. */
export const CHAT_PATHS: readonly string[] = ['/v1/chat/completions', '/chat/completions'];
