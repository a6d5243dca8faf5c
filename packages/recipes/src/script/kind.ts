import type { z } from 'zod';
import { settleAll } from '../port/guarantee.ts';
import type { Kind } from '../port/kind.ts';
import type { Operation } from '../port/operation.ts';
import { prepareLanguages } from '../language/prepare-languages.ts';
import { checkScript, scriptChecks } from './check.ts';
import { deliverScript } from './deliver.ts';
import type { ScriptDraft } from './draft.ts';
import type { ScriptEvent } from './events.ts';
import { sourceLanguages } from './grounding.ts';
import { scriptGuarantees } from './repair/guarantees.ts';
import { repairScript } from './repair/repair-script.ts';
import { scriptInput, scriptOutput, type ScriptInput, type ScriptOutput } from './schema.ts';
import { reviseScriptOperation, type RevisedScript } from './revise/revise-script.ts';
import { writeSingle } from './write/write-single.ts';
import { writeStaged } from './write/write-staged.ts';
import { promptVersion } from './prompts/system.ts';

declare module '../port/operation-types.ts' {
  interface OperationTypes {
    readonly script: { readonly input: z.input<typeof scriptInput>; readonly output: ScriptOutput };
    readonly 'script.revise': { readonly input: Readonly<Record<string, unknown>>; readonly output: RevisedScript };
  }
}

export const scriptOperation: Operation<ScriptInput, ScriptDraft, ScriptOutput, ScriptEvent> = {
  name: 'script',
  title: 'Script',
  description: 'Writes a video script whose narration fits the duration when spoken, scene by scene with pictures.',
  version: '2',
  promptVersion,
  input: scriptInput,
  example: { prompt: 'How espresso works', duration: 45 },
  output: scriptOutput,
  references: [],
  speechSeconds: ({ duration }) => duration,
  languageOf: ({ language }) => language,
  prepare: ({ language, sources }) => prepareLanguages([language, ...sourceLanguages(sources)]),
  write: (input, circumstances) =>
    circumstances.strategy === 'staged' ? writeStaged(input) : writeSingle(input, circumstances),
  check: checkScript,
  repair: repairScript,
  settle: (draft, input, circumstances) => settleAll(scriptGuarantees, draft, input, circumstances),
  deliver: deliverScript,
};

/** A script that fits its slot when it is spoken, with a picture for each scene. */
export const scriptKind: Kind = {
  name: 'script',
  title: 'Script',
  operations: [scriptOperation, reviseScriptOperation(scriptOperation)],
  checks: scriptChecks,
  guarantees: scriptGuarantees,
};
