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
