import { Pool } from 'undici';

export interface Load {
  readonly url: string;
  readonly path: string;
  /** The body of the n-th request. */
  readonly body: (index: number) => unknown;
  readonly requests: number;
  readonly parallel: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Sends requests, so many at a time, and makes sure that every one of them was answered well. */
export async function runLoad({ url, path, body, requests, parallel, headers }: Load): Promise<string[]> {
  const pool = new Pool(url, { connections: parallel, headersTimeout: 0, bodyTimeout: 0 });
  const answers: string[] = [];
  let next = 0;
  const worker = async () => {
    while (next < requests) {
      const index = next;
      next += 1;
      const response = await pool.request({
        method: 'POST',
        path,
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body(index)),
      });
      const answer = await response.body.text();
      if (response.statusCode !== 200)
        throw new Error(`${path} answered ${response.statusCode}: ${answer.slice(0, 500)}`);
      if (index < 2) answers.push(answer);
    }
  };
  await Promise.all(Array.from({ length: parallel }, worker));
  await pool.close();
  return answers;
}
