import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

interface ProfileNode {
  readonly id: number;
  readonly callFrame: { readonly url: string; readonly functionName: string };
  readonly children?: readonly number[];
}

interface CpuProfile {
  readonly nodes: readonly ProfileNode[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

/**
 * Reads V8's CPU profile and says which share of the busy time each step of the way took. A sample counts for the
 * nearest caller that is a step of the gateway or a library, so that what Node does for a step is that step's.
 */
export async function profileByStep(folder: string): Promise<Map<string, number>> {
  const file = (await readdir(folder)).find((name) => name.endsWith('.cpuprofile'));
  const { nodes, samples, timeDeltas } = JSON.parse(await readFile(join(folder, file ?? ''), 'utf8')) as CpuProfile;
  const steps = stepOfEachNode(nodes);
  const micros = new Map<string, number>();
  let busy = 0;
  for (const [index, id] of samples.entries()) {
    const step = steps.get(id) ?? 'node';
    if (step === 'idle') continue;
    const delta = timeDeltas[index] ?? 0;
    busy += delta;
    micros.set(step, (micros.get(step) ?? 0) + delta);
  }
  return new Map([...micros].sort(([, one], [, other]) => other - one).map(([step, time]) => [step, time / busy]));
}

function stepOfEachNode(nodes: readonly ProfileNode[]): ReadonlyMap<number, string> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const steps = new Map<number, string>();
  const [root] = nodes;
  const walk = (node: ProfileNode, inherited: string): void => {
    const step = ownStep(node) ?? inherited;
    steps.set(node.id, step);
    for (const id of node.children ?? []) {
      const child = byId.get(id);
      if (child) walk(child, step);
    }
  };
  if (root) walk(root, 'node (sockets, HTTP parser, timers)');
  return steps;
}

function ownStep({ callFrame: { url, functionName } }: ProfileNode): string | undefined {
  if (functionName === '(idle)') return 'idle';
  if (functionName === '(garbage collector)') return 'garbage collection';
  const own = /apps\/gateway\/src\/(?<step>[\w-]+)/.exec(url)?.groups?.step;
  if (own !== undefined) return own;
  const shared = /packages\/(?<name>\w+)\/src/.exec(url)?.groups?.name;
  if (shared !== undefined) return `packages/${shared}`;
  return /node_modules\/(?<name>(@[^/]+\/)?[^/]+)/.exec(url)?.groups?.name;
}
