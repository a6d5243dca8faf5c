import { realpathSync } from 'node:fs';
import type { ServiceReport } from '../../control/protocol.ts';
import type { StartRequest } from '../runtime.ts';
import type { Container } from './container.ts';
import { buildImages } from './build-images.ts';
import { readPullStep } from './build-steps.ts';
import { upArgv } from './docker-argv.ts';
import { otherCheckout } from './docker-problems.ts';
import { namedServices, withNeeds } from './docker-services.ts';
import { explainStart } from './explain-start.ts';
import { probeEngine } from './probe-engine.ts';
import { reportOf, type Project } from './project.ts';
import { refuseTakenPorts } from './refuse-taken-ports.ts';
import { watchContainers } from './watch-containers.ts';

/** One interval of 30 s for each of our servers, which start one after the other. */
const PATIENCE_WITHOUT_START_INTERVAL_S = 60;

export interface StartManner {
  /** New containers even where nothing changed. */
  readonly recreate?: boolean;
  /** Builds every layer anew. */
  readonly noCache?: boolean;
}

/**
 * Builds what has changed, starts the named services with what they need, and resolves when all are healthy. The
 * deadline counts from the end of the build.
 *
 * @throws {OperatorError} naming what stands in the way, or the service that is at fault with its last words.
 */
export async function startProject(
  project: Project,
  { names, deadlineMs, onState, onProgress, signal }: StartRequest,
  { recreate = false, noCache = false }: StartManner = {},
): Promise<readonly ServiceReport[]> {
  // A restart leaves alone what a service needs.
  const wanted = (recreate ? namedServices : withNeeds)(project.services, names);
  const engine = await probeEngine(project.docker, signal);
  const before = await project.containers(signal);
  refuseOtherCheckout(project, before);
  await refuseTakenPorts(project.docker, wanted, before);

  for (const service of wanted) onState?.({ ...reportOf(service, []), state: { status: 'pending', restarts: 0 } });
  await buildImages(project, { names, noCache, onProgress, signal });

  const waitSeconds =
    Math.ceil(deadlineMs / 1000) + (engine.knowsStartInterval ? 0 : PATIENCE_WITHOUT_START_INTERVAL_S);
  const startedAt = performance.now();
  const ran = new Set(before.map(runOf));
  const healthy = new Set<string>();
  const started = await watchContainers(
    project,
    (container) => {
      const service = wanted.find(({ name }) => name === container.service);
      if (!service || ran.has(runOf(container))) return;
      const report = reportOf(service, [container]);
      // Whether an end is final, the outcome tells.
      if (report.state.status === 'stopped' || report.state.status === 'failed') return;
      if (report.state.status === 'healthy') healthy.add(report.name);
      onState?.(report);
    },
    () =>
      project.docker.run(upArgv(project.name, { names, waitSeconds, recreate }), signal, (line) => {
        const step = readPullStep(line);
        if (step !== undefined) onProgress?.(step);
      }),
  );

  const after = await project.containers(signal);
  if (started.exitCode !== 0) {
    const concerned = after.filter(({ service }) => wanted.some(({ name }) => name === service));
    const tookMs = performance.now() - startedAt;
    throw await explainStart(project.docker, concerned, { output: started.stderr || started.stdout, tookMs });
  }
  const reports = wanted.map((service) => reportOf(service, after));
  for (const report of reports) if (!healthy.has(report.name)) onState?.(report);
  return reports;
}

/** A container that was started anew is another run of it. */
function runOf({ id, startedAt }: Container): string {
  return `${id} ${startedAt}`;
}

function refuseOtherCheckout({ name, folder }: Project, containers: readonly Container[]): void {
  const other = containers.find((container) => container.folder !== '' && container.folder !== realpathSync(folder));
  if (other && other.folder !== folder) throw otherCheckout(name, other.folder);
}
