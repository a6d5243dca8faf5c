import { Counter, Gauge, type Registry } from 'prom-client';

export interface FigureOptions {
  readonly name: string;
  readonly help: string;
  /** A gauge goes up and down, a counter only up. */
  readonly type: 'gauge' | 'counter';
  /** The figure as it is now. */
  readonly read: () => number;
}

/** A figure that somebody else keeps, read when it is scraped. */
export function readFigure(registry: Registry, { type, read, ...about }: FigureOptions): void {
  if (type === 'gauge') {
    const gauge: Gauge = new Gauge({ ...about, registers: [registry], collect: () => gauge.set(read()) });
  } else {
    const counter: Counter = new Counter({
      ...about,
      registers: [registry],
      collect: () => {
        counter.reset();
        counter.inc(read());
      },
    });
  }
}
