/**
 * Callbacks that look at what is asked or answered, and stop or change it: on for every request where they are named
 * (LiteLLM 1.110.2, `proxy/common_utils/callback_utils.py`).
 */
const GUARD_CALLBACKS: ReadonlySet<string> = new Set([
  'aporia_prompt_injection',
  'azure_content_safety',
  'banned_keywords',
  'blocked_user_check',
  'detect_prompt_injection',
  'google_text_moderation',
  'hide_secrets',
  'lakera_prompt_injection',
  'llamaguard_moderations',
  'llmguard_moderations',
  'openai_moderations',
  'presidio',
]);

export function isGuardCallback(name: string): boolean {
  return GUARD_CALLBACKS.has(name);
}
