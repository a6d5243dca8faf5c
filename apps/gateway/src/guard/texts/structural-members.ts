/**
 * Members whose value is no text for a model, on any wire (API references of OpenAI, Anthropic and Gemini, 2026-11): ids,
 * kinds, switches, bytes as text.
 */
export const structuralMembers: ReadonlySet<string> = namesIn(`
  type role object status phase id model index format detail strict required $ref
  tool_call_id tool_use_id call_id item_id file_id response_id previous_response_id container
  vector_store_ids conversation connector_id server_label authorization require_approval
  media_type mime_type mimeType encoding_format response_modalities modalities voice size quality
  finish_reason stop_reason native_finish_reason system_fingerprint service_tier truncation include
  reasoning_effort effort verbosity tool_choice prompt_cache_key prompt_cache_retention user safety_identifier
  b64_json partial_image_b64 encrypted_content encrypted_index signature thought_signature thoughtSignature
  fileUri file_uri responseMimeType response_mime_type finishReason modelVersion responseId blockReason
  cachedContent cached_content taskType obfuscation embedding created created_at expires_at
`);

/** Objects that say nothing to a model: figures, switches, and labels of the caller's own. */
export const structuralParts: ReadonlySet<string> = namesIn(`
  metadata litellm_metadata usage logprobs logit_bias stream_options tool_choice cache_control
  incomplete_details safety_settings safetySettings safetyRatings toolConfig tool_config usageMetadata
  thinkingConfig thinking_config labels container form
`);

function namesIn(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}
