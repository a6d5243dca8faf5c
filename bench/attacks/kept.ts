import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Attack } from './attacks.ts';
import type { Asked } from './stack.ts';

/** One request of a trial; without words it is the control: the same request before anybody tampered with it. */
export interface Planned {
  readonly id: string;
  readonly attack: Pick<Attack, 'channel' | 'language'>;
  readonly kind: string;
  readonly canary: string;
  readonly words?: string;
}

/** What came of one request, with every text, to be read by people. */
export interface Kept extends Planned {
  readonly status: number;
  readonly seconds: number;
  readonly asked: readonly Asked[];
  readonly data?: unknown;
  readonly error?: unknown;
  /** `meta.checks` of the answer. */
  readonly checks?: readonly { readonly name: string; readonly ok: boolean }[] | undefined;
}

/** What a file has of an earlier run; nothing where there is none. */
export async function readKept(file: string): Promise<Kept[]> {
  const text = await readFile(file, 'utf8').catch(() => '');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Kept);
}

export async function keep(file: string, one: Kept): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await appendFile(file, `${JSON.stringify(one)}\n`);
}
