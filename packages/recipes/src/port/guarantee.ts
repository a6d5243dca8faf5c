import { fixed, type Fixed } from './effects.ts';
import type { Finding, Outcome } from './finding.ts';
import type { Circumstances } from './operation.ts';

/** A promise that code can measure. Pure, and free of schemas and prompts, so that a browser can hold it. */
export interface Check<Draft, Input, Name extends string = string> {
  /** The names that its findings have. */
  readonly names: readonly Name[];
  /** Its findings with their figures, passed or not. */
  measure(draft: Draft, input: Input, circumstances: Circumstances): Finding<Name>[];
}

/** What is done where a check failed. `Part` is what its kind can ask for again. */
export interface Repair<Draft, Input, Part, Name extends string = string> {
  /** What code does without a question. */
  readonly fix?: Fix<Draft, Input>;
  /** Which parts have to be asked for again, given the check's failed findings and the draft as code has fixed it. */
  parts?(
    failed: readonly Finding<Name>[],
    fixed: Draft,
    input: Input,
    circumstances: Circumstances,
  ): readonly OpenPart<Part>[];
  /** What code does in the end, when the rounds of repair are over, with what is wrong still. */
  readonly settle?: Settlement<Draft, Input, Name>;
}

/** What code makes right, and what it does for that. */
export interface Fix<Draft, Input> {
  readonly outcome: Outcome;
  /** The draft as it should be; nothing of what was right already changes. */
  apply(draft: Draft, input: Input): Draft;
}

/** One flaw never costs the whole: what stays wrong is left out, or something else stands in its place. */
export interface Settlement<Draft, Input, Name extends string = string> {
  readonly outcome: Outcome;
  /**
   * The draft without what failed, given the check's failed findings of that draft; the same object where it cannot do
   * without. Never words of ours in a narration.
   */
  apply(draft: Draft, failed: readonly Finding<Name>[], input: Input): Draft;
}

/** A part to be asked for again, and what was found there. */
export interface OpenPart<Part> {
  readonly part: Part;
  readonly finding: Finding;
}

/** A check and its repair, which can only speak of names that the check gives. */
export interface Guarantee<Draft, Input, Part> {
  readonly check: Check<Draft, Input>;
  readonly repair: Repair<Draft, Input, Part>;
}

/** Makes the guarantees of a kind: `const scriptGuarantee = guaranteeOf<ScriptDraft, ScriptInput, ScriptPart>()`. */
export function guaranteeOf<Draft, Input, Part>() {
  return <Name extends string>(
    check: Check<Draft, Input, Name>,
    repair: Repair<Draft, Input, Part, NoInfer<Name>>,
  ): Guarantee<Draft, Input, Part> => ({ check, repair });
}

/** Every finding of the checks, in their order. */
export function measureAll<Draft, Input>(
  checks: readonly Check<Draft, Input>[],
  draft: Draft,
  input: Input,
  circumstances: Circumstances,
): Finding[] {
  return checks.flatMap((check) => check.measure(draft, input, circumstances));
}

/** A draft that did not pass, and what was found in it. */
export interface Failed<Draft, Input> {
  readonly draft: Draft;
  readonly failed: readonly Finding[];
  readonly input: Input;
  readonly circumstances: Circumstances;
}

/** A draft as code has fixed it, and what of it has to be asked for again, in the order of the findings. */
export interface Begun<Draft, Part> {
  readonly fixed: Draft;
  readonly open: readonly OpenPart<Part>[];
}

/**
 * Begins a repair: code fixes what it can, in the order of the guarantees, and says what was right after that, also of
 * a guarantee that has other parts asked for again.
 */
export function* beginRepair<Draft, Input, Part>(
  guarantees: readonly Guarantee<Draft, Input, Part>[],
  { draft, failed, input, circumstances }: Failed<Draft, Input>,
): Generator<Fixed, Begun<Draft, Part>, unknown> {
  const mended = guarantees.reduce((before, { repair }) => repair.fix?.apply(before, input) ?? before, draft);
  const open: OpenPart<Part>[] = [];
  for (const { check, repair } of guarantees) {
    const own = failed.filter(({ name }) => check.names.includes(name));
    if (own.length === 0) continue;
    open.push(...(repair.parts?.(own, mended, input, circumstances) ?? []));
    if (repair.fix === undefined) continue;
    yield* madeRight(own, check.measure(mended, input, circumstances), repair.fix.outcome);
  }
  open.sort((one, other) => failed.indexOf(one.finding) - failed.indexOf(other.finding));
  return { fixed: mended, open };
}

/**
 * Ends a repair: in the order of the guarantees each settles what fails of it in the draft that those before it have
 * left. The same draft comes back where nothing can be done.
 */
export function* settleAll<Draft, Input, Part>(
  guarantees: readonly Guarantee<Draft, Input, Part>[],
  draft: Draft,
  input: Input,
  circumstances: Circumstances,
): Generator<Fixed, Draft, unknown> {
  let settled = draft;
  for (const { check, repair } of guarantees) {
    if (repair.settle === undefined) continue;
    const failed = check.measure(settled, input, circumstances).filter(({ ok }) => !ok);
    if (failed.length === 0) continue;
    settled = repair.settle.apply(settled, failed, input);
    yield* madeRight(failed, check.measure(settled, input, circumstances), repair.settle.outcome);
  }
  return settled;
}

/** Says of what failed before what is not found any more. */
function* madeRight(
  failed: readonly Finding[],
  after: readonly Finding[],
  outcome: Outcome,
): Generator<Fixed, void, unknown> {
  for (const finding of failed)
    if (!after.some((other) => !other.ok && isSamePlace(other, finding))) yield fixed(finding, outcome);
}

/** Whether both were found at one place by one name; the figures may differ. */
function isSamePlace(one: Finding, other: Finding): boolean {
  return one.name === other.name && one.path === other.path && one.sceneId === other.sceneId;
}
