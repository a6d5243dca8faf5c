import { ErrorTypes } from '@showrunner/errors';
import type { ModelInfo } from '../../gateway/read-models.ts';
import type { Writer } from '../../jobs/job.ts';
import type { Price } from '../ask/tally.ts';

export type Strategy = 'single' | 'staged';

export interface ChosenModel {
  /** The model group to ask for. */
  readonly name: string;
  readonly strategy: Strategy;
  /** Null where a deployment of the group has no known price. The dearest deployment's where they differ. */
  readonly price: Price | null;
  /** The smallest of its deployments' limits; undefined where none is known. */
  readonly maxInputTokens?: number | undefined;
  readonly maxOutputTokens: number | undefined;
  /** Those that it was found fit to write; unknown where one of its deployments was not measured. */
  readonly languages?: readonly string[] | undefined;
  /** Whether it goes on with what stands in its own turn at a question's end. */
  readonly goesOn?: boolean;
  /** Absent where as much can be asked at once as anybody likes. */
  readonly writer?: Writer | undefined;
}

export interface ModelWish {
  /** `model` in the request. */
  readonly requested?: string | undefined;
  /** `MPC_DEFAULT_MODEL`. */
  readonly preset?: string | undefined;
  /** `MPC_STRATEGY`. */
  readonly strategy: Strategy | 'auto';
}

/** The request's model, else the configured one, else the group `default`, else the gateway's first chat model. */
export function chooseModel(models: readonly ModelInfo[], wish: ModelWish): ChosenModel {
  return describeModel(wish.requested ?? wish.preset ?? fallbackName(models), models, wish.strategy);
}

/** What the gateway says of a model group, and how it writes. */
export function describeModel(
  name: string,
  models: readonly ModelInfo[],
  strategy: ModelWish['strategy'],
): ChosenModel {
  const group = models.filter(({ model_name }) => model_name === name);
  return {
    name,
    strategy: strategy === 'auto' ? strategyOf(name, group) : strategy,
    languages: languagesOf(group),
    goesOn: servedBy(name, group).every((model) => SMALL_MODEL.test(model)),
    price: dearestPrice(group),
    maxInputTokens: smallest(group.map(({ model_info }) => model_info?.max_input_tokens)),
    maxOutputTokens: smallest(group.map(({ model_info }) => model_info?.max_output_tokens)),
    writer: writerOf(name, group),
  };
}

function fallbackName(models: readonly ModelInfo[]): string {
  const chat = models.filter(writes);
  const chosen = chat.find(({ model_name }) => model_name === 'default') ?? chat.find(isConcrete);
  if (!chosen) {
    throw ErrorTypes.SERVICE_UNAVAILABLE(
      'The gateway serves no chat model. Add one to its configuration, or name one in MPC_DEFAULT_MODEL.',
      { dependency: 'gateway', retryable: false },
    );
  }
  return chosen.model_name;
}

/** Whether it answers questions, which is what recipes ask. */
export function writes({ model_info }: ModelInfo): boolean {
  return (model_info?.mode ?? 'chat') === 'chat';
}

/** Whether it is one model, and no pattern of names. */
export function isConcrete({ model_name }: ModelInfo): boolean {
  return !model_name.includes('*');
}

/** Models that run on the caller's own machine are small until the gateway's configuration says otherwise. */
const SMALL_MODEL = /^(local|ollama|ollama_chat)\//;

function strategyOf(name: string, group: readonly ModelInfo[]): Strategy {
  for (const { model_info } of group) {
    if (model_info?.strategy === 'staged' || model_info?.strategy === 'single') return model_info.strategy;
  }
  return [name, ...servedBy(name, group)].some((model) => SMALL_MODEL.test(model)) ? 'staged' : 'single';
}

/** The gateway's embedded model, which answers one question after the other, whichever of its files is asked for. */
const EMBEDDED = /^local\//;

function writerOf(name: string, group: readonly ModelInfo[]): Writer | undefined {
  const served = servedBy(name, group);
  if (served.every((model) => EMBEDDED.test(model))) return { name: 'local', places: 1 };
  const limits = group.map(({ litellm_params }) => litellm_params?.max_parallel_requests);
  if (limits.length === 0 || !limits.every((limit) => limit !== undefined)) return undefined;
  return {
    name,
    places: Math.max(
      1,
      limits.reduce((all, one) => all + one, 0),
    ),
  };
}

/** Those in which every deployment was found fit; unknown where one was not measured. */
function languagesOf(group: readonly ModelInfo[]): string[] | undefined {
  const [first, ...others] = group.map(({ model_info }) => model_info?.languages);
  if (first === undefined) return undefined;
  if (others.some((other) => other === undefined)) return undefined;
  return first.filter((tag) => others.every((other) => other?.includes(tag)));
}

/** What the deployments of a group are; its own name where the gateway says nothing of it. */
function servedBy(name: string, group: readonly ModelInfo[]): string[] {
  return group.length === 0 ? [name] : group.map(({ litellm_params }) => litellm_params?.model ?? name);
}

function dearestPrice(group: readonly ModelInfo[]): Price | null {
  const inputs = group.map(({ model_info }) => model_info?.input_cost_per_token);
  const outputs = group.map(({ model_info }) => model_info?.output_cost_per_token);
  if (group.length === 0 || ![...inputs, ...outputs].every((price) => typeof price === 'number')) return null;
  return { input: Math.max(...inputs.map(Number)), output: Math.max(...outputs.map(Number)) };
}

function smallest(values: readonly (number | null | undefined)[]): number | undefined {
  const known = values.filter((value) => typeof value === 'number');
  return known.length === 0 ? undefined : Math.min(...known);
}
