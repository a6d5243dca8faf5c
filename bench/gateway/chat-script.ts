import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export const CHAT_PATH = '/v1/chat/completions';

const messages = [
  { role: 'system', content: 'You are a helpful assistant that answers briefly and precisely. '.repeat(3) },
  { role: 'user', content: 'Tell me in a few words what a gateway does. '.repeat(3) },
];

/** Writes wrk's script for a chat request of about 0.5 KB with these members; returns the script's path. */
export async function writeChatScript(folder: string, name: string, key: string, members: object): Promise<string> {
  const script = join(folder, `${name.replaceAll(/\W+/g, '-')}.lua`);
  const body = JSON.stringify({ ...members, messages, max_tokens: 100, user: 'user-1' });
  await writeFile(
    script,
    `wrk.method = "POST"\nwrk.headers["content-type"] = "application/json"\nwrk.headers["authorization"] = "Bearer ${key}"\nwrk.body = [==[${body}]==]\n`,
  );
  return script;
}
