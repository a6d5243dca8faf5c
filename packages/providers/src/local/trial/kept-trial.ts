import { readFile, rm, writeFile } from 'node:fs/promises';
import { asObject, asString, parseJson } from '../../kit/json.ts';
import { isTooSlow, type WritingSpeed } from '../catalogue/writing-speed.ts';

/** What came of trying a model on this machine once. */
export type Trial =
  | ({ readonly outcome: 'measured'; readonly gpu: string | false } & WritingSpeed)
  | { readonly outcome: 'not-loaded'; readonly reason: string };

/** Beside the model's file; nothing where it was not tried, or where what stands there cannot be read. */
export async function readTrial(modelPath: string): Promise<Trial | undefined> {
  const text = await readFile(trialPath(modelPath), 'utf8').catch(() => '');
  const { outcome, gpu, tokensPerSecond, promptTokensPerSecond, reason } = asObject(parseJson(text)) ?? {};
  if (outcome === 'not-loaded') return { outcome, reason: asString(reason) ?? '' };
  if (outcome !== 'measured' || !isSpeed(tokensPerSecond) || !isSpeed(promptTokensPerSecond)) return undefined;
  return { outcome, gpu: asString(gpu) ?? false, tokensPerSecond, promptTokensPerSecond };
}

function isSpeed(value: unknown): value is number {
  return typeof value === 'number' && value > 0;
}

export async function keepTrial(modelPath: string, trial: Trial): Promise<void> {
  await writeFile(trialPath(modelPath), `${JSON.stringify(trial)}\n`);
}

/** The model's file and what is known of it. */
export async function removeModel(modelPath: string): Promise<void> {
  await rm(modelPath, { force: true });
  await rm(trialPath(modelPath), { force: true });
}

export function isUsable(trial: Trial): boolean {
  return trial.outcome === 'measured' && !isTooSlow(trial);
}

function trialPath(modelPath: string): string {
  return `${modelPath}.trial.json`;
}
