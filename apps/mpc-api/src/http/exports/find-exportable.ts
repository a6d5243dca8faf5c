import { exportInput } from '@showrunner/contract';
import { ErrorTypes, invalidInput } from '@showrunner/errors';
import type { ExportFormatId, ExportMetadata, ExportScript } from '@showrunner/exports';
import type { JobStore } from '../../jobs/job-store.ts';
import { objectOf } from '../../json-members.ts';

/** What a file is made of. */
export interface Exportable {
  readonly script: ExportScript;
  readonly metadata?: ExportMetadata | undefined;
}

interface Wanted {
  /** Of a job, or of a result. */
  readonly id: string;
  /** Whose metadata belongs to the script. */
  readonly metadataId: string | undefined;
  readonly format: ExportFormatId;
}

/** What a workspace's stored result has to export. Throws 404 for what is not there, 409 and 422 for what has no script. */
export async function findExportable(jobs: JobStore, workspace: string, wanted: Wanted): Promise<Exportable> {
  const found = (await partsOf(jobs, workspace, wanted)) ?? (await refuse(jobs, workspace, wanted));
  if (wanted.metadataId === undefined) return exportInput.parse(found);
  return exportInput.parse({ ...found, metadata: await metadataOf(jobs, workspace, wanted.metadataId) });
}

interface Parts {
  readonly script?: unknown;
  readonly metadata?: unknown;
}

/** A script alone, a package with its script and metadata, or for YouTube metadata alone. */
async function partsOf(jobs: JobStore, workspace: string, { id, format }: Wanted): Promise<Parts | undefined> {
  const script = await jobs.findResult(workspace, id, 'script');
  if (script !== undefined) return { script };
  const whole = objectOf(await jobs.findResult(workspace, id, 'package'));
  if (whole?.script !== undefined) return { script: whole.script, metadata: whole.metadata ?? undefined };
  const metadata = format === 'youtube' ? objectOf(await jobs.findResult(workspace, id, 'metadata')) : undefined;
  return metadata && { script: { title: metadata.title, language: metadata.language, scenes: [{}] }, metadata };
}

async function metadataOf(jobs: JobStore, workspace: string, id: string): Promise<unknown> {
  const metadata = await jobs.findResult(workspace, id, 'metadata');
  return metadata ?? objectOf(await jobs.findResult(workspace, id, 'package'))?.metadata ?? notFound('metadata', id);
}

/** Says why a job gives no file. */
async function refuse(jobs: JobStore, workspace: string, { id, format }: Wanted): Promise<never> {
  const job = (await jobs.find(workspace, id)) ?? notFound('script', id);
  if (job.state !== 'succeeded')
    throw ErrorTypes.BAD_REQUEST(
      `The job is ${job.state} and has no result.`,
      { reason: 'conflict', state: job.state },
      { status: 409 },
    );
  const reason = `is a job of "${job.recipe}", which has nothing for ${format}`;
  throw invalidInput([{ path: 'job', reason, allowed: 'a job of script or package; for youtube of metadata too' }]);
}

function notFound(kind: string, id: string): never {
  const given = id.slice(0, 80);
  throw ErrorTypes.NOT_FOUND(`There is no ${kind} with the id "${given}".`, { id: given });
}
