import type { ChatCall, HttpProviderAdapter } from '../spec/adapter.ts';
import type { JsonObject } from '../kit/json.ts';
import type { MemberReview } from '../kit/member-review.ts';

/**
 * How one vendor's OpenAI wire differs from OpenAI's own. A vendor folder is one of these and nothing else;
 * `defineOpenAiCompatible` makes the adapter.
 */
export interface OpenAiDialect extends Pick<
  HttpProviderAdapter,
  'name' | 'title' | 'aliases' | 'modelPatterns' | 'environment' | 'keyRequired' | 'defaultApiBase'
> {
  /**
   * `translated` where the vendor's answers need mending (own finish reasons, `reasoning` in place of
   * `reasoning_content`, usage beside choices); they are then read and written anew. Default: `openai`.
   */
  readonly wire?: 'openai' | 'translated';
  /** Request members that the vendor refuses. */
  readonly unsupported?: readonly string[];
  /** OpenAI's member names and the vendor's own. */
  readonly renamed?: Readonly<Record<string, string>>;
  /** False where the vendor refuses `stream_options` and sends usage without being asked. Default: true. */
  readonly takesStreamOptions?: boolean;
  /** Whether the model knows the role `developer`; where not it becomes `system`. Default: no model does. */
  readonly knowsDeveloperRole?: (model: string) => boolean;
  /** Message members, beside OpenAI's, that the vendor takes back: reasoning, or cache marks. Default: none. */
  readonly extraMessageMembers?: readonly string[];
  /** Whatever else differs; changes `body`, which is a copy. */
  readonly prepareBody?: (body: JsonObject, call: ChatCall, review: MemberReview) => void;
  /** Where the vendor does not use `{apiBase}/chat/completions`. */
  readonly url?: (apiBase: string, call: ChatCall) => string;
  /** Where the vendor does not use `authorization: Bearer`. */
  readonly authentication?: (call: ChatCall) => Record<string, string>;
}
