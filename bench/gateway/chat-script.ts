import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export const CHAT_PATH = '/v1/chat/completions';

const messages = [
  { role: 'system', content: 'You are a helpful assistant that answers briefly and precisely. '.repeat(3) },
  { role: 'user', content: 'Tell me in a few words what a gateway does. '.repeat(3) },
];

/** The body of a chat request of about 0.5 KB with these members. */
export function chatBody(members: object): string {
  return JSON.stringify({ ...members, messages, max_tokens: 100, user: 'user-1' });
}

export function chatHeaders(key: string): Record<string, string> {
  return { 'content-type': 'application/json', authorization: `Bearer ${key}` };
}

/** Writes wrk's script for a chat request; returns the script's path. */
export async function writeChatScript(
  folder: string,
  name: string,
  members: object,
  headers: Readonly<Record<string, string>>,
): Promise<string> {
  const script = join(folder, `${name.replaceAll(/\W+/g, '-')}.lua`);
  const headerLines = Object.entries(headers)
    .map(([header, value]) => `wrk.headers["${header}"] = "${value}"\n`)
    .join('');
  await writeFile(script, `wrk.method = "POST"\n${headerLines}wrk.body = [==[${chatBody(members)}]==]\n`);
  return script;
}
