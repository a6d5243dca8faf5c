import type { Operation, Run } from '@showrunner/recipes';
import { askModel, type Conversation } from './ask/ask-model.ts';
import type { Composed } from './compose/compose.ts';
import type { World } from './drive-work.ts';
import { asApiError } from './generation-failure.ts';
import { noJournal, type Journal } from './journal/journal.ts';
import { performOperation } from './perform-operation.ts';
import type { Production } from './performance.ts';
import { performPart, type PartKeeper } from './perform-part.ts';
import { comparePaths, Place } from './journal/place.ts';
import { takeTurns } from './take-turns.ts';
import { weakLanguageFinding } from './compose/weak-language.ts';
import type { GenerationFinding, OfVariant } from './variant.ts';

/** What an operation made of a request. */
export interface Generated {
  /** The answer's `data`. */
  readonly data: unknown;
  readonly findings: readonly GenerationFinding[];
}

/** What an operation reaches beside the model. */
export interface Reach {
  /** The operations that others can run by name. */
  readonly operations: readonly Operation[];
  /** Where what came of each effect is kept, for work that may have to be gone on with. */
  readonly journal?: Journal;
  /** Keeps the parts of a result; nothing is kept where absent. */
  readonly keepPart?: PartKeeper;
}

/** Questions of one request under way at once: enough for a package or some languages, little beside other requests. */
export const ASKS_AT_ONCE = 4;

/** Writes, checks, repairs and delivers; more than one variant one after the other, each told of those before it. */
export async function generate(composed: Composed, conversation: Conversation, reach: Reach): Promise<Generated> {
  const inTurn = takeTurns(ASKS_AT_ONCE);
  const outputs: unknown[] = [];
  const findings: GenerationFinding[] = [];
  try {
    for (let variant = 0; variant < (composed.options.variants ?? 1); variant += 1) {
      const production = productionOf(composed, conversation, variant);
      const world = worldOf(composed, labelled(conversation, production.label), { ...reach, inTurn }, production);
      const place = new Place(String(variant));
      const { operation, input } = composed;
      outputs.push(await performOperation({ operation, input, earlier: [...outputs], place, world, production }));
      findings.push(...inOrder(production.findings));
    }
  } catch (error) {
    throw conversation.signal.aborted ? conversation.signal.reason : asApiError(error, conversation.tally, composed);
  }
  const { weakLanguage, model } = composed;
  if (weakLanguage !== undefined) findings.unshift(weakLanguageFinding(weakLanguage, model));
  const [first] = outputs;
  return { data: outputs.length > 1 ? { ...(first as object), variants: outputs } : first, findings };
}

function productionOf({ options }: Composed, { tally }: Conversation, variant: number): Production {
  const label = (options.variants ?? 1) > 1 ? { variant } : {};
  return { label, isStrict: options.strict ?? false, tally, findings: new Map() };
}

/** What is told of one of several variants says of which. */
function labelled(conversation: Conversation, label: OfVariant): Conversation {
  const { tell } = conversation;
  return tell ? { ...conversation, tell: (event) => tell({ ...event, ...label }) } : conversation;
}

function worldOf(
  composed: Composed,
  conversation: Conversation,
  { operations, journal = noJournal, inTurn, keepPart = () => undefined }: Reach & Pick<World, 'inTurn'>,
  production: Production,
): World {
  const { options, request, model } = composed;
  return {
    ask: (question, strategy) => askModel(question, strategy, conversation),
    inTurn,
    run(wanted, place, world) {
      const { at } = wanted;
      const operation = operationNamed(wanted, operations);
      if (at === undefined) {
        const input = operation.input.parse(wanted.input);
        return performOperation({ operation, input, earlier: [], place, world, production });
      }
      const body = wanted.input as Readonly<Record<string, unknown>>;
      return performPart({ operation, body, at, place }, { composed, conversation, production, world, keepPart });
    },
    noteFix: () => undefined,
    strategy: model.strategy,
    tell: conversation.tell,
    journal,
    seed: String(options.seed ?? request.requestId),
    signal: conversation.signal,
    isHalted: () => false,
  };
}

/** The operation that another one names. */
export function operationNamed({ name }: Run, operations: readonly Operation[]): Operation {
  const operation = operations.find((candidate) => candidate.name === name);
  if (!operation) throw new Error(`There is no operation "${name}".`);
  return operation;
}

function inOrder(findings: Production['findings']): GenerationFinding[] {
  return [...findings].toSorted(([one], [other]) => comparePaths(one, other)).flatMap(([, found]) => found);
}
