import type { Operation } from '@showrunner/recipes';
import { Budget } from '../drive/ask/budget.ts';
import type { Composed } from '../drive/compose/compose.ts';
import { generate, type Generated } from '../drive/generate.ts';
import type { Journal } from '../drive/journal/journal.ts';
import type { PartKeeper } from '../drive/perform-part.ts';
import type { Tally } from '../drive/ask/tally.ts';
import type { GenerationEvent } from '../drive/variant.ts';
import type { GatewayClient } from '../gateway/gateway-client.ts';
import type { ModelLimits } from '../gateway/model-limits.ts';
import type { ModelSpeeds } from '../gateway/model-speeds.ts';
import type { AnsweredJob } from '../jobs/job.ts';
import type { AccountOf } from '../usage/account.ts';
import { chargedTo, type Accounts } from '../usage/accounts.ts';
import type { GenerationMetrics } from './generation-metrics.ts';
import { startKeeping } from './keep-answer.ts';

/** What all pieces of work are done with. */
export interface PerformParts {
  readonly gateway: GatewayClient;
  readonly limits: ModelLimits;
  readonly speeds: ModelSpeeds;
  readonly operations: readonly Operation[];
  readonly metrics: GenerationMetrics;
  readonly accounts: Accounts;
}

/** What one piece of work is done with. */
export interface Performing {
  readonly signal: AbortSignal;
  readonly tally: Tally;
  readonly journal: Journal;
  readonly tell: ((event: GenerationEvent) => void) | undefined;
  /** Whether the model's replies are streamed, because somebody watches. */
  readonly isStreamed: boolean;
  /** Keeps parts of a result as jobs of their own. */
  readonly keep: (part: AnsweredJob) => void;
}

/** Writes what a composed request asks for. */
export function perform(composed: Composed, performing: Performing, parts: PerformParts): Promise<Generated> {
  const { options, model, request } = composed;
  const { journal, keep, ...watched } = performing;
  const account = parts.accounts.open(accountOf(composed, performing.tally));
  const conversation = {
    ...watched,
    gateway: parts.gateway,
    limits: parts.limits,
    speeds: parts.speeds,
    model,
    temperature: options.temperature,
    seed: options.seed,
    requestId: request.requestId,
    budget: new Budget(options.max_cost, performing.tally),
    account,
  };
  const reach = { operations: parts.operations, journal, keepPart: partKeeper(composed, keep) };
  return chargedTo(account, () => generate(composed, conversation, reach));
}

function accountOf({ request, operation, model }: Composed, { usage }: Tally): AccountOf {
  return {
    keyId: request.keyId,
    workspace: request.workspace,
    recipe: operation.name,
    isPriced: model.price !== null,
    isBegun: usage.costUsd !== 0 || usage.output > 0,
  };
}

/** Parts are asked for as themselves, by whoever asked for the whole. */
function partKeeper(composed: Composed, keep: Performing['keep']): PartKeeper {
  if (composed.options.store === false) return () => undefined;
  return ({ operation, body }, jobId) => {
    const request = { ...composed.request, operation, body };
    const part: Composed = { ...composed, operation, request, resolved: body, revision: undefined, ignored: [] };
    const keeping = startKeeping(part, keep, jobId);
    return (made) => void keeping.succeeded(made, () => []);
  };
}
