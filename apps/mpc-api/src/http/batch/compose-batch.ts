import { setImmediate as nextTurn } from 'node:timers/promises';
import { permit, type Caller } from '@showrunner/access';
import { batchItemInput, type BatchInput } from '@showrunner/contract';
import { ApiError, invalidInput, type Issue } from '@showrunner/errors';
import { memberNames, operations, unknownMembers, type Operation } from '@showrunner/recipes';
import type { FastifyRequest } from 'fastify';
import { scopeRefusal } from '../../admit/caller-refusal.ts';
import { newJobOf } from '../../drive/job-work.ts';
import type { NewJob } from '../../jobs/job.ts';
import { newId } from '../../jobs/new-id.ts';
import { objectOf, type JsonMembers } from '../../json-members.ts';
import { callable } from '../../webhooks/send-on-request.ts';
import type { GenerateParts } from '../generate/generate-parts.ts';
import { issuesIn } from './issues-in.ts';

/** Enough to find one's mistakes. */
const MOST_ISSUES = 50;
const MOST_IGNORED = 50;

interface Composing {
  readonly batchId: string;
  readonly caller: Caller;
  readonly request: FastifyRequest;
  readonly signal: AbortSignal;
  /** The body's members as they came. */
  readonly members: JsonMembers;
}

export interface ComposedBatch {
  /** In the order of the items. */
  readonly jobs: readonly NewJob[];
  /** Members of items that nobody knows, each with its place. */
  readonly ignored: readonly string[];
}

/**
 * The jobs of a batch.
 *
 * @throws ApiError 403 where the key lacks the scope of an item, 422 for what is wrong with items, each issue with its
 * place, and what hinders all of them
 */
export async function composeBatch(
  input: BatchInput,
  composing: Composing,
  parts: GenerateParts,
): Promise<ComposedBatch> {
  refuseMissingScope(input, composing.caller);
  const jobs: NewJob[] = [];
  const ignored: string[] = [];
  const issues: Issue[] = [];
  const priority = await parts.admission.priorityOf(composing.caller);
  for (const [index, item] of input.items.entries()) {
    try {
      const about = { ...composing, priority, titles: input.previous_titles ?? [] };
      const made = await composeItem(item, index, about, parts);
      jobs.push(made.job);
      if (ignored.length < MOST_IGNORED) ignored.push(...made.ignored.map((name) => `items[${index}].${name}`));
    } catch (error) {
      issues.push(...issuesOf(error, index));
      if (issues.length >= MOST_ISSUES) break;
    }
    // A thousand requests are read between those of others.
    await nextTurn();
  }
  if (issues.length > 0) throw invalidInput(issues.slice(0, MOST_ISSUES));
  return { jobs, ignored: ignored.slice(0, MOST_IGNORED) };
}

function refuseMissingScope({ items }: BatchInput, caller: Caller): void {
  for (const recipe of new Set(items.map((item) => item.recipe))) {
    const permission = permit(caller, `generate:${recipe}`);
    if (permission.kind === 'lacks_scope') throw scopeRefusal(permission.scope);
  }
}

async function composeItem(
  { recipe, input, client_ref }: BatchInput['items'][number],
  index: number,
  { batchId, caller, request, signal, members, priority, titles }: Composing & ItemParts,
  { generation, webhooks }: GenerateParts,
): Promise<{ readonly job: NewJob; readonly ignored: readonly string[] }> {
  const operation = operationOf(recipe);
  const asked = {
    operation,
    body: { ...withTitles(operation, input, titles), ...(client_ref === undefined ? {} : { client_ref }) },
    workspace: caller.workspace,
    keyId: caller.keyId,
    requestId: request.id,
    cacheUse: 'shared',
  } as const;
  const composed = await generation.compose(asked, signal);
  const { store, webhook_url: told } = composed.options;
  if (store === false)
    throw invalidInput([{ path: 'store', reason: 'is false, and a job is what is stored', allowed: 'true' }]);
  const webhookUrl = told === undefined ? null : callable(told, 'webhook_url', webhooks);
  const beside = unknownBeside(members, index);
  const noted = { ...composed, ignored: [...beside, ...composed.ignored] };
  return {
    job: newJobOf(noted, { id: newId('job'), priority, webhookUrl, batch: { id: batchId, index } }),
    ignored: [...beside, ...composed.ignored.map((name) => `input.${name}`)],
  };
}

/** What stands in an item beside its input and nobody knows: `priority`, a `webhook_url` that belongs into the input. */
function unknownBeside({ items }: JsonMembers, index: number): readonly string[] {
  const item = Array.isArray(items) ? objectOf(items[index]) : undefined;
  return item === undefined ? [] : unknownMembers(batchItemInput, item);
}

interface ItemParts {
  readonly priority: number;
  readonly titles: readonly string[];
}

function operationOf(recipe: string): Operation {
  const operation = operations.find(({ name }) => name === recipe);
  if (operation === undefined) throw invalidInput([{ path: '', reason: 'is of no recipe', allowed: null }]);
  return operation;
}

/** Titles that all shall differ from stand before the item's own; recipes without titles have no use for them. */
function withTitles({ input: schema }: Operation, input: JsonMembers, titles: readonly string[]): JsonMembers {
  const own: unknown = input.previous_titles ?? [];
  if (titles.length === 0 || !Array.isArray(own) || !memberNames(schema).has('previous_titles')) return input;
  return { ...input, previous_titles: [...titles, ...(own as readonly unknown[])] };
}

/** What is wrong with an item, at its place; what hinders all of them is thrown on. */
function issuesOf(error: unknown, index: number): Issue[] {
  if (!ApiError.isInstance(error) || error.statusCode >= 500 || error.statusCode === 429) throw error;
  const issues = issuesIn(error);
  const place = `items[${index}].input`;
  if (issues.length === 0) return [faultOf(error, place)];
  return issues.map(({ path, ...issue }) => ({ path: path === '' ? place : `${place}.${path}`, ...issue }));
}

/** What an item names and is not there, or another reason why it cannot be taken. */
function faultOf({ details, message, statusCode }: ApiError, place: string): Issue {
  const reason = `cannot be taken: ${message}`;
  if (statusCode !== 404) return { path: place, reason, allowed: null };
  // Such an error's details are the member and what it named.
  const [member] = Object.keys(details);
  return {
    path: member === undefined ? place : `${place}.${member}`,
    reason,
    allowed: 'the id of one that this workspace has',
  };
}
