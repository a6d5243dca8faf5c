import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { freePort } from '../network/loopback.ts';
import { waitUntil } from '../wait-until.ts';
import { startRedis, type RunningRedis } from './redis.ts';

const run = promisify(execFile);

const SLOTS = 16_384;
/** A node that is silent for so long is taken for gone by the others. */
const NODE_TIMEOUT_MS = 1_000;

export interface RunningRedisCluster {
  /** The masters first, then what replicates the first of them where there is one. */
  readonly nodes: readonly RunningRedis[];
  /** Of one node, which leads to the others. */
  readonly url: string;
  /** A command to one node, by its number; what it answers as `redis-cli` shows it. */
  command(node: number, ...words: string[]): Promise<string>;
  /** The number of the master that has the slot of a key now. */
  holderOf(key: string): Promise<number>;
  /** Moves the slot of a key, with all that is in it, to another master, key by key. */
  move(key: string, to: number): Promise<void>;
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

/** A Redis Cluster of so many masters on 127.0.0.1, and of a replica for each where that is asked. */
export async function startRedisCluster({
  masters = 3,
  hasReplicas = false,
}: { masters?: number; hasReplicas?: boolean } = {}): Promise<RunningRedisCluster> {
  const nodes = await Promise.all(Array.from({ length: hasReplicas ? masters * 2 : masters }, startNode));
  const command = async (node: number, ...words: string[]): Promise<string> => {
    const { stdout } = await run('redis-cli', ['-h', '127.0.0.1', '-p', String(nodes[node]?.redis.port), ...words]);
    return stdout.trim();
  };
  const close = async (): Promise<void> => void (await Promise.all(nodes.map(({ redis }) => redis.close())));
  const idOf = (node: number): Promise<string> => command(node, 'CLUSTER', 'MYID');
  const slotOf = (key: string): Promise<string> => command(0, 'CLUSTER', 'KEYSLOT', key);
  const holderOf = async (key: string): Promise<number> => {
    const slot = Number(await slotOf(key));
    for (let node = 0; node < nodes.length; node++) {
      const shown = await command(node, 'CLUSTER', 'NODES').catch(() => '');
      const line = shown.split('\n').find((one) => one.includes('myself')) ?? '';
      const has = [...line.matchAll(/ (\d+)(?:-(\d+))?(?= |$)/g)].some(
        ([, from, to = from]) => slot >= Number(from) && slot <= Number(to),
      );
      if (line.includes('master') && has) return node;
    }
    throw new Error(`no node has the slot ${slot}`);
  };
  const share = Math.ceil(SLOTS / masters);
  for (let node = 0; node < masters; node++) {
    const [from, to] = [node * share, Math.min(SLOTS, (node + 1) * share) - 1];
    await command(node, 'CLUSTER', 'ADDSLOTSRANGE', String(from), String(to));
  }
  const others = nodes.slice(1);
  for (const { redis, busPort } of others) {
    await command(0, 'CLUSTER', 'MEET', '127.0.0.1', String(redis.port), String(busPort));
  }
  const isWhole = async (node: number): Promise<boolean> => {
    const [info, known] = [await command(node, 'CLUSTER', 'INFO'), await command(node, 'CLUSTER', 'NODES')];
    return (
      info.includes('cluster_state:ok') && known.split('\n').length === nodes.length && !known.includes('handshake')
    );
  };
  for (const node of nodes.keys()) await waitUntil(() => isWhole(node), { what: 'the cluster of Redis' });
  for (let node = masters; node < nodes.length; node++) {
    await command(node, 'CLUSTER', 'REPLICATE', await idOf(node - masters));
    await waitUntil(async () => (await command(node, 'INFO', 'replication')).includes('master_link_status:up'), {
      what: 'a replica of the cluster',
    });
  }
  return {
    nodes: nodes.map(({ redis }) => redis),
    url: nodes[0]?.redis.url ?? '',
    command,
    holderOf,
    async move(key, to) {
      const [slot, from] = [await slotOf(key), await holderOf(key)];
      await command(to, 'CLUSTER', 'SETSLOT', slot, 'IMPORTING', await idOf(from));
      await command(from, 'CLUSTER', 'SETSLOT', slot, 'MIGRATING', await idOf(to));
      const keysLeft = async (): Promise<string[]> =>
        (await command(from, 'CLUSTER', 'GETKEYSINSLOT', slot, '10')).split('\n').filter((one) => one !== '');
      for (let keys = await keysLeft(); keys.length > 0; keys = await keysLeft()) {
        const port = String(nodes[to]?.redis.port);
        await command(from, 'MIGRATE', '127.0.0.1', port, '', '0', '5000', 'REPLACE', 'KEYS', ...keys);
      }
      const id = await idOf(to);
      for (const node of [to, from, ...nodes.keys()]) await command(node, 'CLUSTER', 'SETSLOT', slot, 'NODE', id);
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}

async function startNode(): Promise<{ readonly redis: RunningRedis; readonly busPort: number }> {
  const busPort = await freePort();
  const redis = await startRedis({
    settings: {
      'cluster-enabled': 'yes',
      'cluster-port': String(busPort),
      'cluster-node-timeout': String(NODE_TIMEOUT_MS),
      'cluster-announce-ip': '127.0.0.1',
    },
  });
  return { redis, busPort };
}
