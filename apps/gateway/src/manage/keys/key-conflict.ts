import { badRequest } from '../../failure/gateway-error.ts';
import { EntityExistsError } from '../../stored/entities/entity-writer.ts';

/** That an alias or a key is somebody's already, as callers are told of it; other errors as they are. */
export function asConflict(error: unknown): unknown {
  if (!(error instanceof EntityExistsError)) return error;
  return error.member === 'alias'
    ? badRequest('Unique key aliases across all keys are required: there is a key with this alias', 'key_alias')
    : badRequest('This key cannot be used; choose another', 'key');
}
