import { Pool } from 'undici';

export interface SentRequest {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface Load {
  /** Requests a second. */
  readonly rate: number;
  readonly seconds: number;
}

/**
 * Sends requests at a steady rate and waits for none of them before the next (open loop); returns how long each took, in
 * milliseconds, sorted. Throws when one failed.
 */
export async function sendSteadily(url: string, request: SentRequest, { rate, seconds }: Load): Promise<number[]> {
  const pool = new Pool(url, { connections: 256 });
  const times: number[] = [];
  const total = rate * seconds;
  const startedAt = performance.now();
  await new Promise<void>((resolve, reject) => {
    let sent = 0;
    const send = (): void => {
      const sentAt = performance.now();
      pool.dispatch(
        { ...request, method: 'POST' },
        {
          onRequestStart() {},
          onResponseStart(_, status) {
            if (status !== 200) reject(new Error(`${url} answered ${status}`));
          },
          onResponseData() {},
          onResponseEnd() {
            times.push(performance.now() - sentAt);
            if (times.length === total) resolve();
          },
          onResponseError(_, error) {
            reject(error);
          },
        },
      );
    };
    const sendDue = (): void => {
      const due = Math.min(total, Math.floor(((performance.now() - startedAt) / 1000) * rate));
      for (; sent < due; sent++) send();
      if (sent < total) setTimeout(sendDue, 1);
    };
    sendDue();
  });
  await pool.close();
  return times.toSorted((one, other) => one - other);
}
