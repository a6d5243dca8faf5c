import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { chatBody, CHAT_PATH, chatHeaders } from './chat-script.ts';
import type { Server } from '../servers/processes.ts';
import { KEY } from '../servers/production-gateway.ts';

/** A stream whose first content has come. */
export async function openStream({ url }: Server): Promise<Socket> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  const body = chatBody({ model: 'gpt', stream: true });
  const headers = Object.entries({ ...chatHeaders(KEY), host: hostname, 'content-length': String(body.length) });
  socket.write(
    `POST ${CHAT_PATH} HTTP/1.1\r\n${headers.map(([header, value]) => `${header}: ${value}\r\n`).join('')}\r\n${body}`,
  );
  let answer = '';
  while (!answer.includes('"content":')) {
    const [bytes] = (await once(socket, 'data')) as [Buffer];
    answer += bytes.toString('latin1');
    if (!answer.startsWith('HTTP/1.1 200')) throw new Error(`${url}: ${answer}`);
  }
  return socket;
}
