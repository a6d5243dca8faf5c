import { ErrorTypes } from '@showrunner/errors';

/** Says that the caller's workspace has no such job. */
export function jobNotFound(id: string): never {
  const shown = id.slice(0, 80);
  throw ErrorTypes.NOT_FOUND(`There is no job with the id "${shown}".`, { id: shown });
}
