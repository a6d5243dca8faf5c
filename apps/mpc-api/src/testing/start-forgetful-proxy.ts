import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A proxy before Postgres that loses the answer to one COMMIT. */
export interface ForgetfulProxy extends AsyncDisposable {
  readonly url: string;
  /** Of the next transaction with that text in one of its statements the end goes through, and its answer is lost. */
  forgetCommitAfter(text: string): void;
  /** How many answers were lost. */
  readonly lost: number;
}

/** A statement that is prepared under a name, in whose place the name stands later (PostgreSQL, "Message Formats"). */
const PREPARED = /P[^]{4}([^\0]+)\0([^\0]+)\0/g;

export async function startForgetfulProxy(databaseUrl: string): Promise<ForgetfulProxy> {
  const target = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  const statements = new Map<string, string>();
  const holds = (text: string, sought: string): boolean =>
    text.includes(sought) ||
    [...statements].some(([name, statement]) => statement.includes(sought) && text.includes(`\0${name}\0`));
  let wanted: string | undefined;
  let lost = 0;
  const server = createServer((client) => {
    const upstream = connect(Number(target.port || '5432'), target.hostname);
    let isMeant = false;
    let isCommitting = false;
    for (const [one, other] of [[client, upstream] as const, [upstream, client] as const]) {
      sockets.add(one);
      one.on('error', () => other.destroy());
      one.on('close', () => other.destroy());
    }
    client.on('data', (bytes) => {
      const text = bytes.toString('latin1');
      for (const [, name = '', statement = ''] of text.matchAll(PREPARED)) statements.set(name, statement);
      isMeant ||= wanted !== undefined && holds(text, wanted);
      isCommitting = isMeant && /commit/i.test(text);
      upstream.write(bytes);
    });
    upstream.on('data', (bytes) => {
      if (!isCommitting) return void client.write(bytes);
      wanted = undefined;
      lost += 1;
      client.destroy();
      upstream.destroy();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = new URL(databaseUrl);
  url.hostname = '127.0.0.1';
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.href,
    forgetCommitAfter: (text) => {
      wanted = text;
    },
    get lost() {
      return lost;
    },
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
