import type { FinishReason } from '@showrunner/providers';

/** How a message ended, in Anthropic's words ("Handling stop reasons", 2026-11). */
export interface MessageEnd {
  stop_reason: 'end_turn' | 'max_tokens' | 'tool_use' | 'stop_sequence' | 'refusal';
  stop_sequence: string | null;
  stop_details?: { type: 'refusal'; category: null; explanation: string | null };
}

/** What is known of the end when the model has spoken. */
export interface Ending {
  readonly finishReason: FinishReason | null;
  /** The vendor's word for it where it has one beside the reason: of vLLM's kin the sequence that was met. */
  readonly vendorReason: unknown;
  readonly hasToolCalls: boolean;
  readonly refusal: string | undefined;
  /** The sequences that the client named. */
  readonly stopSequences: readonly string[];
}

export function messageEnd({ finishReason, vendorReason, hasToolCalls, refusal, stopSequences }: Ending): MessageEnd {
  if (finishReason === 'length') return { stop_reason: 'max_tokens', stop_sequence: null };
  if (finishReason === 'content_filter' || refusal !== undefined) {
    const stop_details = { type: 'refusal', category: null, explanation: refusal ?? null } as const;
    return { stop_reason: 'refusal', stop_sequence: null, stop_details };
  }
  // Some vendors say that they stopped, and want a tool called all the same.
  if (hasToolCalls) return { stop_reason: 'tool_use', stop_sequence: null };
  if (typeof vendorReason === 'string' && stopSequences.includes(vendorReason)) {
    return { stop_reason: 'stop_sequence', stop_sequence: vendorReason };
  }
  return { stop_reason: 'end_turn', stop_sequence: null };
}
