import { median, upperBoundOfMedian } from './median.ts';
import { cpuMicroseconds, load, type Server } from '../servers/processes.ts';

/** A server under one load, and what it cost in each round. */
export interface MeasuredCase {
  readonly name: string;
  readonly server: Server;
  readonly url: string;
  /** The script of wrk that puts the load on. */
  readonly script: string;
  readonly micros: number[];
  readonly perSecond: number[];
}

/** A case before its first round. */
export function measured(name: string, server: Server, path: string, script: string): MeasuredCase {
  return { name, server, url: server.url + path, script, micros: [], perSecond: [] };
}

export interface Rounds {
  readonly rounds: number;
  readonly seconds: number;
  /** From which the load comes. */
  readonly core: number;
}

/** Lets the cases take turns within each round, so that neighbours on the machine disturb all of them. */
export async function playRounds(cases: readonly MeasuredCase[], { rounds, seconds, core }: Rounds): Promise<void> {
  for (let round = 0; round < rounds; round++) {
    for (const { server, url, script, micros, perSecond } of cases) {
      const before = await cpuMicroseconds(server.pid);
      const result = await load(core, url, script, seconds);
      micros.push(((await cpuMicroseconds(server.pid)) - before) / result.requests);
      perSecond.push(result.perSecond);
    }
  }
}

/** A line for each case, in multiples of its floor: the median of the ratios of each round, and how high it may be. */
export function printTable(cases: readonly MeasuredCase[], floorOf: (one: MeasuredCase) => MeasuredCase): void {
  console.log(line('case', 'µs CPU', 'range', '× floor', 'at most', 'req/s'));
  for (const one of cases) {
    const { name, micros, perSecond } = one;
    const floor = floorOf(one);
    const ratios = micros.map((value, round) => value / (floor.micros[round] ?? Number.NaN));
    console.log(
      line(
        name,
        median(micros).toFixed(1),
        `${Math.min(...micros).toFixed(0)}–${Math.max(...micros).toFixed(0)}`,
        median(ratios).toFixed(2),
        upperBoundOfMedian(ratios).toFixed(2),
        median(perSecond).toFixed(0),
      ),
    );
  }
}

function line(name: string, ...figures: readonly string[]): string {
  const [micros = '', range = '', ...rest] = figures;
  return [name.padEnd(34), micros.padStart(8), range.padStart(13), ...rest.map((figure) => figure.padStart(8))].join(
    ' ',
  );
}
