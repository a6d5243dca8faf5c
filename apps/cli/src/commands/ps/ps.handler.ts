import { type ServiceStatus, type SharedState, type StackReport, processOf } from '@showrunner/stack';
import type { CommandContext } from '../../command-context.ts';
import { formatBytes } from '../../output/figures.ts';
import type { Style } from '../../output/output.ts';
import { wrap } from '../../output/style.ts';
import { loadRunningStack } from '../../stack/load-stack.ts';
import { uptimeOf } from '../../stack/watch-services.ts';

export async function ps(context: CommandContext): Promise<void> {
  const { output } = context;
  const runtime = await loadRunningStack(context).openRuntime();
  const report = await runtime.ps();
  output.result({ ...report, services: report.services.map(forPrograms) });
  output.table(
    ['service', 'state', 'ports', 'pid', 'uptime', 'restarts', 'memory'],
    report.services.map((service) => row(service, output.style)),
  );
  for (const text of wrap(describeSharedState(report.sharedState), output.width)) output.line(text);
  for (const { name, state } of report.services) {
    if ('reason' in state) output.line(`${name}: ${state.reason}`);
  }
  if (report.supervisor.status === 'died') {
    output.line('The supervisor was killed; what it ran has ended or is ending. "showrunner up" starts it again.');
  }
}

/** Whether several processes would share their caches and counters. */
function describeSharedState(shared: SharedState): string {
  return shared.kind === 'redis'
    ? `Caches and counters: Redis, ${shared.at}`
    : `Caches and counters: memory of each process (${shared.reason})`;
}

const colours: Readonly<Partial<Record<ServiceStatus, 'good' | 'warning' | 'bad'>>> = {
  healthy: 'good',
  unhealthy: 'bad',
  failed: 'bad',
  restarting: 'warning',
};

/** What scripts look for stands directly in the service. */
function forPrograms({ name, url, ports, state, memoryBytes }: StackReport['services'][number]): object {
  return {
    name,
    status: state.status,
    pid: processOf(state)?.pid ?? null,
    port: ports[0]?.port ?? null,
    restarts: state.restarts,
    memoryBytes: memoryBytes ?? null,
    startedAt: processOf(state)?.startedAt ?? null,
    url,
    ports,
    state,
  };
}

function row(service: StackReport['services'][number], style: Style): string[] {
  const { name, state, ports, memoryBytes } = service;
  const colour = colours[state.status];
  return [
    name,
    colour ? style[colour](state.status) : state.status,
    ports.map(({ port }) => port).join(' '),
    String(processOf(state)?.pid ?? ''),
    uptimeOf(service),
    String(state.restarts),
    memoryBytes === undefined ? '' : formatBytes(memoryBytes),
  ];
}
