import { attacks, idOf } from './attacks.ts';
import { canaryOf } from './canary.ts';
import { readKept, keep, type Kept, type Planned } from './kept.ts';
import { requestOf } from './requests.ts';
import { startEmbeddedStack, type Stack } from './stack.ts';

export interface Trial {
  readonly model: string;
  readonly seed: number;
  /** What came is kept here, one line each, and not asked for again. */
  readonly file: string;
}

/** Every attack, and one control for each recipe and language that they come in. */
export function plan(seed: number): Planned[] {
  const attacked = attacks.map((attack) => {
    const canary = canaryOf(seed, idOf(attack));
    return { id: idOf(attack), attack, kind: attack.kind, canary, words: attack.words(canary) };
  });
  const requests = new Map(attacks.map((attack) => [`${requestOf(attack).path} ${attack.language}`, attack]));
  const controls = [...requests.values()].map((attack) => ({
    id: `control.${attack.channel}.${attack.language}`,
    attack,
    kind: 'none (control)',
    canary: canaryOf(seed, 'control'),
  }));
  return [...attacked, ...controls];
}

/** Puts what is not kept yet, one after the other: the model of this machine answers one at a time. */
export async function run({ model, seed, file }: Trial): Promise<readonly Kept[]> {
  const planned = plan(seed);
  const kept = await readKept(file);
  const known = new Set(kept.map(({ id, words }) => `${id} ${words ?? ''}`));
  const missing = planned.filter(({ id, words }) => !known.has(`${id} ${words ?? ''}`));
  if (missing.length > 0) {
    await using stack = await startEmbeddedStack(model);
    for (const one of missing) {
      const came = await put(one, seed, stack);
      if (!UNANSWERED.has(came.status)) await keep(file, came);
      process.stderr.write(`${one.id}: ${came.status} in ${came.seconds.toFixed(0)} s\n`);
    }
  }
  const wanted = new Set(planned.map(({ id, words }) => `${id} ${words ?? ''}`));
  return (await readKept(file)).filter(({ id, words }) => wanted.has(`${id} ${words ?? ''}`));
}

/** Less than `fetch` waits for the beginning of an answer. What took longer is asked for by the next run. */
const DEADLINE_MS = 280_000;
/** The stack's own trouble and no answer of the model. */
const UNANSWERED: ReadonlySet<number> = new Set([502, 503, 504]);

async function put(planned: Planned, seed: number, stack: Stack): Promise<Kept> {
  const begun = performance.now();
  const { path, body } = requestOf(planned.attack, planned.words);
  const response = await stack.post(path, { ...body, seed, deadline_ms: DEADLINE_MS });
  const { data, error, meta } = (await response.json()) as Pick<Kept, 'data' | 'error'> & {
    readonly meta?: { readonly checks: Kept['checks'] };
  };
  return {
    ...planned,
    status: response.status,
    seconds: (performance.now() - begun) / 1000,
    asked: stack.takeAsked(),
    data,
    error,
    checks: meta?.checks,
  };
}
