import { statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { ExportedFile, ExportFormat, JobExportOptions } from '@showrunner/client';
import type { Command } from 'commander';
import type { CommandContext } from '../../command-context.ts';
import { connect } from '../../generation/connect.ts';
import { writeResultFile } from '../../output/result-file.ts';
import { loadStack } from '../../stack/load-stack.ts';

interface Options {
  readonly out?: string;
  readonly metadata?: string;
  readonly bom?: boolean;
  readonly separator?: 'comma' | 'semicolon';
  readonly maxBytes?: number;
  readonly part?: number;
  readonly orientation?: 'portrait' | 'landscape';
}

/** More remarks than anybody reads on a terminal. */
const MOST_NOTES = 10;

export async function exportJob(context: CommandContext, command: Command): Promise<void> {
  const { output, signal } = context;
  const [job = '', format = ''] = command.args;
  const options = command.opts<Options>();
  // The server knows the formats, and names them where one is unknown.
  const client = connect(loadStack(context));
  const answer = await client.exports.job(job, format as ExportFormat, queryOf(options), { signal });
  output.result(answer);
  if (options.out === undefined) output.line(answer.data.text.replace(/\n$/, ''));
  else output.note(`Saved to ${save(answer.data, options.out)}`);
  const remarks = answer.meta.checks.map(({ message }) => message);
  for (const remark of remarks.slice(0, MOST_NOTES)) output.note(output.noteStyle.warning(remark));
  if (remarks.length > MOST_NOTES) output.note(`${remarks.length - MOST_NOTES} more; --json shows all`);
}

function queryOf({ metadata, bom, separator, maxBytes, part, orientation }: Options): JobExportOptions {
  return {
    ...(metadata === undefined ? {} : { metadata }),
    ...(bom === false ? { bom } : {}),
    ...(separator === undefined ? {} : { separator }),
    ...(maxBytes === undefined ? {} : { max_bytes: maxBytes }),
    ...(part === undefined ? {} : { part }),
    ...(orientation === undefined ? {} : { orientation }),
  };
}

/** Writes the file as a download would have it; gives where. */
function save({ filename, text, byte_order_mark: hasMark }: ExportedFile, out: string): string {
  const path = statSync(out, { throwIfNoEntry: false })?.isDirectory() === true ? join(out, basename(filename)) : out;
  writeResultFile(path, (hasMark ? '\u{FEFF}' : '') + text);
  return path;
}
