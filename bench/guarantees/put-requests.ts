import { join } from 'node:path';
import { startServer } from '@showrunner/testkit';
import { briefs, type Brief } from './briefs.ts';
import { FaultyModel } from './faulty-model.ts';
import { judgeMetadata, type Metadata } from './judge/metadata.ts';
import { judgeScript, type Script } from './judge/script.ts';
import { judgeThumbnail, type Thumbnail } from './judge/thumbnail.ts';
import { unsaid, type Violation } from './judge/violation.ts';
import type { Outcome } from './outcome.ts';

const KEY = 'sk-bench';
const AT_ONCE = 4;

/** What is put: so many samples of each brief, with the faults of a seed at so many times their rates. */
export interface Trial {
  readonly samples: number;
  readonly seed: number;
  readonly strength: number;
}

/** What came of all requests, and how often each fault came. */
export interface TrialResult {
  readonly outcomes: readonly Outcome[];
  readonly faults: ReadonlyMap<string, number>;
}

/** Starts the content API before a failing model and puts every brief to it. */
export async function putRequests({ samples, seed, strength }: Trial): Promise<TrialResult> {
  const model = new FaultyModel(briefs, { samples, seed: String(seed), strength });
  const api = await startServer(join(import.meta.dirname, '../../apps/mpc-api/src/main.ts'), {
    args: ['--port', '0', '--host', '127.0.0.1'],
    env: { LITELLM_BASE_URL: await model.listen(), MPC_API_KEY: KEY, NODE_ENV: 'production' },
  });
  const waiting = briefs.flatMap((brief) => Array.from({ length: samples }, (_, sample) => ({ brief, sample })));
  const outcomes: Outcome[] = [];
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift())
      outcomes.push(await outcomeOf(api.url, next.brief, next.sample));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  await api.stop();
  model.close();
  return { outcomes, faults: model.counts };
}

async function outcomeOf(url: string, brief: Brief, sample: number): Promise<Outcome> {
  const response = await fetch(`${url}/generate/${brief.recipe}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${KEY}`, 'content-type': 'application/json' },
    body: JSON.stringify({ ...brief.body, model: `${brief.id}@${sample}`, cache: false }),
  });
  const answer = (await response.json()) as {
    readonly data?: unknown;
    readonly meta?: Outcome['meta'];
    readonly error?: Outcome['error'];
  };
  const violations = response.ok ? judged(brief, answer.data) : [];
  return {
    name: `${brief.id}@${sample}`,
    recipe: brief.recipe,
    status: response.status,
    meta: answer.meta,
    error: answer.error,
    violations,
    unsaid: unsaid(violations, answer.meta?.checks ?? []),
  };
}

function judged(brief: Brief, data: unknown): Violation[] {
  switch (brief.recipe) {
    case 'script':
      return judgeScript(data as Script, brief);
    case 'metadata':
      return judgeMetadata(data as Metadata, brief);
    case 'thumbnail-prompt':
      return judgeThumbnail(data as Thumbnail);
  }
}
