import type { GenerationMeta } from '@showrunner/contract';
import { ApiError, ErrorTypes, invalidInput } from '@showrunner/errors';
import type { Recipe, RecipeContext } from '@showrunner/recipes';
import { newId } from '../jobs/new-id.ts';
import { CostLimitError, UnusableAnswerError } from './ask-model.ts';
import type { Conversation } from './ask-model.ts';
import { checkAndRepair, keepsGuarantees } from './check-and-repair.ts';
import type { Composed } from './compose.ts';
import { seededRandom } from './seeded-random.ts';
import { tallyFigures } from './tally.ts';
import type { Tally } from './tally.ts';
import type { GenerationFinding, OfVariant } from './variant.ts';
import { writeDraft } from './write-draft.ts';

/** What a recipe made of a request. */
export interface Generated {
  /** The answer's `data`. */
  readonly data: unknown;
  readonly findings: readonly GenerationFinding[];
}

/** Writes, checks, repairs and delivers; more than one variant one after the other, each told of those before it. */
export async function generate(composed: Composed, conversation: Conversation): Promise<Generated> {
  const outputs: unknown[] = [];
  const findings: GenerationFinding[] = [];
  try {
    for (let variant = 0; variant < (composed.options.variants ?? 1); variant += 1) {
      const written = await writeVariant(composed, conversation, outputs);
      outputs.push(written.output);
      findings.push(...written.findings);
    }
  } catch (error) {
    throw conversation.signal.aborted ? conversation.signal.reason : asApiError(error, conversation.tally, composed);
  }
  const [first] = outputs;
  return { data: outputs.length > 1 ? { ...(first as object), variants: outputs } : first, findings };
}

async function writeVariant(
  composed: Composed,
  conversation: Conversation,
  earlier: readonly unknown[],
): Promise<{ output: unknown; findings: readonly GenerationFinding[] }> {
  const { recipe, input, options } = composed;
  const label = (options.variants ?? 1) > 1 ? { variant: earlier.length } : {};
  const seed = `${options.seed ?? composed.request.requestId} ${earlier.length}`;
  const context: RecipeContext = { strategy: conversation.strategy, newId, random: seededRandom(seed), earlier };
  const first = await firstDraft(recipe, input, context, labelled(conversation, label));
  const checked = await checkAndRepair(recipe, first.draft, input, first.context, first.conversation);
  const findings = checked.findings.map((finding) => ({ ...finding, ...label }));
  if (!keepsGuarantees(findings, options.strict)) throw checksFailed(findings, conversation.tally);
  return { output: recipe.output.parse(recipe.deliver(checked.draft, input, first.context)), findings };
}

/** What is told of one of several variants says of which. */
function labelled(conversation: Conversation, label: OfVariant): Conversation {
  const { tell } = conversation;
  return tell ? { ...conversation, tell: (event) => tell({ ...event, ...label }) } : conversation;
}

/** A model that cannot give the whole in one structured answer is asked for it in stages. */
async function firstDraft<Input, Draft>(
  recipe: Recipe<Input, Draft>,
  input: Input,
  context: RecipeContext,
  conversation: Conversation,
): Promise<{ draft: Draft; context: RecipeContext; conversation: Conversation }> {
  try {
    const draft = await writeDraft(recipe.write[context.strategy](input, context), conversation);
    return { draft, context, conversation };
  } catch (error) {
    const mayStage = context.strategy === 'single' && error instanceof UnusableAnswerError && error.fault !== 'refused';
    if (!mayStage) throw error;
    const staged = { ...context, strategy: 'staged' } as const;
    const inStages = { ...conversation, strategy: 'staged' } as const;
    return {
      draft: await writeDraft(recipe.write.staged(input, staged), inStages),
      context: staged,
      conversation: inStages,
    };
  }
}

function checksFailed(findings: readonly GenerationFinding[], tally: Tally): ApiError {
  const failed = findings.filter(({ ok }) => !ok);
  const first = failed.find(({ severity }) => severity === 'must') ?? failed[0];
  return ErrorTypes.GENERATION_FAILED(
    `The model's answer did not pass the checks${first ? `: ${first.message}` : '.'}`,
    { checks: failed.map(checkFigures), truncated: false, ...tallyFigures(tally) },
  );
}

/** What went wrong on the way to a draft, in the catalogue's terms; catalogue errors pass as they are. */
function asApiError(error: unknown, tally: Tally, composed: Composed): unknown {
  if (error instanceof UnusableAnswerError) {
    return ErrorTypes.GENERATION_FAILED(
      `The model gave no usable answer: ${error.finding}`,
      {
        checks: [{ name: error.fault, ok: false, value: null, limit: null, unit: '', path: error.part }],
        truncated: error.fault === 'truncated',
        refused: error.fault === 'refused',
        ...tallyFigures(tally),
      },
      { cause: error },
    );
  }
  if (error instanceof CostLimitError) return costLimit(error, tally);
  return isAboutModel(error, composed) ? unknownModel(composed) : error;
}

/** Whether the gateway refused a model that the caller named and the gateway does not list. It decides, for wildcards. */
function isAboutModel(error: unknown, { options, modelNames }: Composed): boolean {
  if (!ApiError.isInstance(error) || error.code !== 'LLM_ERROR' || options.model === undefined) return false;
  return [400, 404].includes(Number(error.details?.['status'])) && !modelNames.includes(options.model);
}

function unknownModel({ options, modelNames }: Composed): ApiError {
  const reason = `names a model that the gateway does not serve (${JSON.stringify(options.model)})`;
  return invalidInput([{ path: 'model', reason, allowed: `one of ${modelNames.join(', ')}` }]);
}

function costLimit({ mayCostUsd }: CostLimitError, tally: Tally): ApiError {
  const needed = `at least ${mayCostUsd.toPrecision(3)} US dollars`;
  if (tally.attempts > 0) {
    return ErrorTypes.GENERATION_FAILED('max_cost was reached before the answer was complete.', {
      checks: [{ name: 'max_cost', ok: false, value: mayCostUsd, limit: null, unit: 'USD' }],
      truncated: false,
      ...tallyFigures(tally),
    });
  }
  const reason = 'is less than the first question to the model may cost';
  return invalidInput([{ path: 'max_cost', reason, allowed: needed }]);
}

/** A finding as `meta.checks` and error details show it. */
export function checkFigures(finding: GenerationFinding): GenerationMeta['checks'][number] {
  const { name, ok, value, limit, unit, sceneId, variant } = finding;
  return {
    name,
    ok,
    value,
    limit,
    unit,
    ...(sceneId === undefined ? {} : { scene_id: sceneId }),
    ...(variant === undefined ? {} : { variant }),
  };
}
