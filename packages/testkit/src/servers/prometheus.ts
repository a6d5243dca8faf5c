import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort } from '../network/loopback.ts';
import { startGuarded } from '../process/guarded-process.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { waitUntil } from '../wait-until.ts';

export interface PrometheusTarget {
  /** `http://127.0.0.1:4000`; its `/metrics` are read once a second. */
  readonly url: string;
  /** A key that it wants. */
  readonly bearer?: string;
}

/** One series of an answer. */
export interface PrometheusSample {
  readonly metric: Readonly<Record<string, string>>;
  readonly value: number;
}

export interface RunningPrometheus {
  /** What a PromQL expression gives now; rejects where it is none. */
  query(expression: string): Promise<readonly PrometheusSample[]>;
  /** Waits until it has read its target so often anew. */
  scraped(times: number): Promise<void>;
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

/** A Prometheus of its own that reads one target; it ends with this process at the latest. */
export async function startPrometheus({ url, bearer }: PrometheusTarget): Promise<RunningPrometheus> {
  const folder = await temporaryFolder();
  const port = await freePort();
  const config = join(folder.path, 'prometheus.json');
  const job = {
    job_name: 'target',
    scrape_interval: '1s',
    scrape_timeout: '1s',
    ...(bearer !== undefined && { authorization: { credentials: bearer } }),
    static_configs: [{ targets: [new URL(url).host] }],
  };
  // JSON is YAML.
  await writeFile(config, JSON.stringify({ scrape_configs: [job] }));
  const guarded = await startGuarded(
    [
      'prometheus',
      `--config.file=${config}`,
      `--storage.tsdb.path=${join(folder.path, 'data')}`,
      `--web.listen-address=127.0.0.1:${port}`,
    ],
    folder.path,
  );
  const close = (): Promise<void> => guarded.end();
  const query = async (expression: string): Promise<readonly PrometheusSample[]> => {
    const response = await fetch(`http://127.0.0.1:${port}/api/v1/query?query=${encodeURIComponent(expression)}`);
    const body = (await response.json()) as QueryAnswer;
    if (body.status !== 'success') throw new Error(`${expression}: ${body.error}`);
    return body.data.result.map(({ metric, value: [, value] }) => ({ metric, value: Number(value) }));
  };
  const readings = async (): Promise<number> =>
    (await query('sum(count_over_time(up[1h]) and up == 1)'))[0]?.value ?? 0;
  const isReady = async (): Promise<boolean> => {
    const answer = await fetch(`http://127.0.0.1:${port}/-/ready`).catch(() => undefined);
    return answer?.status === 200;
  };
  try {
    await waitUntil(isReady, { what: `Prometheus on port ${port}`, output: guarded.output });
  } catch (error) {
    await close();
    throw error;
  }
  return {
    query,
    async scraped(times) {
      const before = await readings();
      await waitUntil(async () => (await readings()) >= before + times, { what: 'Prometheus to read its target' });
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}

type QueryAnswer =
  | { readonly status: 'error'; readonly error: string }
  | {
      readonly status: 'success';
      readonly data: { readonly result: readonly { metric: Record<string, string>; value: [number, string] }[] };
    };
