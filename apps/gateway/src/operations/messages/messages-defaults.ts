import { openAiChatMembers } from '../../litellm/own-names.ts';

/** Members of chat that messages have as well, under the same name and with the same meaning. */
const shared = new Set(['max_tokens', 'temperature', 'top_p', 'tools', 'stream']);

/** A deployment's members in chat's words that messages have under another name. */
const renamed: Readonly<Record<string, string>> = { max_completion_tokens: 'max_tokens', stop: 'stop_sequences' };

const known = new WeakMap<object, Readonly<Record<string, unknown>>>();

/** A deployment's own members as far as a vendor of Anthropic's wire takes them: it refuses all others of chat. */
export function messagesDefaults(defaults: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const made = known.get(defaults) ?? Object.fromEntries(Object.entries(defaults).flatMap(inMessages));
  known.set(defaults, made);
  return made;
}

function inMessages([member, value]: readonly [string, unknown]): [string, unknown][] {
  const name = renamed[member];
  if (name === 'stop_sequences') return [[name, [value].flat()]];
  if (name !== undefined) return [[name, value]];
  return openAiChatMembers.has(member) && !shared.has(member) ? [] : [[member, value]];
}
