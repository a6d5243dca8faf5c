import type { Caller } from '@showrunner/access';
import { badRequest } from '../../failure/gateway-error.ts';
import type { Mapping } from '../../json/mapping.ts';
import { textIn } from '../../keys/settings.ts';
import type { Entity } from '../../stored/entities/entity.ts';
import type { Entities } from '../../stored/entities/entities.ts';
import { EntityExistsError } from '../../stored/entities/entity-writer.ts';
import { budgetLimits } from '../budgets/budget-members.ts';
import { checkBudget } from '../budgets/check-budget.ts';
import { checkAdministrator, seesEverything } from '../granter.ts';
import { actorOf } from '../management-ports.ts';
import { readMembers } from '../members.ts';
import { notFound, notYours } from '../refusals.ts';
import { shownBudget, UNSET_BUDGET } from '../show-budget.ts';
import { shownSpent, shownTimes, spendFactsOf } from '../show-spent.ts';
import { checkSoftBudget } from '../soft-budget.ts';
import { writtenColumns, writtenSettings } from '../written.ts';
import { namedTag, namedTags, tagMembers } from './tag-members.ts';

/** Longer ones are no tag of a call (`admit/call-labels.ts`). */
const LONGEST_NAME = 128;

/** Makes a tag. Throws a 400 or 403. */
export async function makeTag(entities: Entities, caller: Caller, body: unknown) {
  checkAdministrator(caller);
  const { name: written, ...read } = readMembers(body, tagMembers);
  const name = tagName(written);
  checkSoftBudget(read);
  const made = await entities
    .change(async (writer) => {
      await checkBudget(writer, read);
      const settings = writtenSettings(tagMembers, read, {});
      return writer.add({ ...named(name), ...columns(read), createdBy: actorOf(caller), settings });
    })
    .catch((error: unknown) => {
      if (!(error instanceof EntityExistsError)) throw error;
      throw badRequest(`Tag ${name} already exists`, 'name');
    });
  return { message: `Tag ${name} created successfully`, tag: await shownTag(entities, made) };
}

/** Changes what is written of one; null clears, and what is left out stays. Throws a 400, 403 or 404. */
export async function changeTag(entities: Entities, caller: Caller, body: unknown) {
  checkAdministrator(caller);
  const { name: written, ...read } = readMembers(body, tagMembers);
  const name = tagName(written);
  const changed = await entities.change(async (writer) => {
    const present = await writer.find(named(name));
    if (!present) throw tagNotFound(name, 'name');
    await checkBudget(writer, read);
    checkSoftBudget({ ...present.settings, ...read });
    const settings = writtenSettings(tagMembers, read, present.settings);
    return (await writer.update(present, { ...columns(read), settings, updatedBy: actorOf(caller) })) ?? present;
  });
  return { message: `Tag ${name} updated successfully`, tag: await shownTag(entities, changed) };
}

/** Deletes one, and what is known of its spend. Throws a 400, 403 or 404. */
export async function removeTag(entities: Entities, caller: Caller, body: unknown) {
  checkAdministrator(caller);
  const name = tagName(readMembers(body, namedTag).name);
  await entities.change(async (writer) => {
    if (!(await writer.find(named(name)))) throw tagNotFound(name, 'name');
    await writer.remove(named(name));
  });
  return { message: `Tag ${name} deleted successfully` };
}

/** Those that are named, by their names. Throws a 404 where one is not there, and a 403 where it is not the caller's to see. */
export async function readTags(entities: Entities, caller: Caller, body: unknown): Promise<Record<string, Mapping>> {
  const { names } = readMembers(body, namedTags);
  if (!Array.isArray(names) || names.length === 0) throw badRequest('names must name at least one tag', 'names');
  const tags = await visible(entities, caller, names as readonly string[]);
  const missing = (names as readonly string[]).find((name) => !tags.some(({ id }) => id === name));
  if (missing !== undefined) throw seesEverything(caller) ? tagNotFound(missing, 'names') : notYours('tag', 'names');
  const shown = await shownTags(entities, tags);
  return Object.fromEntries(shown.map((tag) => [String(tag.name), tag]));
}

export async function listTags(entities: Entities, caller: Caller): Promise<Mapping[]> {
  return shownTags(entities, await visible(entities, caller));
}

/** Who does not see everything sees the tags of their own key. */
async function visible(entities: Entities, caller: Caller, names?: readonly string[]): Promise<readonly Entity[]> {
  const tags = await entities.list({ kind: 'tag', ...(names && { ids: names }) });
  const own = caller.grants?.tags ?? [];
  return seesEverything(caller) ? tags : tags.filter(({ id }) => own.includes(id));
}

async function shownTag(entities: Entities, tag: Entity): Promise<Mapping> {
  const [shown] = await shownTags(entities, [tag]);
  return shown ?? {};
}

/** As LiteLLM shows them (`TagConfig`, 1.108.7), with what they have spent. */
async function shownTags(entities: Entities, tags: readonly Entity[]): Promise<Mapping[]> {
  const facts = await spendFactsOf(entities, tags);
  return tags.map((tag) => {
    const budget = facts.budgets.get(tag.budgetId ?? '');
    const own = Object.fromEntries(Object.entries(tag.settings).filter(([name]) => name in budgetLimits));
    const isHeld = budget !== undefined || Object.keys(own).length > 0;
    const spent = shownSpent(tag, facts);
    return {
      name: tag.id,
      description: textIn(tag.settings, 'description') ?? null,
      models: [],
      model_info: {},
      budget_id: tag.budgetId,
      ...spent,
      ...shownTimes(tag),
      ...(isHeld && {
        litellm_budget_table: {
          ...(budget ? shownBudget(budget) : UNSET_BUDGET),
          ...own,
          budget_reset_at: spent.budget_reset_at,
        },
      }),
    };
  });
}

/** As calls write it. */
function tagName(name: unknown): string {
  const trimmed = typeof name === 'string' ? name.trim() : '';
  if (trimmed !== '' && trimmed.length <= LONGEST_NAME) return trimmed;
  throw badRequest(`name must be a text of 1 to ${LONGEST_NAME} characters`, 'name');
}

function columns(read: Mapping) {
  return writtenColumns(read, { budgetId: 'budget_id' });
}

function tagNotFound(name: string, param: string) {
  return notFound(`Tag ${name.slice(0, 200)} not found`, param);
}

function named(id: string) {
  return { kind: 'tag', id } as const;
}
