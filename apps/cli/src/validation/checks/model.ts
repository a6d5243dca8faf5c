import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import {
  downloadBytes,
  findModel,
  modelCacheFolder,
  modelCatalogue,
  type CatalogueModel,
} from '@showrunner/providers/local';
import { formatBytes } from '../../output/figures.ts';
import { error, skipped, warning, type Check, type Finding } from '../check.ts';
import type { Installation } from '../installation.ts';
import { servesLocalModel } from '../local-model.ts';

/** A gigabyte takes seconds to read, from a slow disk a minute. */
const HASH_DEADLINE_MS = 300_000;

export const modelFile: Check = {
  id: 'model.file',
  title: 'the local model is here and whole',
  deadlineMs: HASH_DEADLINE_MS,
  async run(installation, signal) {
    if (!servesLocalModel(installation)) return skipped('no local model is configured');
    const { settings, isDeep } = installation;
    const own = settings.SHOWRUNNER_MODEL_PATH;
    if (own) return ownModel(resolve(own));
    const damaged = await wrongSizes(installation);
    const found = await findModel('auto', { environment: { ...settings } });
    if (found === undefined) {
      return damaged.length > 0
        ? damaged
        : [warning('The local model is not here yet', 'showrunner models pull, or wait for it at the first start')];
    }
    if (isDeep && found.catalogue && !digestsOf(found.catalogue).has(await sha256Of(found.path, signal))) {
      damaged.push(
        error(
          'The model has another SHA-256 than its catalogue says',
          `rm ${found.path}, then: showrunner models pull`,
          found.path,
        ),
      );
    }
    return damaged;
  },
};

/** GGUF files begin with these four letters (gguf.md of ggml, "File structure"). */
const GGUF = 'GGUF';

async function ownModel(path: string): Promise<Finding[]> {
  if (!existsSync(path))
    return [error('SHOWRUNNER_MODEL_PATH names a file that is not there', 'correct the path', path)];
  await using file = await open(path);
  const { buffer, bytesRead } = await file.read(Buffer.alloc(GGUF.length), 0, GGUF.length, 0);
  return buffer.toString('latin1', 0, bytesRead) === GGUF
    ? []
    : [error('SHOWRUNNER_MODEL_PATH names a file that is no GGUF model', 'name a .gguf file', path)];
}

async function wrongSizes({ settings }: Installation): Promise<Finding[]> {
  const folder = join(modelCacheFolder({ ...settings }), 'models');
  const sizes = await Promise.all(
    modelCatalogue.map(async (model) => ({
      file: join(folder, model.file),
      bytes: downloadBytes(model),
      sizes: model.sources.map(({ bytes }) => bytes),
      found: await sizeOf(join(folder, model.file)),
    })),
  );
  return sizes
    .filter(({ sizes: whole, found }) => found !== undefined && !whole.includes(found))
    .map(({ file, bytes, found = 0 }) =>
      error(
        `${basename(file)} has ${formatBytes(found)} of ${formatBytes(bytes)}`,
        `rm ${file}, then: showrunner models pull`,
        file,
      ),
    );
}

function digestsOf({ sources }: CatalogueModel): ReadonlySet<string> {
  return new Set(sources.map(({ sha256 }) => sha256));
}

async function sizeOf(path: string): Promise<number | undefined> {
  const found = await stat(path).catch(() => undefined);
  return found?.size;
}

async function sha256Of(path: string, signal: AbortSignal): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash, { signal });
  return hash.digest('hex');
}
