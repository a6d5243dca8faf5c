import { figureLine, type Family } from './lines.ts';

export interface FigureOptions {
  readonly name: string;
  readonly help: string;
  /** A gauge goes up and down, a counter only up. */
  readonly type: 'gauge' | 'counter';
  /** The figure as it is now. */
  readonly read: () => number;
}

/** A figure that somebody else keeps, read when it is scraped. */
export function readFigure({ read, ...about }: FigureOptions): Family {
  return { ...about, lines: () => [figureLine(about.name, '', read())] };
}
