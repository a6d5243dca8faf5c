import type { Finding } from '@showrunner/recipes/in-browser';
import type { ExportMetadata, TimedScript } from './source.ts';

/** What a caller can say about a file; each format reads those that it names. */
export interface ExportOptions {
  /** Whether the file begins with a byte order mark; it does unless this is false. */
  readonly bom?: boolean | undefined;
  /** What stands between the cells. */
  readonly separator?: Separator | undefined;
  /** The most bytes of UTF-8 that a document may have; a longer text is cut into several. */
  readonly maxBytes?: number | undefined;
  /** Which of several documents, from 1 on. */
  readonly part?: number | undefined;
  readonly orientation?: Orientation | undefined;
}

export const separators = ['comma', 'semicolon'] as const;
export type Separator = (typeof separators)[number];

export const orientations = ['portrait', 'landscape'] as const;
export type Orientation = (typeof orientations)[number];

/** A file's content, and what is to be said of it. */
export interface Rendered {
  readonly text: string;
  readonly findings: readonly Finding[];
  /** All documents, where a bound was given; `text` is the one that was asked for, else the first. */
  readonly parts?: readonly string[];
  /** Whether the file begins with a byte order mark, which `text` is without. */
  readonly hasByteOrderMark?: boolean;
}

/** A kind of file that a script can be had as. */
export interface ExportFormat<Id extends string = string> {
  /** As it stands in an address. */
  readonly id: Id;
  /** For people: `SubRip subtitles`. */
  readonly title: string;
  readonly mediaType: string;
  /** Without the dot. */
  readonly extension: string;
  /** The options that it reads. */
  readonly options: readonly (keyof ExportOptions)[];
  render(script: TimedScript, options: ExportOptions, metadata: ExportMetadata | undefined): Rendered;
}

/** Keeps a format's own id in its type. */
export function defineFormat<const Id extends string>(format: ExportFormat<Id>): ExportFormat<Id> {
  return format;
}

/** What is only told: it fails nothing. */
export function remark(
  name: string,
  figures: Pick<Finding, 'value' | 'limit' | 'unit' | 'message'> & Partial<Pick<Finding, 'path' | 'sceneId'>>,
): Finding {
  return { name, ok: false, severity: 'report', ...figures };
}
