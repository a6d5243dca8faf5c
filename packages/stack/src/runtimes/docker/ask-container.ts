import { jsonOrText } from '../../unread-value.ts';
import type { ServiceHealth } from '../runtime.ts';
import type { Container } from './container.ts';
import { execArgv } from './docker-argv.ts';
import type { Docker } from './run-docker.ts';

const TIMEOUT_MS = 10_000;

/** Runs a container's own health check now, whatever the engine's last one said. */
export async function askContainer(
  docker: Docker,
  name: string,
  container: Container | undefined,
  signal?: AbortSignal,
): Promise<ServiceHealth> {
  const startedAt = performance.now();
  const answer = (ok: boolean, detail: unknown): ServiceHealth => ({
    name,
    ok,
    detail,
    tookMs: Math.round(performance.now() - startedAt),
  });
  if (container?.status !== 'running') return answer(false, `its container is ${container?.status ?? 'not there'}`);
  if (!container.health) return answer(true, 'it runs, and has no health check');

  const timeout = AbortSignal.timeout(TIMEOUT_MS);
  try {
    const command = execArgv(container.id, container.health.command);
    const { exitCode, stdout, stderr } = await docker.run(
      command,
      signal ? AbortSignal.any([signal, timeout]) : timeout,
    );
    return answer(exitCode === 0, jsonOrText((stdout || stderr).trim()));
  } catch (error) {
    if (!timeout.aborted) throw error;
    return answer(false, `no answer within ${TIMEOUT_MS} ms`);
  }
}
