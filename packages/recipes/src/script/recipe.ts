import type { Recipe } from '../recipe.ts';
import { checkScript } from './check.ts';
import { deliverScript } from './deliver.ts';
import type { ScriptDraft } from './draft.ts';
import { repairScript } from './repair.ts';
import { scriptInput, scriptOutput, type ScriptInput, type ScriptOutput } from './schema.ts';
import { writeSingle } from './write-single.ts';
import { writeStaged } from './write-staged.ts';

/** A script that fits its slot when it is spoken, with a picture for each scene. */
export const scriptRecipe: Recipe<ScriptInput, ScriptDraft, ScriptOutput> = {
  name: 'script',
  title: 'Script',
  description: 'Writes a video script whose narration fits the duration when spoken, scene by scene with pictures.',
  version: '1',
  promptVersion: '2026-11-23.6',
  input: scriptInput,
  example: { prompt: 'How espresso works', duration: 45 },
  output: scriptOutput,
  references: [],
  write: { single: writeSingle, staged: writeStaged },
  check: checkScript,
  repair: repairScript,
  deliver: deliverScript,
};
