import type {
  LanguageModelV4,
  LanguageModelV4ProviderTool,
  SharedV4ProviderMetadata,
  SharedV4ProviderOptions,
} from '@ai-sdk/provider';
import type { MemberReview } from '../kit/request/member-review.ts';
import type { ChatCall } from '../spec/operations/chat.ts';
import type { FetchFromVendor } from './fetch-from-vendor.ts';

/** What differs between the vendors that are called through the AI SDK's packages. */
export interface BridgeDialect {
  /** The vendor's model as its package makes it; packages are loaded with the first call. Throws a `ProviderError`. */
  model(call: ChatCall, fetch: FetchFromVendor): Promise<LanguageModelV4>;
  /** Members of OpenAI's wire that the vendor has nothing like. */
  readonly unsupported: readonly string[];
  /** Members beside those of OpenAI's wire that `providerOptions` reads; others go into the body as they are. */
  readonly ownMembers?: readonly string[];
  /** Members of the request that the package takes as options of its vendor. */
  providerOptions?(call: ChatCall, review: MemberReview): SharedV4ProviderOptions | undefined;
  /** Tools of the vendor's own that members of the request ask for. */
  providerTools?(call: ChatCall): LanguageModelV4ProviderTool[];
  /** Whether an event of the vendor's stream says that its answer is complete, for connections that are not closed then. */
  hasSaidAll?(event: unknown): boolean;
  /** Where a call's id has to carry what the vendor needs to go on. */
  readonly toolCallIds?: ToolCallIds;
}

/** Ids of calls as callers see them: all that every client hands back with a call's result. */
export interface ToolCallIds {
  /** `metadata` is what the vendor said beside the call. */
  write(id: string, metadata: SharedV4ProviderMetadata | undefined): string;
  read(shown: string): { readonly id: string; readonly providerOptions?: SharedV4ProviderOptions };
}
