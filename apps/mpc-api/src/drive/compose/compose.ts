import type { GenerationOptions } from '@showrunner/contract';
import { invalidInput } from '@showrunner/errors';
import { memberNames, revises, type Operation } from '@showrunner/recipes';
import { chooseModel, type ChosenModel, type ModelWish, type Strategy } from './choose-model.ts';
import type { JsonMembers } from '../../json-members.ts';
import type { Library } from '../../library/library.ts';
import type { ModelCatalogue } from '../../gateway/model-catalogue.ts';
import { defaultDeadlineMs, defaultJobDeadlineMs } from './deadline.ts';
import type { GenerateRequest } from './generate-request.ts';
import { fillFromLibrary, paceFor, sayingPreset, type Paces } from './fill-from-library.ts';
import { readRequest, type ReadRequest } from './read-request.ts';
import { resolveReferences } from './resolve-references.ts';
import { resolveRevision, type RevisableFinder, type RevisionPlace } from './resolve-revision.ts';
import { weakLanguage, weakLanguageRefused } from './weak-language.ts';

/** A request that is known to be acceptable, with everything it needs to be written. */
export interface Composed {
  readonly request: GenerateRequest;
  readonly operation: Operation;
  readonly input: unknown;
  readonly options: GenerationOptions;
  /** Members of the body that nothing read. */
  readonly ignored: readonly string[];
  readonly model: ChosenModel;
  /** The gateway's model groups, for callers that name none of them. */
  readonly modelNames: readonly string[];
  /** What a caller waits for the answer. */
  readonly deadlineMs: number;
  /** What the work may take where nobody has to wait for it. */
  readonly jobDeadlineMs: number;
  /** The body with stored results in the place of their names: what `input` and `options` were read from. */
  readonly resolved: Readonly<Record<string, unknown>>;
  /** The language of the answer, where the model was not found fit to write it. */
  readonly weakLanguage?: string | undefined;
  /** False where the input leaves nothing to ask. */
  readonly asksModel: boolean;
  /** Where the result will stand, for one that revises another. */
  readonly revision?: RevisionPlace | undefined;
}

export interface ComposeParts {
  readonly catalogue: ModelCatalogue;
  readonly results: RevisableFinder;
  /** All that can be asked for. */
  readonly operations: readonly Operation[];
  readonly library: Library;
  readonly preset: Omit<ModelWish, 'requested'>;
}

/** Reads the request, puts stored results where it names them, and decides which model writes how. */
export async function compose(asked: GenerateRequest, parts: ComposeParts, signal: AbortSignal): Promise<Composed> {
  const { operation, workspace } = asked;
  const filled = await fillFromLibrary(operation, asked.body, workspace, parts.library);
  // As it is kept and revised: what becomes of the preset or the voice later changes nothing of it.
  const request = { ...asked, body: filled.body };
  const { body, place: revision } = revises(operation)
    ? await resolveRevision(request, parts.results, parts.operations)
    : { body: request.body };
  const resolved = await resolveReferences(operation, body, workspace, parts.results);
  const { whole, read } = sayingPreset(filled, () => readAtPace(operation, resolved.body, filled.paces));
  const { input, options, ignored } = read;
  const asksModel = operation.asksModel?.(input) ?? true;
  if (!asksModel) return { ...unasked, request, operation, input, options, ignored, revision, resolved: whole };
  const models = await parts.catalogue.list(signal);
  const model = chooseModel(models, { ...parts.preset, requested: options.model });
  const weak = weakLanguage({ body: whole, language: operation.languageOf?.(input) }, model);
  if (weak !== undefined && options.allow_weak_language !== true) throw weakLanguageRefused(weak, model);
  if (options.max_cost !== undefined && model.price === null) throw priceUnknown(model.name);
  return {
    request,
    operation,
    input,
    options,
    ignored: [...resolved.ignored, ...ignored],
    model,
    weakLanguage: weak,
    modelNames: [...new Set(models.map(({ model_name }) => model_name))],
    asksModel,
    revision,
    resolved: whole,
    ...deadlinesOf(options, model.strategy, operation.speechSeconds?.(input) ?? 0),
  };
}

/** A stored voice speaks at its own pace in the language that the request turns out to be in. */
function readAtPace(
  operation: Operation,
  body: JsonMembers,
  paces: Paces,
): { readonly whole: JsonMembers; readonly read: ReadRequest } {
  const read = readRequest(operation, body);
  const language = operation.languageOf?.(read.input);
  const isSpoken = language !== undefined && memberNames(operation.input).has('calibration');
  const calibration = isSpoken ? paceFor(language, body, paces) : undefined;
  if (calibration === undefined) return { whole: body, read };
  const whole = { ...body, calibration };
  return { whole, read: readRequest(operation, whole) };
}

function deadlinesOf({ deadline_ms: wanted }: GenerationOptions, strategy: Strategy, speechSeconds: number) {
  return {
    deadlineMs: wanted ?? defaultDeadlineMs(strategy, speechSeconds),
    jobDeadlineMs: wanted ?? defaultJobDeadlineMs(strategy, speechSeconds),
  };
}

/** What code does alone is done by no model, at no cost. */
const unasked = {
  model: { name: '', strategy: 'single', price: { input: 0, output: 0 }, maxOutputTokens: undefined },
  modelNames: [],
  deadlineMs: defaultDeadlineMs('single', 0),
  jobDeadlineMs: defaultJobDeadlineMs('single', 0),
  asksModel: false,
} as const;

function priceUnknown(model: string): Error {
  const reason = `cannot be kept, because the price of the model "${model}" is not known`;
  return invalidInput([{ path: 'max_cost', reason, allowed: 'a model with a known price, or no max_cost' }]);
}
