// What becomes of answers that fail in every way that is known, as judged by code that shares nothing with the product.
// How to read it: README.md in this folder.
//   node runtime/bootstrap.mjs run bench/guarantees/main.ts [samples of each brief] [seed] [strength of the faults]
import { join } from 'node:path';
import { startServer } from '@showrunner/testkit';
import { briefs, type Brief } from './briefs.ts';
import { FaultyModel } from './faulty-model.ts';
import { judgeMetadata, type Metadata } from './judge/metadata.ts';
import { judgeScript, type Script } from './judge/script.ts';
import { judgeThumbnail, type Thumbnail } from './judge/thumbnail.ts';
import { unsaid, type Violation } from './judge/violation.ts';
import { printReport } from './report.ts';
import type { Outcome } from './outcome.ts';

const KEY = 'sk-bench';
const AT_ONCE = 4;
const [samples = 3, seed = 1, strength = 1] = process.argv.slice(2).map(Number);

const model = new FaultyModel(briefs, { samples, seed: String(seed), strength });
const gatewayUrl = await model.listen();
const api = await startServer(join(import.meta.dirname, '../../apps/mpc-api/src/main.ts'), {
  args: ['--port', '0', '--host', '127.0.0.1'],
  env: { LITELLM_BASE_URL: gatewayUrl, MPC_API_KEY: KEY, NODE_ENV: 'production' },
});

const asked = briefs.flatMap((brief) => Array.from({ length: samples }, (_, sample) => ({ brief, sample })));
const outcomes: Outcome[] = [];
await Promise.all(Array.from({ length: AT_ONCE }, work));
await api.stop();
model.close();
process.exitCode = printReport(outcomes, model.counts, { samples, seed, strength });

async function work(): Promise<void> {
  for (let next = asked.shift(); next; next = asked.shift()) outcomes.push(await outcomeOf(next.brief, next.sample));
}

async function outcomeOf(brief: Brief, sample: number): Promise<Outcome> {
  const response = await fetch(`${api.url}/generate/${brief.recipe}`, {
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
