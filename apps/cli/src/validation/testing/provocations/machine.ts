import { chmodSync, mkdirSync, truncateSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { downloadBytes, modelCatalogue } from '@showrunner/providers/local';
import { stateFilePath } from '@showrunner/stack/diagnosis';
import { listen } from '../listen.ts';
import type { Provocation, Provocations } from '../provocation.ts';
import type { TestCheckout } from '../test-checkout.ts';

const DATA = '.showrunner';

export const machine: Provocations = {
  'ports.gateway': takenPort('GATEWAY_PORT', 0),
  'ports.gateway-internal': takenPort('GATEWAY_PORT', 1),
  'ports.mpc-api': takenPort('MPC_API_PORT', 0),
  'ports.mpc-api-internal': takenPort('MPC_API_PORT', 1),
  'disk.data': {
    breaks: ({ change }) => change({ machine: { freeDiskBytes: () => Promise.resolve(20e6) } }),
    finds: /^20\.0 MB are free for data/,
  },
  'disk.model': {
    breaks: ({ change }) => change({ machine: { freeDiskBytes: () => Promise.resolve(20e6) } }),
    finds: /^20\.0 MB are free for a model/,
  },
  'memory.model': {
    prepares: ({ change }) => change({ machine: { freeMemoryBytes: () => 32e9 } }),
    breaks: ({ change }) => change({ machine: { freeMemoryBytes: () => 50e6 } }),
    finds: /^50\.0 MB of memory are free/,
  },
  'machine.open-files': {
    prepares: ({ change }) => change({ machine: { openFileLimit: () => Promise.resolve(65_536) } }),
    breaks: ({ change }) => change({ machine: { openFileLimit: () => Promise.resolve(256) } }),
    finds: /^A process may have 256 files open/,
  },
  'data.folder': {
    prepares: ({ root }) => mkdirSync(join(root, DATA), { mode: 0o700 }),
    breaks: ({ root }) => chmodSync(join(root, DATA), 0o755),
    finds: /^Others on this machine may look into the data folder/,
  },
  'data.databases': {
    prepares: (checkout) => makeDatabase(checkout, '0001-jobs'),
    breaks: ({ write }) => write(`${DATA}/mpc-api.sqlite`, 'this is no database, whatever its name says'),
    finds: /^The database does not open: file is not a database/,
  },
  'data.migrations': {
    prepares: (checkout) => makeDatabase(checkout, '0001-jobs'),
    breaks: (checkout) => makeDatabase(checkout, '9999-from-the-future'),
    finds: /^The database has step 9999-from-the-future/,
  },
  'data.leftovers': {
    breaks({ root, write }) {
      const supervisor = { pid: 4_194_304, born: 'never' };
      const state = { supervisor, address: join(root, 'gone.sock'), services: [] };
      write(stateFilePath(DATA), JSON.stringify(state));
    },
    finds: /^The supervisor \(pid 4194304\) died$/,
  },
  'data.logs': {
    prepares: ({ write }) => write(`${DATA}/logs/gateway.log`, 'a line\n'),
    // A sparse file: it has the size and takes no disk.
    breaks: ({ root }) => truncateSync(join(root, DATA, 'logs/gateway.log'), 600e6),
    finds: /^The logs take 600 MB/,
  },
  'model.file': {
    prepares: ({ root, write }) =>
      truncateSync(write(`cache/models/${smallest.file}`, ''), downloadBytes(smallest)) ?? root,
    breaks: ({ write }) => write(`cache/models/${smallest.file}`, 'half a download'),
    finds: /has 15 B of /,
  },
  'stack.clock': {
    prepares: (checkout) => clockAt(checkout, 0),
    breaks: (checkout) => clockAt(checkout, -120_000),
    finds: /^The clock of the gateway is 1[12]\d s behind/,
  },
};

const smallest = firstOf(modelCatalogue.toSorted((left, right) => downloadBytes(left) - downloadBytes(right)));

function firstOf<Item>([first]: readonly Item[]): Item {
  if (first === undefined) throw new Error('There is none.');
  return first;
}

function takenPort(variable: string, offset: number): Provocation {
  return {
    breaks: async ({ environment, use }) => use(await listen(undefined, Number(environment[variable]) + offset)),
    finds: new RegExp(`is taken by .*\\(pid ${process.pid}\\)`),
  };
}

function makeDatabase({ root, write }: TestCheckout, step: string): void {
  write(`${DATA}/mpc-api.sqlite`, '');
  using database = new DatabaseSync(join(root, DATA, 'mpc-api.sqlite'));
  database.exec('CREATE TABLE showrunner_migrations (owner TEXT, id TEXT)');
  database.prepare('INSERT INTO showrunner_migrations VALUES (?, ?)').run('mpc-api', step);
}

/** Something on the gateway's port that answers with another time. */
async function clockAt({ change, use }: TestCheckout, skewMs: number): Promise<void> {
  const server = createServer((_, response) => {
    response.writeHead(200, { date: new Date(Date.now() + skewMs).toUTCString() }).end();
  });
  await listen(server);
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The server has no port.');
  change({ environment: { GATEWAY_PORT: String(address.port) } });
  use(server);
}
