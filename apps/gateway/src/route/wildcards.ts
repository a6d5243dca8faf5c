import { describeModel, lookUpModel } from '@showrunner/models';
import { namePattern, withProvider } from '../config/reading/name-pattern.ts';
import type { Deployment } from '../exchange/deployment/deployment.ts';
import type { ModelGroup } from './model-group.ts';

/** Callers choose the names, so how many derived groups are remembered is bounded. */
const MOST_REMEMBERED = 1000;

interface Pattern {
  readonly matcher: RegExp;
  /** How much of it is written out: the more specific pattern wins. */
  readonly literals: number;
  readonly group: ModelGroup;
}

/**
 * Groups whose name holds `*`. Patterns match whole names (LiteLLM's are not anchored, so that `team-*-fast` would
 * take `team-a-fast-and-more`); what the stars stand for goes into the stars of `litellm_params.model`.
 */
export class Wildcards {
  readonly #patterns: readonly Pattern[];
  readonly #remembered = new Map<string, ModelGroup>();

  constructor(groups: readonly ModelGroup[]) {
    this.#patterns = groups
      .filter((group) => group.name.includes('*'))
      .map((group) => ({ matcher: namePattern(group.name), literals: group.name.replaceAll('*', '').length, group }))
      .sort((one, other) => other.literals - one.literals);
  }

  /** The group for a name, by the name itself or with its provider written before it (`openai/gpt-4o`). */
  find(model: string): ModelGroup | undefined {
    if (this.#patterns.length === 0) return undefined;
    const remembered = this.#remembered.get(model);
    if (remembered) return remembered;
    const found = this.#match(model) ?? this.#match(withProvider(model));
    if (found && this.#remembered.size < MOST_REMEMBERED) this.#remembered.set(model, found);
    return found;
  }

  #match(model: string | undefined): ModelGroup | undefined {
    if (model === undefined) return undefined;
    for (const { matcher, group } of this.#patterns) {
      const captured = matcher.exec(model)?.slice(1);
      if (!captured) continue;
      const deployments = group.deployments.flatMap((deployment) => fillIn(deployment, captured) ?? []);
      if (deployments.length > 0 || group.deployments.length === 0) return { ...group, deployments };
    }
    return undefined;
  }
}

/** Nothing where no vendor is known for the name. */
function fillIn(deployment: Deployment, captured: readonly string[]): Deployment | undefined {
  const fill = (pattern: string): string => {
    let next = 0;
    return pattern.replaceAll('*', () => captured[next++] ?? captured.at(-1) ?? '');
  };
  if (deployment.named) return deployment.named(fill(deployment.model));
  const vendorModel = fill(deployment.vendorModel);
  return {
    ...deployment,
    model: fill(deployment.model),
    vendorModel,
    ...describeModel({ table: lookUpModel(deployment.adapter.name, vendorModel), info: deployment.info }),
  };
}
