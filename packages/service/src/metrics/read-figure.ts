import { figureLine, type Family, type Merge } from './lines.ts';

export interface FigureOptions {
  readonly name: string;
  readonly help: string;
  /** A gauge goes up and down, a counter only up. */
  readonly type: 'gauge' | 'counter';
  /** How those of several processes make one; `sum` unless said. */
  readonly merge?: Merge;
  /** The figure as it is now. */
  readonly read: () => number;
}

/** A figure that somebody else keeps, read when it is scraped. */
export function readFigure({ read, ...about }: FigureOptions): Family {
  return { ...about, lines: () => [figureLine(about.name, '', read())] };
}
