import type { Finding } from '@showrunner/recipes/in-browser';
import { contentDisposition, fileNameIn } from './file-name/file-name.ts';
import type { ExportFormat, ExportOptions } from './format.ts';
import { timedScript, type ExportMetadata, type ExportScript } from './source.ts';

/** A file that was made of a script. */
export interface ExportedFile {
  readonly mediaType: string;
  readonly fileName: string;
  /** The header that offers it for download. */
  readonly contentDisposition: string;
  /** Its content without a byte order mark. */
  readonly text: string;
  readonly hasByteOrderMark: boolean;
  /** All documents, where it was cut into several by a bound. */
  readonly parts: readonly string[] | null;
  /** What is to be known of it; all of it is delivered. */
  readonly findings: readonly Finding[];
}

/** A script as a file of a format; `prepareExport` is awaited before. */
export function exportScript(
  format: ExportFormat,
  script: ExportScript,
  options: ExportOptions = {},
  metadata?: ExportMetadata,
): ExportedFile {
  const {
    text,
    findings,
    parts = null,
    hasByteOrderMark = false,
  } = format.render(timedScript(script), options, metadata);
  const part = options.part === undefined || parts === null ? '' : `-${options.part}`;
  const disposition = contentDisposition(script.title ?? '', `${part}.${format.extension}`);
  return {
    mediaType: format.mediaType,
    fileName: fileNameIn(disposition),
    contentDisposition: disposition,
    text,
    hasByteOrderMark,
    parts,
    findings,
  };
}
