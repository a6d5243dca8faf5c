import { mkdir, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '@showrunner/testkit';
import { expect, test } from 'vitest';
import { keepTrial } from '../trial/kept-trial.ts';
import { findModel } from './find-model.ts';
import { modelCatalogue, type CatalogueModel } from './model-catalogue.ts';

const [large, middle] = modelCatalogue as readonly [CatalogueModel, CatalogueModel, CatalogueModel];

/** Files of the right size, which take no disk. */
async function cacheWith(...models: readonly (readonly [CatalogueModel, bytes: number | undefined])[]) {
  const { path: cacheFolder } = await temporaryFolder();
  await mkdir(join(cacheFolder, 'models'), { recursive: true });
  for (const [model, bytes = 0] of models) {
    await writeFile(join(cacheFolder, 'models', model.file), '');
    await truncate(join(cacheFolder, 'models', model.file), bytes);
  }
  return cacheFolder;
}

const whole = (model: CatalogueModel, source = 0) => [model, model.sources[source]?.bytes] as const;
const measured = (tokensPerSecond: number) =>
  ({ outcome: 'measured', gpu: false, tokensPerSecond, promptTokensPerSecond: tokensPerSecond * 4 }) as const;

async function auto(cacheFolder: string, environment: NodeJS.ProcessEnv = {}): Promise<string | undefined> {
  return (await findModel('auto', { cacheFolder, environment }))?.id;
}

test('the most capable model that is here writes, from whichever source its file came', async () => {
  expect(await auto(await cacheWith(whole(middle), whole(large, 1)))).toBe(large.id);
  expect(await auto(await cacheWith(whole(middle), [large, 1_000]))).toBe(middle.id);
});

test('one that was found too slow or not to load gives way to the next, and serves where there is none', async () => {
  const cacheFolder = await cacheWith(whole(middle), whole(large));
  const path = join(cacheFolder, 'models', large.file);
  await keepTrial(path, measured(3));
  expect(await auto(cacheFolder)).toBe(middle.id);
  await keepTrial(path, { outcome: 'not-loaded', reason: 'out of memory' });
  expect(await auto(cacheFolder)).toBe(middle.id);
  await keepTrial(path, measured(9));
  expect(await auto(cacheFolder)).toBe(large.id);
  const alone = await cacheWith(whole(large));
  await keepTrial(join(alone, 'models', large.file), measured(3));
  expect(await auto(alone)).toBe(large.id);
});

test.each(['', 'local/'])('the operator’s choice wins over what is more capable: %s', async (prefix) => {
  const cacheFolder = await cacheWith(whole(middle), whole(large));
  expect(await auto(cacheFolder, { SHOWRUNNER_LOCAL_MODEL: `${prefix}${middle.id}` })).toBe(middle.id);
  expect(await auto(cacheFolder, { SHOWRUNNER_LOCAL_MODEL: 'ollama/llama3.2:3b' })).toBe(large.id);
});

test('a record of a trial that cannot be read counts for none', async () => {
  const cacheFolder = await cacheWith(whole(large));
  await writeFile(
    join(cacheFolder, 'models', `${large.file}.trial.json`),
    '{"outcome":"measured","tokensPerSecond":0}',
  );
  expect(await auto(cacheFolder)).toBe(large.id);
});
