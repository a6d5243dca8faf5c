import {
  downloadBytes,
  ensureRuntime,
  isTooSlow,
  isUsable,
  modelCacheFolder,
  ModelPullError,
  packageSeconds,
  pullModel,
  removeModel,
  tryModel,
  type CatalogueModel,
  type Trial,
} from '@showrunner/providers/local';
import { OperatorError } from '@showrunner/stack';
import type { CommandContext } from '../command-context.ts';
import { formatBytes, formatDuration } from '../output/figures.ts';
import { WAYS_ON, type LocalModel } from './local-model.ts';

type Telling = Pick<CommandContext, 'output' | 'signal' | 'environment'>;

/** What takes part in taking a model; tests put others in their place. */
export interface ModelMeans {
  readonly pull: typeof pullModel;
  readonly trial: typeof tryModel;
}

const means: ModelMeans = { pull: pullModel, trial: tryModel };

/** A model that is here and writes, with what trying it came to. */
export interface TakenModel {
  readonly model: CatalogueModel;
  readonly path: string;
  readonly trial: Trial;
}

/**
 * Fetches what runs models, and the first of the candidates that can be fetched, loads and is fast enough here. Each
 * that is passed over is told in a line; the file of one that is too slow is removed after asking. The last candidate
 * serves however slow it is, and so does a slow one that is here where no other can be had.
 *
 * @throws {OperatorError} when none can be had
 */
export async function takeLocalModel(
  { candidates, cacheFolder }: Extract<LocalModel, { state: 'absent' }>,
  telling: Telling,
  { pull, trial }: ModelMeans = means,
): Promise<TakenModel> {
  const runtime = showRuntime(cacheFolder, telling);
  // It is waited for below; a model that fails first is not to leave it unheard.
  runtime.catch(() => undefined);
  const failures: string[] = [];
  let slow: TakenModel | undefined;
  for (const [index, model] of candidates.entries()) {
    const isLast = index === candidates.length - 1;
    const path = await showPull(model, { cacheFolder, pull }, telling).catch((error: unknown) =>
      noteFailure(model, error, failures),
    );
    if (path === undefined) {
      if (!isLast) telling.output.note(passedOver(model, 'it could not be fetched', failures.at(-1)));
      continue;
    }
    await runtime;
    const tried = await trial({
      modelPath: path,
      contextTokens: model.contextTokens,
      cacheFolder,
      signal: telling.signal,
    });
    if (isUsable(tried) || (isLast && tried.outcome === 'measured')) {
      telling.output.note(speedLine(model, tried));
      return { model, path, trial: tried };
    }
    failures.push(`${model.title}: ${whyNot(tried)}`);
    telling.output.note(passedOver(model, whyNot(tried)));
    const isRemoved = await offerRemoval({ model, path }, telling);
    if (tried.outcome === 'measured' && !isRemoved) slow ??= { model, path, trial: tried };
  }
  if (slow !== undefined) {
    telling.output.note(
      `No other can be had, so ${slow.model.title} serves all the same. ${speedLine(slow.model, slow.trial)}`,
    );
    return slow;
  }
  throw new OperatorError({
    what: 'No model of the catalogue could be had',
    fix: 'run this again, which goes on where it stopped, or take one of the three ways below',
    lines: [...failures, '', ...WAYS_ON],
  });
}

/** Makes sure that what runs models is here; a moment when it is. */
export async function prepareRuntime(telling: Telling & { readonly cacheFolder?: string }): Promise<void> {
  await showRuntime(telling.cacheFolder ?? modelCacheFolder(telling.environment), telling);
}

/** How fast a model was found to write, in words. */
export function speedLine({ title }: Pick<CatalogueModel, 'title'>, trial: Trial): string {
  if (trial.outcome !== 'measured') return `${title}: ${whyNot(trial)}`;
  const writes = `${trial.tokensPerSecond.toFixed(0)} tokens a second on ${trial.gpu || 'the CPU'}`;
  return `${title} writes ${writes} here: about ${formatDuration(packageSeconds(trial) * 1000)} for a 45-second video.`;
}

function whyNot(trial: Trial): string {
  if (trial.outcome === 'not-loaded') return `it cannot be loaded here (${trial.reason})`;
  const speed = `it writes ${trial.tokensPerSecond.toFixed(1)} tokens a second here`;
  return isTooSlow(trial) ? `${speed}, too slow to wait for` : speed;
}

function passedOver({ title }: CatalogueModel, reason: string, detail?: string): string {
  return `${title} is passed over: ${reason}${detail === undefined ? '' : ` (${detail})`}; the next one is taken.`;
}

/** Whether its file was removed. */
async function offerRemoval(
  { model, path }: Pick<TakenModel, 'model' | 'path'>,
  { output }: Telling,
): Promise<boolean> {
  const isAgreed = (await output.confirm(`Remove its file (${formatBytes(downloadBytes(model))})?`)) === true;
  if (isAgreed) await removeModel(path);
  return isAgreed;
}

/** An abort and a fault of ours end it; a source that fails does not. */
function noteFailure({ title }: CatalogueModel, error: unknown, failures: string[]): undefined {
  if (!(error instanceof ModelPullError)) throw error;
  failures.push(...error.attempts.map(({ source, problem }) => `${title}, tried ${source}: ${problem}`));
}

async function showPull(
  model: CatalogueModel,
  { cacheFolder, pull }: { readonly cacheFolder: string; readonly pull: ModelMeans['pull'] },
  { output, signal, environment }: Telling,
): Promise<string> {
  // A short title: how far it is must fit on a narrow terminal.
  const task = output.task('Model');
  const startedAt = Date.now();
  try {
    const { path } = await pull(model.id, {
      cacheFolder,
      environment,
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
      `${model.title}, ${formatBytes(downloadBytes(model))} in ${formatDuration(Date.now() - startedAt)}, SHA-256 as expected`,
    );
    return path;
  } catch (error) {
    task.fail();
    throw error;
  }
}

async function showRuntime(cacheFolder: string, { output, signal, environment }: Telling): Promise<void> {
  const startedAt = Date.now();
  const task = output.task('What runs models');
  let installed = false;
  try {
    const { graphics } = await ensureRuntime({
      cacheFolder,
      environment,
      signal,
      onProgress({ phase, message }) {
        installed ||= phase === 'install';
        if (phase === 'fallback') output.note(message);
        else task.update(message);
      },
    });
    const how = installed ? `installed in ${formatDuration(Date.now() - startedAt)}` : 'is here';
    task.succeed(graphics === undefined ? how : `${how}, for ${graphics}`);
  } catch (error) {
    task.fail();
    throw error;
  }
}
