import { ErrorTypes, invalidInput } from '@showrunner/errors';
import type { Operation } from '@showrunner/recipes';
import type { RevisableResult } from '../../jobs/job-store.ts';
import type { Revision } from '../../jobs/job.ts';
import type { GenerateRequest } from './generate-request.ts';
import { resolveReferences, type ResultFinder } from './resolve-references.ts';

/** Finds results with what a revision needs to know of them. */
export interface RevisableFinder extends ResultFinder {
  findRevisable(workspace: string, id: string, kind: string): Promise<RevisableResult | undefined>;
  newestOf(workspace: string, root: string): Promise<string>;
}

/** Where the result of a request will stand in its chain of revisions. */
export interface RevisionPlace extends Revision {
  /** The newest job of the chain, where the caller says which one that has to be. */
  readonly follows: string | null;
  readonly replaces: string | null;
}

/**
 * Puts the result that a revision names, and the request that its chain began with, where the operation reads them.
 * A body that brings the result itself is left as it is.
 *
 * @throws ApiError 404 where there is none, 412 where it is not the newest that `If-Match` wants, 409 where what
 * `replaces` names is not the caller's own last revision
 */
export async function resolveRevision(
  request: GenerateRequest,
  finder: RevisableFinder,
  operations: readonly Operation[],
): Promise<{ readonly body: GenerateRequest['body']; readonly place: RevisionPlace | undefined }> {
  const { body, workspace, operation } = request;
  const named = operation.references.find(({ member, originalAt }) => originalAt && typeof body[member] === 'string');
  if (named?.originalAt === undefined) return { body: withoutPlace(request), place: undefined };
  const id = String(body[named.member]);
  if (body[named.placedAt] !== undefined) throw twice(named.member, named.placedAt);
  const found = await finder.findRevisable(workspace, id, named.kind);
  if (found === undefined) throw notFound(named.kind, named.member, id);
  const place = await placeOf(request, found, finder);
  const made = operations.find(({ name }) => name === named.kind) ?? operation;
  const original = await resolveReferences(made, found.original as GenerateRequest['body'], workspace, finder);
  return {
    body: { ...body, job_id: place.of, [named.placedAt]: found.result, [named.originalAt]: original.body },
    place,
  };
}

/** A result that came as data has no chain to stand in. */
function withoutPlace({ body, ifMatch }: GenerateRequest): GenerateRequest['body'] {
  if (body.replaces !== undefined && body.replaces !== null)
    throw invalidInput([{ path: 'replaces', reason: 'needs the job that is revised', allowed: 'job_id beside it' }]);
  if (ifMatch !== undefined) throw notNewest(null);
  return body;
}

async function placeOf(
  request: GenerateRequest,
  { job, root, original }: RevisableResult,
  finder: RevisableFinder,
): Promise<RevisionPlace> {
  const { ifMatch, body } = request;
  const replaces = typeof body.replaces === 'string' ? body.replaces : null;
  if (ifMatch === undefined && replaces === null) return { of: job.id, root, original, follows: null, replaces };
  const newest = await finder.newestOf(request.workspace, root);
  if (ifMatch !== undefined && !matches(ifMatch, newest)) throw notNewest(newest);
  if (replaces !== null) await refuseForeign(replaces, newest, request, finder);
  const of = replaces === job.id ? (job.revision?.of ?? job.id) : job.id;
  return { of, root, original, follows: newest, replaces };
}

async function refuseForeign(
  replaces: string,
  newest: string,
  { workspace, keyId, operation }: GenerateRequest,
  finder: RevisableFinder,
): Promise<void> {
  const [kind = ''] = operation.references.map((reference) => reference.kind);
  const found = await finder.findRevisable(workspace, replaces, kind);
  if (found === undefined) throw notFound(kind, 'replaces', replaces);
  if (found.job.id === newest && found.job.revision !== null && found.job.keyId === keyId) return;
  throw ErrorTypes.BAD_REQUEST(
    'What `replaces` names is not your own last revision of this result.',
    { reason: 'conflict', newest },
    { status: 409 },
  );
}

/** RFC 9110 §13.1.1: any of a list, by strong comparison, or `*`. */
function matches(ifMatch: string, newest: string): boolean {
  return ifMatch.split(',').some((tag) => tag.trim() === '*' || tag.trim() === `"${newest}"`);
}

/** Another revision came first, or is the newest one by now. */
export function notNewest(newest: string | null): Error {
  return ErrorTypes.BAD_REQUEST(
    'This result has a newer revision than the one that was matched.',
    { reason: 'precondition_failed', newest },
    { status: 412 },
  );
}

function notFound(kind: string, member: string, id: string): Error {
  const shown = id.slice(0, 80);
  return ErrorTypes.NOT_FOUND(`There is no ${kind} with the id "${shown}".`, { [member]: shown });
}

function twice(member: string, placedAt: string): Error {
  return invalidInput([{ path: placedAt, reason: `stands beside ${member}`, allowed: 'one of the two' }]);
}
