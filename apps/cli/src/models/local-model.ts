import { mkdirSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import process from 'node:process';
import {
  chooseModel,
  ensureRuntime,
  findCatalogueModel,
  findModel,
  modelCacheFolder,
  ModelPullError,
  pullModel,
  type CatalogueModel,
} from '@showrunner/providers/local';
import { OperatorError } from '@showrunner/stack';
import type { CommandContext } from '../command-context.ts';
import { formatBytes, formatDuration } from '../output/figures.ts';
import type { Output } from '../output/output.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** A model that is here, or one that has been chosen and is still to be fetched. */
export type LocalModel =
  | { readonly state: 'present'; readonly title: string; readonly path: string }
  | { readonly state: 'absent'; readonly model: CatalogueModel; readonly cacheFolder: string };

/** What a person can do where none of our models can run. */
const WAYS_ON = [
  '1. a key: put OPENAI_API_KEY or ANTHROPIC_API_KEY into .env',
  '2. a model file that you have (GGUF): set SHOWRUNNER_MODEL_PATH to it',
  '3. Ollama or LM Studio: put ollama/<model> or lm_studio/<model> in the place of local/auto in ai-infra/litellm/config/local.yaml',
];

/**
 * The model that this machine would write with: one that is here, else the largest that fits its free memory and disk.
 *
 * @throws {OperatorError} when none fits
 */
export async function planLocalModel(environment: Environment): Promise<LocalModel> {
  const present = await findModel('auto', { environment });
  if (present) return { state: 'present', title: titleOf(present.id), path: present.path };
  const cacheFolder = modelCacheFolder(environment);
  const freeMemoryBytes = process.availableMemory();
  const freeDiskBytes = await freeBytes(cacheFolder);
  const model = chooseModel({ freeMemoryBytes, freeDiskBytes });
  if (model) return { state: 'absent', model, cacheFolder };
  throw new OperatorError({
    what: `No model of the catalogue fits: ${formatBytes(freeMemoryBytes)} of memory and ${formatBytes(freeDiskBytes)} of disk are free`,
    where: cacheFolder,
    fix: 'free some, or take one of the three ways below',
    lines: WAYS_ON,
  });
}

/** Fetches the chosen model and what runs it, both at once, and shows how far they are. */
export async function fetchLocalModel(
  { model, cacheFolder }: Extract<LocalModel, { state: 'absent' }>,
  { output, signal }: Pick<CommandContext, 'output' | 'signal'>,
): Promise<void> {
  await Promise.all([showPull(model, cacheFolder, output, signal), showRuntime(cacheFolder, output, signal)]);
}

/** Makes sure that what runs models is here; a moment when it is. */
export async function prepareRuntime(
  environment: Environment,
  { output, signal }: Pick<CommandContext, 'output' | 'signal'>,
): Promise<void> {
  await showRuntime(modelCacheFolder(environment), output, signal);
}

async function showPull(
  model: CatalogueModel,
  cacheFolder: string,
  output: Output,
  signal: AbortSignal,
): Promise<void> {
  // A short title: how far it is must fit on a narrow terminal.
  const task = output.task('Model');
  const startedAt = Date.now();
  try {
    await pullModel(model.id, {
      cacheFolder,
      signal,
      onProgress({ phase, doneBytes, totalBytes, bytesPerSecond, secondsLeft }) {
        const share = `${Math.floor((doneBytes / totalBytes) * 100)} % of ${formatBytes(totalBytes)}`;
        const left = secondsLeft === undefined ? '' : `, ${formatDuration(secondsLeft * 1000)} left`;
        task.update(
          phase === 'verify' ? `checking its SHA-256, ${share}` : `${share}, ${formatBytes(bytesPerSecond)}/s${left}`,
        );
      },
    });
    task.succeed(
      `${model.title}, ${formatBytes(model.bytes)} in ${formatDuration(Date.now() - startedAt)}, SHA-256 as expected`,
    );
  } catch (error) {
    task.fail();
    throw error instanceof ModelPullError ? describePullError(model, error) : error;
  }
}

async function showRuntime(cacheFolder: string, output: Output, signal: AbortSignal): Promise<void> {
  const startedAt = Date.now();
  const task = output.task('What runs models');
  let installed = false;
  try {
    await ensureRuntime({
      cacheFolder,
      signal,
      onProgress({ phase, message }) {
        installed ||= phase === 'install';
        task.update(message);
      },
    });
    task.succeed(installed ? `installed in ${formatDuration(Date.now() - startedAt)}` : 'is here');
  } catch (error) {
    task.fail();
    throw error;
  }
}

function describePullError(model: CatalogueModel, error: ModelPullError): OperatorError {
  return new OperatorError(
    {
      what: `The model ${model.title} could not be fetched`,
      fix: 'run this again, which goes on where it stopped, or take one of the three ways below',
      lines: [...error.attempts.map(({ source, problem }) => `tried ${source}: ${problem}`), '', ...WAYS_ON],
    },
    { cause: error },
  );
}

function titleOf(id: string): string {
  return findCatalogueModel(id)?.title ?? id;
}

async function freeBytes(folder: string): Promise<number> {
  mkdirSync(folder, { recursive: true });
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}
