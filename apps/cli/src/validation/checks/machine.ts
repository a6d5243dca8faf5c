import { downloadBytes, modelCacheFolder, modelCatalogue } from '@showrunner/providers/local';
import { formatBytes } from '../../output/figures.ts';
import { error, skipped, warning, type Check } from '../check.ts';
import { servesLocalModel } from '../local-model.ts';

/** Databases and logs of a few weeks. */
const DATA_BYTES = 500e6;
/** A server holds one for each connection and its upstream's; 1024 is what old systems give. */
const LEAST_OPEN_FILES = 1024;

const smallest = modelCatalogue.toSorted((left, right) => left.memoryBytes - right.memoryBytes)[0];

export const dataDisk: Check = {
  id: 'disk.data',
  title: 'there is disk for databases and logs',
  async run({ dataFolder, machine }) {
    const free = await machine.freeDiskBytes(dataFolder);
    if (free >= DATA_BYTES) return [];
    const finding = free < DATA_BYTES / 10 ? error : warning;
    return [
      finding(
        `${formatBytes(free)} are free for data; ${formatBytes(DATA_BYTES)} are wanted`,
        'free some, or move it: DATA_DIR in .env',
        dataFolder,
      ),
    ];
  },
};

export const modelDisk: Check = {
  id: 'disk.model',
  title: 'there is disk for a local model',
  async run(installation) {
    if (!servesLocalModel(installation)) return skipped('no local model is configured');
    const folder = modelCacheFolder({ ...installation.settings });
    const wanted = smallest === undefined ? 0 : downloadBytes(smallest);
    const free = await installation.machine.freeDiskBytes(folder);
    return free >= wanted
      ? []
      : [
          error(
            `${formatBytes(free)} are free for a model; the smallest has ${formatBytes(wanted)}`,
            'free some, or name another folder: SHOWRUNNER_CACHE_DIR',
            folder,
          ),
        ];
  },
};

export const modelMemory: Check = {
  id: 'memory.model',
  title: 'there is memory for a local model',
  run(installation) {
    if (!servesLocalModel(installation)) return skipped('no local model is configured');
    const free = installation.machine.freeMemoryBytes();
    const wanted = smallest?.memoryBytes ?? 0;
    return free >= wanted
      ? []
      : [
          warning(
            `${formatBytes(free)} of memory are free; the smallest model takes ${formatBytes(wanted)}`,
            'close programs, or use a provider: showrunner config use openai-only',
          ),
        ];
  },
};

export const openFiles: Check = {
  id: 'machine.open-files',
  title: 'a server may have enough connections open',
  async run({ machine }, signal) {
    if (machine.platform === 'win32') return skipped('Windows has no such limit');
    const limit = await machine.openFileLimit(signal);
    return limit === undefined || limit >= LEAST_OPEN_FILES
      ? []
      : [
          warning(
            `A process may have ${limit} files open; ${LEAST_OPEN_FILES} are wanted`,
            `ulimit -n 65536 in the shell that starts the stack`,
          ),
        ];
  },
};

const PROXY_VARIABLES = ['HTTPS_PROXY', 'HTTP_PROXY', 'ALL_PROXY'] as const;

export const proxies: Check = {
  id: 'network.proxy',
  title: 'proxies are set so that the services still reach each other',
  run({ settings }) {
    const value = (name: string): string => settings[name] || settings[name.toLowerCase()] || '';
    const proxied = PROXY_VARIABLES.filter((name) => value(name) !== '');
    if (proxied.length === 0) return [];
    const direct = new Set(value('NO_PROXY').split(/\s*,\s*/));
    const missing = ['127.0.0.1', 'localhost'].filter((host) => !direct.has(host) && !direct.has('*'));
    return [
      ...proxied
        .filter((name) => !URL.canParse(value(name)))
        .map((name) => error(`${name} is no address`, 'write it as http://host:port', name)),
      ...(missing.length > 0
        ? [
            warning(
              `A proxy is set, and NO_PROXY leaves out ${missing.join(' and ')}`,
              'NO_PROXY=127.0.0.1,localhost in .env',
              'NO_PROXY',
            ),
          ]
        : []),
      ...(value('HTTPS_PROXY') === ''
        ? [
            warning(
              'A proxy is set for HTTP alone; providers are reached by HTTPS',
              'set HTTPS_PROXY too',
              'HTTPS_PROXY',
            ),
          ]
        : []),
    ];
  },
};
