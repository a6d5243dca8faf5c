import { fileURLToPath } from 'node:url';
import { createDocker, type Docker } from '../run-docker.ts';

export interface FakeAnswer {
  readonly when: readonly string[];
  readonly stdout?: string;
  readonly stderr?: string;
  readonly exitCode?: number;
  readonly hangs?: boolean;
}

/** A real program in the place of `docker` that answers as told. */
export function fakeDocker(...answers: readonly FakeAnswer[]): Docker {
  const program = fileURLToPath(new URL('../__fixtures__/docker.mjs', import.meta.url));
  return createDocker(process.cwd(), { ...process.env, ANSWERS: JSON.stringify(answers) }, program);
}
