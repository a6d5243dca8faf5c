import { fixed, type Fixed } from './effects.ts';
import type { Finding, Outcome } from './finding.ts';
import type { Circumstances } from './operation.ts';
import { takenOut } from './taken-out.ts';

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
  /** The same for everything, or by what was found. */
  readonly outcome: Outcome | ((finding: Finding) => Outcome);
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
  const steps = fixInTurn(guarantees, draft, input);
  const mended = steps.at(-1)?.after ?? draft;
  const open: OpenPart<Part>[] = [];
  for (const { check, repair, before, after } of steps) {
    const own = failed.filter(({ name }) => check.names.includes(name));
    if (own.length === 0) continue;
    open.push(...(repair.parts?.(own, mended, input, circumstances) ?? []));
    if (repair.fix === undefined) continue;
    const found = check.measure(mended, input, circumstances);
    yield* madeRight(own, found, { outcome: repair.fix.outcome, before, after });
  }
  open.sort((one, other) => failed.indexOf(one.finding) - failed.indexOf(other.finding));
  return { fixed: mended, open };
}

/** A guarantee, and what its fix made of the draft that those before it had left. */
interface Step<Draft, Input, Part> extends Guarantee<Draft, Input, Part> {
  readonly before: Draft;
  readonly after: Draft;
}

function fixInTurn<Draft, Input, Part>(
  guarantees: readonly Guarantee<Draft, Input, Part>[],
  draft: Draft,
  input: Input,
): Step<Draft, Input, Part>[] {
  let before = draft;
  return guarantees.map((guarantee) => {
    const step = { ...guarantee, before, after: guarantee.repair.fix?.apply(before, input) ?? before };
    before = step.after;
    return step;
  });
}

/**
 * Ends a repair: in the order of the guarantees each settles what fails of it in the draft that those before it have
 * left, first by its fix, as an answer that came too late for a repair has not been fixed. The same draft comes back
 * where nothing can be done.
 */
export function* settleAll<Draft, Input, Part>(
  guarantees: readonly Guarantee<Draft, Input, Part>[],
  draft: Draft,
  input: Input,
  circumstances: Circumstances,
): Generator<Fixed, Draft, unknown> {
  let settled = draft;
  for (const { check, repair } of guarantees) {
    const begun = settled;
    let open: readonly Finding[] = [];
    for (const last of [asSettlement(repair.fix), repair.settle]) {
      if (last === undefined) continue;
      const failed = check.measure(settled, input, circumstances).filter(({ ok }) => !ok);
      if (failed.length === 0) break;
      const before = settled;
      settled = last.apply(before, failed, input);
      const found = check.measure(settled, input, circumstances);
      // What the fix began at this place and could not end is told with what ended it.
      const again = failed.filter((finding) => open.some((other) => isSamePlace(other, finding)));
      const fresh = failed.filter((finding) => !again.includes(finding));
      yield* madeRight(again, found, { outcome: last.outcome, before: begun, after: settled });
      yield* madeRight(fresh, found, { outcome: last.outcome, before, after: settled });
      open = found.filter(({ ok }) => !ok);
    }
  }
  return settled;
}

function asSettlement<Draft, Input>(fix: Fix<Draft, Input> | undefined): Settlement<Draft, Input> | undefined {
  return fix && { outcome: fix.outcome, apply: (draft, _failed, input) => fix.apply(draft, input) };
}

/** What was done about findings, from which draft to which. */
interface Change {
  readonly outcome: Outcome | ((finding: Finding) => Outcome);
  readonly before: unknown;
  readonly after: unknown;
}

/** Says of what failed before what is not found any more, with the words that went for it. */
function* madeRight(
  failed: readonly Finding[],
  found: readonly Finding[],
  { outcome, before, after }: Change,
): Generator<Fixed, void, unknown> {
  for (const finding of failed) {
    if (found.some((other) => !other.ok && isSamePlace(other, finding))) continue;
    const removed = finding.removed ?? takenOut(finding.path, before, after);
    const told = removed.length === 0 ? finding : { ...finding, removed };
    yield fixed(told, typeof outcome === 'function' ? outcome(finding) : outcome);
  }
}

/** Whether both were found at one place by one name; the figures may differ. */
function isSamePlace(one: Finding, other: Finding): boolean {
  return one.name === other.name && one.path === other.path && one.sceneId === other.sceneId;
}
