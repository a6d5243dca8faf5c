import type { ModelInfo } from '@showrunner/models';
import type { ChatRequest, ContentsRequest, HttpProviderAdapter, MessagesRequest } from '@showrunner/providers';
import type { PlainAnswer } from '../exchange/answer/answer.ts';
import type { ModelRequest } from '../exchange/asked/model-request.ts';
import type { ByteRelay } from '../exchange/answer/stream-relay.ts';
import type { CollectedResponse } from '../exchange/transports.ts';
import type { Wire } from '../exchange/wire.ts';
import type { ChatWriter } from './chat-wire.ts';

/** A request in chat's words, and how answers to it are written in the client's. */
export interface ChatInstead {
  readonly request: ChatRequest;
  readonly writer: ChatWriter;
}

/** How clients of a vendor's own wire ask for what all others know as a chat. */
export interface NativeWire<Request extends ModelRequest> extends Wire<Request> {
  /** A vendor's own answer as it came, but for the model's name. Throws a `ProviderError` where it is none. */
  pass(answer: CollectedResponse, vendor: HttpProviderAdapter, model: string): PlainAnswer;
  /** The same of a stream. */
  passStream(vendor: HttpProviderAdapter, model: string): ByteRelay;
  /**
   * For vendors that do not speak this wire. Throws a 400 that names what chat cannot say.
   *
   * @param known what the price table and `model_info` say of the model that is going to answer
   */
  throughChat(request: Request, known: ModelInfo): ChatInstead;
}

/** Anthropic's. */
export type MessagesWire = NativeWire<MessagesRequest>;

/** Gemini's. */
export type ContentsWire = NativeWire<ContentsRequest>;
