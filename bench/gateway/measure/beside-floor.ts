import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startOnCore, type Server } from '../servers/processes.ts';
import { startProductionGateway } from '../servers/production-gateway.ts';

const BOTH_CORES = '0,1';

export interface BesideFloor {
  readonly upstream: Server;
  readonly floor: Server;
  readonly gateway: Server;
  stop(): Promise<void>;
}

/** Starts an upstream (a file of this folder), and the floor and the gateway in front of it, on both cores. */
export async function startBesideFloor(upstreamFile: string): Promise<BesideFloor> {
  const folder = await mkdtemp(join(tmpdir(), 'showrunner-bench-'));
  const file = (name: string): string => join(import.meta.dirname, '../servers', name);
  const upstream = await startOnCore(BOTH_CORES, [file(upstreamFile)]);
  const floor = await startOnCore(BOTH_CORES, [file('floor-proxy.ts'), upstream.url]);
  const gateway = await startProductionGateway({
    name: 'gateway',
    core: BOTH_CORES,
    folder,
    upstreamUrl: upstream.url,
  });
  return {
    upstream,
    floor,
    gateway,
    async stop() {
      await Promise.all([gateway.stop(), floor.stop(), upstream.stop()]);
      await rm(folder, { recursive: true });
    },
  };
}
