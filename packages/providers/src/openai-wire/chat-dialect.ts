import type { JsonObject } from '../kit/json.ts';
import type { MemberReview } from '../kit/request/member-review.ts';
import type { ChatCall, ChatMessage, HttpChat } from '../spec/operations/chat.ts';

export type MessageMembers = Readonly<Partial<Record<ChatMessage['role'], readonly string[]>>>;

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
  readonly knowsDeveloperRole?: (call: ChatCall) => boolean;
  /** Message members, beside OpenAI's, that the vendor takes back: reasoning, or cache marks. Default: none. */
  readonly extraMessageMembers?: readonly string[];
  /**
   * The members that messages of a role have at a vendor that refuses any other. A role that is not there keeps all of
   * its members. `as OpenAI gives them`: all go but nulls. Default: those of OpenAI's answers that say nothing are left
   * out, and all else goes.
   */
  readonly messageMembers?: MessageMembers | 'as OpenAI gives them';
  /** Where the vendor refuses turns of the model in which it neither said nor called anything. Default: they go. */
  readonly refusesEmptyTurns?: boolean;
  /** The vendor's form of the id of a tool call, equal for the call and its result. Default: as it came. */
  readonly toolCallId?: (id: string, call: ChatCall) => string;
  /** Whatever else differs; changes `body`, which is a copy. */
  readonly prepareBody?: (body: JsonObject, call: ChatCall, review: MemberReview) => void;
}
