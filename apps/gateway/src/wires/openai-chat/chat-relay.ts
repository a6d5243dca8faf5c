import type { ProviderError } from '@showrunner/providers';
import type { AnswerFacts } from '../../exchange/record.ts';

/**
 * Turns what a vendor streams into the text of server-sent events for the client, and reads on the way what
 * accounting needs. It throws nothing: what was good before a failure is returned first.
 */
export interface ChatRelay {
  /** How the returned text becomes bytes: `latin1` where it is the vendor's own bytes. */
  readonly encoding: 'latin1' | 'utf8';
  /** Whether anything that answers the question has been read: text, a tool call, a refusal, a reason to finish. */
  readonly hasContent: boolean;
  /** What was read so far: a chunk with choices is about one token. */
  readonly facts: AnswerFacts;
  /** Why the stream is broken; nothing more comes after it. */
  readonly failure: ProviderError | undefined;
}

/** A relay of a vendor's bytes. */
export interface ByteRelay extends ChatRelay {
  push(bytes: Buffer): string;
  /** Call it when the bytes end: a stream that the vendor did not finish has a `failure` then. */
  end(): string;
}

/** What the client is to see. */
export interface RelayOptions {
  /** The model as the client named it. */
  readonly model: string;
  /** Whether the client asked for usage; if not, the usage that the gateway asked for is hidden. */
  readonly showUsage: boolean;
}

/** Nothing has been read yet. */
export function noFacts(): AnswerFacts {
  return { usage: undefined, roughTokens: 0, model: undefined };
}

/** Ends each stream that ended well (OpenAI's API reference, "Streaming"). */
export const DONE_EVENT = 'data: [DONE]\n\n';

/** Whether a chunk's choices answer the question; a role or an empty text does not. */
export function answersSomething(choices: unknown): boolean {
  if (!Array.isArray(choices)) return false;
  return choices.some((choice: { delta?: Record<string, unknown> | null; finish_reason?: unknown } | null) => {
    if (choice?.finish_reason !== undefined && choice.finish_reason !== null) return true;
    return Object.entries(choice?.delta ?? {}).some(
      ([member, value]) =>
        member !== 'role' && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0),
    );
  });
}
