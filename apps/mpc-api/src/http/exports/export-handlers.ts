import type { Caller } from '@showrunner/access';
import { exportInput, type ExportedFileView, type exportRoutes } from '@showrunner/contract';
import { ErrorTypes, invalidInput, missingInput } from '@showrunner/errors';
import {
  exportFormatIds,
  exportFormats,
  exportScript,
  prepareExport,
  type ExportedFile,
  type ExportOptions,
} from '@showrunner/exports';
import { readInput } from '@showrunner/recipes';
import type { Enveloped, Handlers } from '@showrunner/service';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { checkFigures } from '../../drive/check-figures.ts';
import type { JobStore } from '../../jobs/job-store.ts';
import { acceptsEnvelope } from '../accepts-envelope.ts';
import { exportChecks } from './export-checks.ts';
import { findExportable, type Exportable } from './find-exportable.ts';
import { objectBody } from '../body/json-body.ts';

type Format = (typeof exportFormats)[number];

/** Scripts as files: those of stored jobs, the caller's own only, and those given as data. */
export function exportHandlers(jobs: JobStore): Handlers<typeof exportRoutes, Caller> {
  return {
    async exportJob({ caller, path, query, request, reply }) {
      const format = formatCalled(path.format);
      const wanted = { id: path.job, metadataId: query.metadata, format: format.id };
      const exportable = await findExportable(jobs, caller.workspace, wanted);
      return answer(await fileOf(format, exportable, query), { format, request, reply, ignored: [] });
    },
    async exportScript({ path, query, request, reply }) {
      const format = formatCalled(path.format);
      const read = readInput({ input: exportInput }, objectBody(request));
      if (read.kind !== 'read') throw (read.kind === 'missing' ? missingInput : invalidInput)(read.issues);
      const ignored = read.ignored.slice(0, 50);
      return answer(await fileOf(format, read.input, query), { format, request, reply, ignored });
    },
  };
}

function formatCalled(name: string): Format {
  const format = exportFormats.find(({ id }) => id === name);
  if (format !== undefined) return format;
  const given = name.slice(0, 80);
  const allowed = exportFormatIds.join(', ');
  throw ErrorTypes.NOT_FOUND(`There is no export format "${given}"; there are ${allowed}.`, {
    format: given,
    allowed: exportFormatIds,
  });
}

async function fileOf(
  format: Format,
  { script, metadata }: Exportable,
  { max_bytes: maxBytes, ...options }: ExportOptions & { readonly max_bytes?: number | undefined },
): Promise<ExportedFile> {
  await prepareExport(script);
  const file = exportScript(format, script, { ...options, maxBytes }, metadata);
  const last = file.parts?.length ?? 1;
  if (file.parts !== null && (options.part ?? 1) > last)
    throw invalidInput([{ path: 'part', reason: 'is beyond the last document', allowed: `1 to ${last}` }]);
  return file;
}

interface Asked {
  readonly format: Format;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly ignored: readonly string[];
}

/** The file itself; where JSON is asked for, the file as data. */
function answer(
  file: ExportedFile,
  { format, request, reply, ignored }: Asked,
): FastifyReply | Enveloped<ExportedFileView> {
  void reply.header('vary', 'accept');
  if (acceptsEnvelope(request.headers.accept, format.mediaType)) {
    const meta = { checks: file.findings.map(checkFigures), ignored };
    return { data: view(format, file), message: `${format.title} made.`, meta };
  }
  void reply.header('content-type', format.mediaType).header('content-disposition', file.contentDisposition);
  if (file.findings.length > 0) void reply.header('export-checks', exportChecks(file.findings));
  if (file.parts !== null) void reply.header('export-parts', file.parts.length);
  return reply.send(Buffer.from((file.hasByteOrderMark ? BYTE_ORDER_MARK : '') + file.text));
}

const BYTE_ORDER_MARK = '\u{FEFF}';

function view({ id }: Format, file: ExportedFile): ExportedFileView {
  return {
    format: id,
    media_type: file.mediaType,
    filename: file.fileName,
    text: file.text,
    byte_order_mark: file.hasByteOrderMark,
    parts: file.parts,
  };
}
