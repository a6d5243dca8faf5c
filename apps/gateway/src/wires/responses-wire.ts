import type { ChatRequest, HttpProviderAdapter, ResponseItem, ResponsesRequest } from '@showrunner/providers';
import type { PlainAnswer } from '../exchange/answer/answer.ts';
import type { ByteRelay } from '../exchange/answer/stream-relay.ts';
import type { CollectedResponse } from '../exchange/transports.ts';
import type { Wire } from '../exchange/wire.ts';
import type { ChatWriter } from './chat-wire.ts';

/** A response as its caller gets it. */
export type WrittenResponse = Readonly<Record<string, unknown>> & { readonly output: readonly ResponseItem[] };

/** What is to be known before a response is written. */
export interface ResponseDraft {
  readonly id: string;
  readonly request: ResponsesRequest;
  /** Whether the response is to be kept. */
  readonly isKept: boolean;
  /** Seconds since 1970, where it was told before there was an answer. */
  readonly createdAt?: number | undefined;
  /** Keeps it, and says whether that was possible; never rejects. */
  keep(response: WrittenResponse): Promise<boolean>;
}

/** Writes one answer of a chat as a response. */
export interface ResponseWriter extends ChatWriter {
  /** The response that was written whole; nothing of a stream. */
  readonly written: WrittenResponse | undefined;
}

/** What the client is to see of a vendor's own response. */
export interface PassedResponseView {
  /** The model as the client named it. */
  readonly model: string;
  /** This gateway's id for one of the vendor's. */
  idOf(vendorId: string): string;
  /** What the client calls the response before, of which the vendor says this; null where there is none. */
  previousIdOf(vendorId: string | null): string | null;
}

/** Why a response has no answer. */
export type UnansweredState =
  | { readonly status: 'queued' | 'in_progress' | 'cancelled' }
  | { readonly status: 'failed'; readonly error: { readonly code: string; readonly message: string } };

/** How a family of clients speaks responses. */
export interface ResponsesWire extends Wire<ResponsesRequest> {
  /** The items of an input, each with an id. */
  itemsOf(request: ResponsesRequest): ResponseItem[];
  /** The same question as a chat. Throws a 400 for what a chat cannot do; what may be dropped is dropped if `drops`. */
  asChat(request: ResponsesRequest, items: readonly ResponseItem[], drops: boolean): ChatRequest;
  writer(draft: ResponseDraft): ResponseWriter;
  /** A response of which there is no answer, yet or for good. */
  unanswered(draft: ResponseDraft, state: UnansweredState): WrittenResponse;
  /** Whether an item is reasoning that this gateway sealed for a vendor without responses of its own. */
  isForeignReasoning(item: ResponseItem): boolean;
  /** A vendor's own response as it came, but for ids and the model's name. Throws a `ProviderError` where it is none. */
  pass(answer: CollectedResponse, vendor: HttpProviderAdapter, view: PassedResponseView): PlainAnswer;
  /** The same of a stream. */
  passStream(vendor: HttpProviderAdapter, view: PassedResponseView): ByteRelay;
}
