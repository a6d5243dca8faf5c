import { join } from 'node:path';
import { startServer } from '@showrunner/testkit';
import { briefs, type Brief } from '../guarantees/briefs.ts';
import { FaultyModel } from '../guarantees/faulty-model.ts';

const KEY = 'sk-bench';

/** Tokens of all questions to a model. */
interface Figures {
  readonly asks: number;
  readonly tokens: { readonly input: number; readonly output: number };
  readonly cost_usd: number;
}

/** A request that needed no repair: what was estimated before it, and what it took. */
export interface Compared {
  readonly brief: Brief;
  readonly estimated: Figures;
  readonly taken: Figures;
}

/** Puts every brief to a model that makes no mistakes, each after its estimate. */
export async function compareEstimates(strategy: 'single' | 'staged'): Promise<Compared[]> {
  const model = new FaultyModel(briefs, { samples: 1, seed: '1', strength: 0, readsSchemas: strategy === 'single' });
  const api = await startServer(join(import.meta.dirname, '../../apps/mpc-api/src/main.ts'), {
    args: ['--port', '0', '--host', '127.0.0.1'],
    env: { LITELLM_BASE_URL: await model.listen(), MPC_API_KEY: KEY, MPC_STRATEGY: strategy, NODE_ENV: 'production' },
  });
  try {
    const compared: Compared[] = [];
    for (const brief of briefs) compared.push(...(await compareOne(api.url, brief)));
    return compared;
  } finally {
    await api.stop();
    model.close();
  }
}

async function compareOne(url: string, brief: Brief): Promise<Compared[]> {
  const path = `${url}/generate/${brief.recipe}`;
  const body = { ...brief.body, model: `${brief.id}@0`, cache: false };
  const estimated = (await post(`${path}/estimate`, body)).data as Figures;
  const { meta } = await post(path, body);
  if (meta === undefined || meta.repairs > 0) return [];
  return [{ brief, estimated, taken: { ...meta, asks: meta.attempts } }];
}

interface Answered {
  readonly data?: unknown;
  readonly meta?: Omit<Figures, 'asks'> & { readonly attempts: number; readonly repairs: number };
}

async function post(url: string, body: object): Promise<Answered> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { authorization: `Bearer ${KEY}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return (await response.json()) as Answered;
}
