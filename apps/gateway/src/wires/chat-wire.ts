import type { ChatChunk, ChatCompletion, ChatRequest, HttpProviderAdapter, Usage } from '@showrunner/providers';
import type { AnswerFacts } from '../exchange/answer/answer-facts.ts';
import type { PlainAnswer } from '../exchange/answer/answer.ts';
import type { ByteRelay, ChunkRelay } from '../exchange/answer/stream-relay.ts';
import type { CollectedResponse } from '../exchange/transports.ts';
import type { Wire } from '../exchange/wire.ts';

/** What the client is to see of an answer. */
export interface ChatView {
  /** The model as the client named it. */
  readonly model: string;
  /** Whether the client asked for the usage of its stream; if not, the usage that the gateway asked for is hidden. */
  readonly showsUsage: boolean;
  /** US dollars for a usage that is shown; nothing where no price is known. Left out where none is shown. */
  readonly costOf?: ((usage: Usage) => number | undefined) | undefined;
  /** What to show where the vendor counted nothing: an estimate, of what was read of its answer. Left out where none is shown. */
  readonly estimate?: ((facts: AnswerFacts) => Usage) | undefined;
}

/** How answers of chat are written for a family of clients, whatever they asked in. */
export interface ChatWriter {
  /** For vendors whose own answers need not be written anew; nothing where all of them have to be. */
  readonly passing: PassedChat | undefined;
  /** An answer of another wire, or one that was made here. */
  write(completion: ChatCompletion, view: ChatView): PlainAnswer;
  /** The same of a stream. */
  writeStream(view: ChatView): ChunkRelay<ChatChunk>;
}

/** Answers that pass through as the bytes that came. */
export interface PassedChat {
  /** The wire of the vendors whose answers do. */
  readonly vendorWire: 'openai';
  /** A vendor's own answer as it came, but for the model's name. Throws a `ProviderError` where it is none. */
  pass(answer: CollectedResponse, vendor: HttpProviderAdapter, view: ChatView): PlainAnswer;
  /** The same of a stream. */
  passStream(vendor: HttpProviderAdapter, view: ChatView): ByteRelay;
}

/** How a family of clients speaks chat completions. Another one is another folder beside `openai-chat`. */
export interface ChatWire extends Wire<ChatRequest>, ChatWriter {}
