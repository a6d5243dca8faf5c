import { setImmediate as othersTurn } from 'node:timers/promises';
import { figureLine, type Family, type Merge } from './lines.ts';

/** A metric of one process as it stood. */
export interface SnapshotFamily extends Pick<Family, 'name' | 'help' | 'type'> {
  readonly merge: Merge;
  /** Its lines, in pieces of several. */
  readonly pieces: readonly string[];
}

/** All metrics of one process as they stood, as plain data. */
export type MetricsSnapshot = readonly SnapshotFamily[];

/** Of one metric, of processes that are gone; what is beyond shares one series. */
const MOST_FORMER_SERIES = 20_000;
/** Characters. */
const PIECE_LENGTH = 64 * 1024;

/**
 * One answer for several processes, in Prometheus' text format and in pieces, as that of one process. Figures of one series
 * are merged as their metric says.
 */
export async function* mergedPage(snapshots: readonly MetricsSnapshot[]): AsyncGenerator<string> {
  for (const [first, ...others] of familiesByName(snapshots)) {
    if (!first) continue;
    yield `# HELP ${first.name} ${first.help}\n# TYPE ${first.name} ${first.type}\n`;
    yield* piecesOf(merged([first, ...others], first.merge));
    yield '\n';
    await othersTurn();
  }
}

/** What was counted by processes that are gone, with one more of them: sums must not fall. How it stood is over. */
export function withFormer(former: MetricsSnapshot, gone: MetricsSnapshot): MetricsSnapshot {
  const counted = gone.filter(({ type }) => type !== 'gauge');
  return familiesByName([former, counted]).map((families) => {
    const { name, help, type, merge } = families[0] as SnapshotFamily;
    const sums = new Map<string, number>();
    for (const [series, value] of figuresOf(families)) {
      const place = sums.has(series) || sums.size < MOST_FORMER_SERIES ? series : beyond(series);
      sums.set(place, (sums.get(place) ?? 0) + value);
    }
    return { name, help, type, merge, pieces: [...piecesOf(sums)] };
  });
}

function familiesByName(snapshots: readonly MetricsSnapshot[]): SnapshotFamily[][] {
  return [...Map.groupBy(snapshots.flat(), ({ name }) => name).values()];
}

function merged(families: readonly SnapshotFamily[], merge: Merge): Map<string, number> {
  const values = new Map<string, number>();
  const told = new Map<string, number>();
  for (const [series, value] of figuresOf(families)) {
    const known = values.get(series);
    values.set(series, known === undefined ? value : MERGED[merge](known, value));
    if (merge === 'average') told.set(series, (told.get(series) ?? 0) + 1);
  }
  for (const [series, count] of told) values.set(series, (values.get(series) ?? 0) / count);
  return values;
}

const MERGED: Readonly<Record<Merge, (known: number, value: number) => number>> = {
  sum: (known, value) => known + value,
  average: (known, value) => known + value,
  max: Math.max,
  min: Math.min,
  first: (known) => known,
};

/** Each series with its value: what stands before the last space of a line, and behind it. */
function* figuresOf(families: readonly SnapshotFamily[]): Iterable<readonly [series: string, value: number]> {
  for (const { pieces } of families) {
    for (const piece of pieces) {
      for (const line of piece.split('\n')) {
        const space = line.lastIndexOf(' ');
        if (space > 0) yield [line.slice(0, space), numberOf(line.slice(space + 1))];
      }
    }
  }
}

function numberOf(text: string): number {
  return text.endsWith('Inf') ? Number(`${text}inity`) : Number(text);
}

function* piecesOf(values: ReadonlyMap<string, number>): Iterable<string> {
  yield* inPieces(values.entries().map(([series, value]) => figureLine(series, '', value)));
}

/** Lines, several together. */
export function* inPieces(lines: Iterable<string>): Iterable<string> {
  let piece = '';
  for (const line of lines) {
    piece += line;
    if (piece.length < PIECE_LENGTH) continue;
    yield piece;
    piece = '';
  }
  if (piece !== '') yield piece;
}

/** A label with its value, in which signs may be escaped. */
const LABEL = /(?<name>\w+)="(?:[^"\\]|\\.)*"/g;

/** The bound of a bucket says what is counted, not of whom. */
function beyond(series: string): string {
  return series.replaceAll(LABEL, (label, name: string) => (name === 'le' ? label : `${name}="other"`));
}
