import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ModelPullError, modelCatalogue, type CatalogueModel, type Trial } from '@showrunner/providers/local';
import { temporaryFolder } from '@showrunner/testkit';
import { beforeEach, expect, test, vi } from 'vitest';
import type { Output } from '../output/output.ts';
import { takeLocalModel } from './take-local-model.ts';

// What runs models is 85 MB from a registry, and not what is tested here.
vi.mock('@showrunner/providers/local', async (original) => ({
  ...(await original<object>()),
  ensureRuntime: () => Promise.resolve({ runtimeFolder: '', graphics: undefined }),
}));

const [large, middle] = modelCatalogue as readonly [CatalogueModel, CatalogueModel];
const fast: Trial = { outcome: 'measured', gpu: false, tokensPerSecond: 14, promptTokensPerSecond: 60 };
const slow: Trial = { outcome: 'measured', gpu: false, tokensPerSecond: 3, promptTokensPerSecond: 12 };

let cacheFolder: string;
beforeEach(async () => {
  cacheFolder = (await temporaryFolder()).path;
  mkdirSync(join(cacheFolder, 'models'));
});

interface Machine {
  readonly trials?: Readonly<Record<string, Trial>>;
  readonly lacks?: readonly string[];
  readonly answer?: boolean | undefined;
  readonly candidates?: readonly [CatalogueModel, ...CatalogueModel[]];
}

/** Takes a model where these can be fetched and are so fast, and gives what was told beside it. */
async function take({ trials = {}, lacks = [], answer, candidates = [large, middle] }: Machine) {
  const notes: string[] = [];
  const quiet = { update: () => undefined, succeed: () => undefined, fail: () => undefined };
  const output = {
    note: (text: string) => void notes.push(text),
    task: () => quiet,
    confirm: () => Promise.resolve(answer),
  } as unknown as Output;
  const telling = { output, environment: {}, signal: new AbortController().signal };
  const plan = { state: 'absent', candidates, passedOver: undefined, cacheFolder } as const;
  const pull = (id: string) => {
    if (lacks.includes(id))
      return Promise.reject(new ModelPullError(id, [{ source: 'the model hub', problem: 'SHA-256 differs' }]));
    const path = join(cacheFolder, 'models', `${id}.gguf`);
    writeFileSync(path, 'GGUF');
    return Promise.resolve({ id, path, catalogue: undefined });
  };
  const trial = ({ modelPath }: { modelPath: string }) =>
    Promise.resolve(trials[modelPath.split(/[/\\]/).at(-1)?.replace('.gguf', '') ?? ''] ?? fast);
  const taken = await takeLocalModel(plan, telling, { pull, trial });
  return { id: taken.model.id, notes };
}

const isKept = ({ id }: CatalogueModel) => existsSync(join(cacheFolder, 'models', `${id}.gguf`));

test('the first candidate serves where it can be had and is fast enough, and its speed is told', async () => {
  const { id, notes } = await take({});
  expect(id).toBe(large.id);
  expect(notes).toEqual([expect.stringMatching(/writes 14 tokens a second on the CPU here: about .* 45-second video/)]);
});

test('one that cannot be fetched or verified is passed over with a line that says so', async () => {
  const { id, notes } = await take({ lacks: [large.id] });
  expect(id).toBe(middle.id);
  expect(notes[0]).toMatch(/^Qwen3 4B.* is passed over: it could not be fetched \(.*SHA-256 differs\); the next one/);
});

test('one that cannot be loaded is passed over', async () => {
  const { id, notes } = await take({
    trials: { [large.id]: { outcome: 'not-loaded', reason: 'unknown architecture' } },
  });
  expect(id).toBe(middle.id);
  expect(notes[0]).toContain('it cannot be loaded here (unknown architecture)');
});

test('one that is too slow is passed over, and its file is removed after a yes alone', async () => {
  const { id, notes } = await take({ trials: { [large.id]: slow }, answer: true });
  expect(id).toBe(middle.id);
  expect(notes[0]).toContain('it writes 3.0 tokens a second here, too slow to wait for');
  expect(isKept(large)).toBe(false);
  await take({ trials: { [large.id]: slow }, answer: undefined });
  expect(isKept(large)).toBe(true);
});

test('the last one serves however slow it is', async () => {
  const { id } = await take({ trials: { [large.id]: slow, [middle.id]: slow }, answer: false });
  expect(id).toBe(middle.id);
});

test('one that is too slow serves all the same where no other can be had, unless its file was removed', async () => {
  const alone = { trials: { [large.id]: slow }, lacks: [middle.id] };
  const { id, notes } = await take({ ...alone, answer: undefined });
  expect(id).toBe(large.id);
  expect(notes.at(-1)).toContain('No other can be had');
  await expect(take({ ...alone, answer: true })).rejects.toMatchObject({ problem: { what: expect.any(String) } });
});

test('where none can be had it says what was tried of each, and the ways on', async () => {
  await expect(take({ lacks: [large.id, middle.id] })).rejects.toMatchObject({
    problem: {
      lines: expect.arrayContaining([expect.stringMatching(/^Qwen3.*SHA-256/), expect.stringMatching(/^Qwen2/)]),
    },
  });
});
