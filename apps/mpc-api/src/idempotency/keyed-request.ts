import { hash } from 'node:crypto';
import type { Secret } from '@showrunner/service';
import type { JsonMembers } from '../json-members.ts';

/** A request that is to be carried out once, however often it comes. */
export interface KeyedRequest {
  /** Tells it from all others: the digest of workspace, path and key. */
  readonly id: string;
  /** The digest of what is asked, the same for equal JSON in any order of members. */
  readonly body: string;
  readonly key: Secret;
}

export interface KeyedRequestParts {
  readonly workspace: string;
  /** With its members filled in: `/jobs/job_1/retry`. */
  readonly path: string;
  readonly key: Secret;
  /** Nothing sent is an object without members. */
  readonly body: JsonMembers;
}

export function keyedRequest({ workspace, path, key, body }: KeyedRequestParts): KeyedRequest {
  return {
    id: hash('sha256', JSON.stringify([workspace, path, key.reveal()]), 'base64url'),
    body: hash('sha256', JSON.stringify(body, sorted), 'base64url'),
    key,
  };
}

/** For `JSON.stringify`: members in one order, whatever the client's language makes of them. */
function sorted(_name: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)));
}
