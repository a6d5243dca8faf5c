import { OperatorError } from '../../operator-error.ts';
import { isText } from '../../unread-value.ts';
import { composeVersion, engineVersion } from './docker-argv.ts';
import { composeMissing, dockerFailed, OLDEST_COMPOSE, OLDEST_ENGINE, tooOld } from './docker-problems.ts';
import { readDockerJson } from './read-docker-json.ts';
import type { Docker } from './run-docker.ts';

export interface Engine {
  readonly version: string;
  readonly compose: string;
  /** Engine 25 and newer ask a starting container more often; older ones after a whole interval for the first time. */
  readonly knowsStartInterval: boolean;
}

/**
 * Asks the engine and Compose for their versions.
 *
 * @throws {OperatorError} when one of them is absent, does not answer, refuses this user or is too old.
 */
export async function probeEngine(docker: Docker, signal?: AbortSignal): Promise<Engine> {
  const [engine, compose] = await Promise.all([docker.run(engineVersion, signal), docker.run(composeVersion, signal)]);
  if (engine.exitCode !== 0) throw dockerFailed('reach its engine', engine.stderr);
  if (compose.exitCode !== 0) throw composeMissing();
  const versions = {
    version: readDockerJson(engine.stdout, 'tell its version', isText),
    compose: compose.stdout.trim().replace(/^v/, ''),
  };
  if (isOlder(versions.version, OLDEST_ENGINE)) throw tooOld('Docker Engine', versions.version, OLDEST_ENGINE);
  if (isOlder(versions.compose, OLDEST_COMPOSE)) throw tooOld('Docker Compose', versions.compose, OLDEST_COMPOSE);
  return { ...versions, knowsStartInterval: !isOlder(versions.version, '25') };
}

/** How long a choice between the runtimes may take: a person waits for it at every command. */
const CHOICE_TIMEOUT_MS = 300;

/** Whether the stack can run in containers here; never throws, and answers within 300 ms. */
export async function isDockerReady(docker: Docker): Promise<boolean> {
  const timeout = AbortSignal.timeout(CHOICE_TIMEOUT_MS);
  try {
    await probeEngine(docker, timeout);
    return true;
  } catch (error) {
    if (error instanceof OperatorError || timeout.aborted) return false;
    throw error;
  }
}

/** Compares by numbers, part by part: `20.10.24+dfsg1` with `20.10`. */
function isOlder(version: string, than: string): boolean {
  const parts = (text: string): number[] => Array.from(text.matchAll(/\d+/g), ([digits]) => Number(digits));
  const found = parts(version);
  for (const [index, wanted] of parts(than).entries()) {
    const part = found[index] ?? 0;
    if (part !== wanted) return part < wanted;
  }
  return false;
}
