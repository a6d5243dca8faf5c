import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export const CHAT_PATH = '/v1/chat/completions';

const messages = [
  { role: 'system', content: 'You are a helpful assistant that answers briefly and precisely. '.repeat(3) },
  { role: 'user', content: 'Tell me in a few words what a gateway does. '.repeat(3) },
];

/** What a chat request asks for: its members, and messages where the usual ones are too short. */
interface ChatMembers {
  readonly model?: string;
  readonly stream?: boolean;
  readonly messages?: readonly object[];
}

/** The body of a chat request with these members, of about 0.5 KB where it brings no messages of its own. */
export function chatBody(members: ChatMembers): string {
  return JSON.stringify({ messages, ...members, max_tokens: 100, user: 'user-1' });
}

/** A conversation of about so many bytes: turns of half a kilobyte, as a chat grows. */
export function conversation(bytes: number): object[] {
  const turn = 'What does a gateway do with "quoted" text, new lines\nand tabs\tin a long conversation? '.repeat(5);
  return Array.from(
    { length: Math.ceil(bytes / JSON.stringify({ role: 'user', content: turn }).length) },
    (_, index) => ({
      role: index % 2 === 0 ? 'user' : 'assistant',
      content: turn,
    }),
  );
}

export function chatHeaders(key: string): Record<string, string> {
  return { 'content-type': 'application/json', authorization: `Bearer ${key}` };
}

/** Writes wrk's script for a chat request; returns the script's path. */
export async function writeChatScript(
  folder: string,
  name: string,
  members: ChatMembers,
  headers: Readonly<Record<string, string>>,
): Promise<string> {
  const script = join(folder, `${name.replaceAll(/\W+/g, '-')}.lua`);
  const headerLines = Object.entries(headers)
    .map(([header, value]) => `wrk.headers["${header}"] = "${value}"\n`)
    .join('');
  await writeFile(script, `wrk.method = "POST"\n${headerLines}wrk.body = [==[${chatBody(members)}]==]\n`);
  return script;
}

/** Which of many keys a script sends: each in its turn, or one at random with each request. */
export type KeyOrder = 'in turn' | 'at random';

/**
 * The same of one of so many keys a request.
 *
 * @param keyOfNumber the key of a number, from 1, which stands in it with eight digits
 */
export async function writeKeysScript(
  folder: string,
  { count, order, keyOfNumber }: { count: number; order: KeyOrder; keyOfNumber: (number: number) => string },
): Promise<string> {
  const script = join(folder, `${count}-keys-${order.replace(' ', '-')}.lua`);
  const body = chatBody({ model: 'gpt' });
  const [before = '', after = ''] = keyOfNumber(0).split('00000000');
  const fields = { host: '127.0.0.1', 'content-length': String(Buffer.byteLength(body)), ...chatHeaders('') };
  const head = `POST ${CHAT_PATH} HTTP/1.1\r\n${Object.entries(fields)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('')}`;
  const [headBefore = '', headAfter = ''] = head.split('Bearer ').map((part) => JSON.stringify(part));
  await writeFile(
    script,
    `local before = ${headBefore} .. "Bearer ${before}"
local after = "${after}" .. ${headAfter} .. "\\r\\n" .. [==[${body}]==]
local sent = 0
request = function()
  sent = sent + 1
  local number = ${order === 'in turn' ? `(sent - 1) % ${count} + 1` : `math.random(${count})`}
  return before .. string.format("%08d", number) .. after
end
`,
  );
  return script;
}
