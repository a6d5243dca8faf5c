import { limitHolder as countedHolder, limitsOf, type LimitHolder } from '@showrunner/access';
import type { Entity } from '../../stored/entities/entity.ts';
import type { Holding } from '../holding.ts';
import { MadeOnce } from '../made-once.ts';
import { mappingIn, numberIn } from '../settings.ts';

/** LiteLLM's name for whose limits they are (`hooks/parallel_request_limiter_v3.py`, 1.108.7), and under which id. */
interface Holder {
  readonly name: string;
  readonly id: string;
}

type WithSettings = Pick<Entity, 'settings'>;

/** What may be asked in a minute and at once, by whoever has such limits: of a key, its team, its user. */
export function holderLimits({ key, team, user, member, organization, budgets }: Holding): LimitHolder[] {
  const shared = (entity: Entity | undefined) => budgets.get(entity?.budgetId ?? '');
  return [
    limitHolder({ name: 'api_key', id: key.id }, key, shared(key)),
    limitHolder({ name: 'user', id: user?.id ?? '' }, user),
    limitHolder({ name: 'team', id: team?.id ?? '' }, team),
    limitHolder({ name: 'team_member', id: member?.id ?? '' }, member, shared(member)),
    limitHolder({ name: 'organization', id: organization?.id ?? '' }, organization, shared(organization)),
  ].filter(({ limits }) => limits.length > 0);
}

/** The same for one model, where a key or its team has limits of their own for it. */
export function modelLimits({ key, team }: Holding, model: string): LimitHolder[] {
  return [
    modelHolder({ name: 'model_per_key', id: `${key.id}:${model}` }, key, model),
    modelHolder({ name: 'model_per_team', id: `${team?.id ?? ''}:${model}` }, team, model),
  ].filter(({ limits }) => limits.length > 0);
}

/** The models for which they have. */
export function limitedModels({ key, team }: Holding): readonly string[] {
  const tables = [key, team].flatMap((entity) =>
    ['model_rpm_limit', 'model_tpm_limit'].map((name) => mappingIn(mappingIn(entity?.settings, 'metadata'), name)),
  );
  const names = tables.flatMap((table) => Object.keys(table));
  return names.filter((name, index) => names.indexOf(name) === index);
}

const commonLimits = new MadeOnce<LimitHolder>();

/** Keys are seen one by one, and what is made for them lives with them. */
const OF_KEYS: ReadonlySet<string> = new Set(['api_key', 'model_per_key']);

/** The name before the colon is told in refusals: `api_key:9f3a`. What an entity does not say its budget may. */
export function limitHolder(holder: Holder, entity: WithSettings | undefined, budget?: WithSettings): LimitHolder {
  return onceFor(entity, holder, budget, () => makeLimitHolder(holder, entity, budget));
}

function onceFor(
  entity: WithSettings | undefined,
  { name, id }: Holder,
  budget: WithSettings | undefined,
  make: () => LimitHolder,
): LimitHolder {
  if (!entity || OF_KEYS.has(name)) return make();
  return commonLimits.of(entity, `${name}:${id}`, budget, make);
}

function makeLimitHolder(
  { name, id }: Holder,
  entity: WithSettings | undefined,
  budget: WithSettings | undefined,
): LimitHolder {
  const limit = (member: string) => numberIn(entity?.settings, member) ?? numberIn(budget?.settings, member);
  return countedHolder(
    `${name}:${id}`,
    limitsOf({
      requestsPerMinute: limit('rpm_limit'),
      tokensPerMinute: limit('tpm_limit'),
      maxParallelRequests: limit('max_parallel_requests'),
    }),
  );
}

function modelHolder(holder: Holder, entity: Entity | undefined, model: string): LimitHolder {
  return onceFor(entity, holder, undefined, () => {
    const metadata = mappingIn(entity?.settings, 'metadata');
    return countedHolder(
      `${holder.name}:${holder.id}`,
      limitsOf({
        requestsPerMinute: numberIn(mappingIn(metadata, 'model_rpm_limit'), model),
        tokensPerMinute: numberIn(mappingIn(metadata, 'model_tpm_limit'), model),
        maxParallelRequests: undefined,
      }),
    );
  });
}
