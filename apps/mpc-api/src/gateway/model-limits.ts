import { ApiError } from '@showrunner/errors';
import type { ChatBody } from './gateway-client.ts';
import { numberOf, textOf } from '../json-members.ts';

/** Request members that some models refuse and an answer can do without. */
const OPTIONAL_MEMBERS = ['response_format', 'temperature', 'seed'] as const;
type OptionalMember = (typeof OPTIONAL_MEMBERS)[number];

/**
 * Remembers which optional members a model refuses (reasoning models take no temperature, some providers no schema),
 * so that only the first request pays for finding out.
 */
export class ModelLimits {
  readonly #refused = new Map<string, ReadonlySet<OptionalMember>>();

  /** Sends the body, without what the model is known or now found to refuse. */
  async fitting<Sent>(body: ChatBody, send: (body: ChatBody) => Promise<Sent>): Promise<Sent> {
    for (;;) {
      const without = this.#refused.get(body.model);
      try {
        return await send(without ? withoutMembers(body, without) : body);
      } catch (error) {
        const member = refusedMember(error);
        if (member === undefined || body[member] === undefined || without?.has(member)) throw error;
        this.#refused.set(body.model, new Set([...(without ?? []), member]));
      }
    }
  }
}

/** Which member a 400 is about: by its `param`, else by the name in its message. */
function refusedMember(error: unknown): OptionalMember | undefined {
  if (!ApiError.isInstance(error) || error.code !== 'LLM_ERROR') return undefined;
  const param = textOf(error.details.param);
  if (numberOf(error.details.status) !== 400) return undefined;
  return OPTIONAL_MEMBERS.find((member) => param?.startsWith(member) ?? error.message.includes(member));
}

function withoutMembers(body: ChatBody, refused: ReadonlySet<OptionalMember>): ChatBody {
  const fitted: { -readonly [Member in keyof ChatBody]: ChatBody[Member] } = { ...body };
  if (refused.has('response_format')) fitted.messages = withSchemaInWords(body);
  for (const member of refused) delete fitted[member];
  return fitted;
}

/** A model that cannot be held to a schema is told it. */
function withSchemaInWords({ messages, response_format: format }: ChatBody): ChatBody['messages'] {
  if (!format) return messages;
  const { schema } = format.json_schema;
  const told = `\n\nAnswer with one JSON object and nothing else, valid by this JSON Schema:\n${JSON.stringify(schema)}`;
  return messages.map((message, index) => (index === 1 ? { ...message, content: message.content + told } : message));
}
