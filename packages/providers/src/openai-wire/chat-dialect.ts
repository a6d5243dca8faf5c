import type { JsonObject } from '../kit/json.ts';
import type { MemberReview } from '../kit/member-review.ts';
import type { ChatCall, HttpChat } from '../spec/operations/chat.ts';

/** How one vendor's chat completions differ from OpenAI's own. */
export interface OpenAiChatDialect {
  /**
   * `translated` where the vendor's answers need changes (own finish reasons, `reasoning` in place of
   * `reasoning_content`, usage beside choices); they are then read and written anew. Default: `openai`.
   */
  readonly wire?: HttpChat['wire'];
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
}
