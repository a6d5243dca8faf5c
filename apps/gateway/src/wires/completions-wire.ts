import type { CompletionsRequest, HttpProviderAdapter } from '@showrunner/providers';
import type { PlainAnswer } from '../exchange/answer/answer.ts';
import type { ByteRelay } from '../exchange/answer/stream-relay.ts';
import type { CollectedResponse } from '../exchange/transports.ts';
import type { Wire } from '../exchange/wire.ts';
import type { ChatView, ChatWriter } from './chat-wire.ts';

/** How a family of clients speaks text completions. */
export interface CompletionsWire extends Wire<CompletionsRequest> {
  /** A vendor's own answer as it came, but for the model's name. Throws a `ProviderError` where it is none. */
  pass(answer: CollectedResponse, vendor: HttpProviderAdapter, view: ChatView): PlainAnswer;
  /** The same of a stream. */
  passStream(vendor: HttpProviderAdapter, view: ChatView): ByteRelay;
  /** Writes chats as completions; the texts are said before the answers, one for each prompt, nothing where none is. */
  writer(echoed: readonly string[] | undefined): ChatWriter;
}
