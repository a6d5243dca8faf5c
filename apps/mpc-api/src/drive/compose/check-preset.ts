import type { PresetInput } from '@showrunner/contract';
import { ApiError, invalidInput, type Issue } from '@showrunner/errors';
import type { Operation } from '@showrunner/recipes';
import type { Library } from '../../library/library.ts';
import { fillFromLibrary } from './fill-from-library.ts';
import { readRequest } from './read-request.ts';

/** Say how one request is answered, and nothing that many could share. */
const OF_REQUESTS = ['preset', 'stream', 'async', 'webhook_url', 'client_ref'];

/**
 * Reads what a preset fills in as the recipe would, without what each request has to bring itself. Gives the members that
 * nobody knows, as `input.…`.
 *
 * @throws ApiError 422 for what the recipe does not take
 */
export async function checkPreset(
  { recipe, input }: PresetInput,
  { operations, workspace, library }: CheckedIn,
): Promise<readonly string[]> {
  const operation = operations.find(({ name }) => name === recipe);
  if (!operation) throw new Error(`${recipe} is a recipe of the contract and of nobody else.`);
  const foreign = OF_REQUESTS.filter((name) => Object.hasOwn(input, name));
  if (foreign.length > 0) {
    const reason = 'belongs to a request';
    throw invalidInput(foreign.map((name) => ({ path: `input.${name}`, reason, allowed: 'it in each request' })));
  }
  try {
    const { body } = await fillFromLibrary(operation, input, workspace, library);
    return readRequest(operation, { ...standIns(operation, body), ...body }).ignored.map((name) => `input.${name}`);
  } catch (error) {
    throw ApiError.isInstance(error) ? asInput(error) : error;
  }
}

/** In which workspace a preset is kept, and what is there. */
export interface CheckedIn {
  readonly operations: readonly Operation[];
  readonly workspace: string;
  readonly library: Library;
}

/** Of the recipe's example, what a body cannot do without and does not have. */
function standIns(operation: Operation, body: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { example } = operation;
  const isEnough = (members: object) => reads(operation, { ...members, ...body });
  if (isEnough({})) return {};
  const one = Object.entries(example).find(([name, value]) => isEnough({ [name]: value }));
  return one ? Object.fromEntries([one]) : example;
}

/** Whether nothing is missing; what is wrong in another way is said later. */
function reads(operation: Operation, body: Readonly<Record<string, unknown>>): boolean {
  try {
    readRequest(operation, body);
    return true;
  } catch (error) {
    return !ApiError.isInstance(error) || error.code !== 'BAD_REQUEST';
  }
}

/** What is missing in the library is as wrong here as what the recipe does not take. */
function asInput(error: ApiError): ApiError {
  const issues = (error.details?.issues ?? []) as readonly Issue[];
  if (issues.length > 0)
    return invalidInput(
      issues.map((issue) => ({ ...issue, path: `input.${issue.path}` })),
      error,
    );
  const reason = 'names no brand voice of this workspace';
  return invalidInput([{ path: 'input.brand_voice', reason, allowed: 'the id of one, or a voice itself' }], error);
}
