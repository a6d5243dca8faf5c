import type { Finding } from './finding.ts';
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
  /** What code fixes without a question. */
  fix?(draft: Draft, input: Input): Draft;
  /** Which parts have to be asked for again, given the check's failed findings and the draft as code has fixed it. */
  parts?(
    failed: readonly Finding<Name>[],
    fixed: Draft,
    input: Input,
    circumstances: Circumstances,
  ): readonly OpenPart<Part>[];
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

/** The draft with everything fixed that code can fix, in the order of the guarantees. */
export function fixAll<Draft, Input, Part>(
  guarantees: readonly Guarantee<Draft, Input, Part>[],
  draft: Draft,
  input: Input,
): Draft {
  return guarantees.reduce((fixed, { repair }) => repair.fix?.(fixed, input) ?? fixed, draft);
}

/** What has to be asked for again because of the failed findings, in their order. */
export function openParts<Draft, Input, Part>(
  guarantees: readonly Guarantee<Draft, Input, Part>[],
  failed: readonly Finding[],
  fixed: Draft,
  input: Input,
  circumstances: Circumstances,
): OpenPart<Part>[] {
  const open = guarantees.flatMap(({ check, repair }) => {
    const own = failed.filter(({ name }) => check.names.includes(name));
    return own.length === 0 ? [] : (repair.parts?.(own, fixed, input, circumstances) ?? []);
  });
  return open.toSorted((one, other) => failed.indexOf(one.finding) - failed.indexOf(other.finding));
}
