import { connect } from 'node:net';

export interface RedisAnswer {
  readonly isWell: boolean;
  readonly text: string;
}

/**
 * Presents the password and asks for PONG, as a client must (redis.io/docs/latest/develop/reference/protocol-spec).
 * Anything else is an answer but not a good one: `LOADING` while it reads its data, `NOAUTH`, `WRONGPASS`, `MISCONF`.
 *
 * @throws when nobody is there, or nothing is said before `signal` aborts.
 */
export async function askRedis(
  { host, port, password }: { readonly host: string; readonly port: number; readonly password: string },
  signal: AbortSignal,
): Promise<RedisAnswer> {
  signal.throwIfAborted();
  const socket = connect({ host, port });
  const giveUp = (): void => void socket.destroy(signal.reason as Error);
  signal.addEventListener('abort', giveUp, { once: true });
  try {
    socket.write(command('AUTH', password) + command('PING'));
    let received = '';
    for await (const chunk of socket.setEncoding('utf8') as AsyncIterable<string>) {
      received += chunk;
      const [auth, pong] = received.split('\r\n').slice(0, -1);
      if (auth?.startsWith('-')) return { isWell: false, text: auth.slice(1) };
      if (pong !== undefined) return { isWell: pong === '+PONG', text: pong.slice(1) };
    }
    throw new Error('it closed the connection');
  } finally {
    signal.removeEventListener('abort', giveUp);
    socket.destroy();
  }
}

function command(...words: readonly string[]): string {
  return `*${words.length}\r\n${words.map((word) => `$${Buffer.byteLength(word)}\r\n${word}\r\n`).join('')}`;
}
