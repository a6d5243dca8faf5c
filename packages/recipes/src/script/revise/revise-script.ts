import { z } from 'zod';
import { duration } from '../../input/duration.ts';
import { text } from '../../input/text.ts';
import type { Operation } from '../../port/operation.ts';
import { reviseOperationOf, type OfRevision } from '../../revision/revise-operation.ts';
import { deliverScript } from '../deliver.ts';
import type { ScriptDraft } from '../draft.ts';
import type { ScriptEvent } from '../events.ts';
import { scriptOutput, type ScriptInput, type ScriptOutput } from '../schema.ts';
import { claimFindings, revisedClaims } from './claims.ts';
import { draftOf, inserted, scriptDocument, whole, type ScriptDocument } from './document.ts';
import { scriptWords } from './words.ts';
import { promptVersion } from '../prompts/system.ts';

export type RevisedScript = ScriptOutput & OfRevision;

const example = {
  script: {
    title: 'How espresso works',
    language: 'en',
    duration: { target: 15 },
    scenes: [
      { id: 'scene-1', role: 'hook', narration: 'Nine bars of pressure make a shot of espresso in half a minute.' },
      {
        id: 'scene-2',
        role: 'cta',
        narration: 'A pump pushes hot water through finely ground coffee, and oils rise with it. Pull one tomorrow.',
      },
    ],
  },
  instruction: 'Make the first scene a question.',
};

/** The operation that revises scripts. */
export function reviseScriptOperation(of: Operation<ScriptInput, ScriptDraft, ScriptOutput, ScriptEvent>) {
  return reviseOperationOf<ScriptInput, ScriptDraft, ScriptOutput, ScriptDocument>({
    of,
    output: scriptOutput,
    member: 'script',
    members: {
      script_id: text(100).optional().describe('The script that is revised, by its own id or its job.'),
      scene_ids: z.array(text(100)).min(1).max(60).optional().describe('The scenes that an instruction may change.'),
      duration: duration.optional().describe('Seconds of speech from now on, where that is what shall change.'),
    },
    example,
    promptVersion,
    editable: [
      '/title',
      '/hook',
      '/logline',
      '/cta',
      '/scenes',
      '/scenes/*',
      '/scenes/*/narration',
      '/scenes/*/on_screen_text',
      '/scenes/*/visual',
      '/scenes/*/role',
      '/scenes/*/broll/**',
      '/scenes/*/delivery/**',
      '/claims/*/checked',
    ],
    required: ['/title', '/hook', '/logline', '/scenes/*/narration'],
    document: scriptDocument,
    originalOf: ({ title, language, duration: length }) => ({
      prompt: typeof title === 'string' && title.trim() !== '' ? title : 'Script',
      ...(typeof language === 'string' ? { language } : {}),
      ...(isLength(length) ? { duration: length.target } : {}),
    }),
    inserted,
    whole,
    draftOf,
    check: claimFindings,
    *deliver(document, before, input) {
      const delivered = yield* deliverScript(draftOf(document), input);
      return { ...delivered, claims: [...revisedClaims(document, before, input).claims] };
    },
    words: scriptWords,
  });
}

function isLength(value: unknown): value is { readonly target: number } {
  return typeof value === 'object' && value !== null && 'target' in value && typeof value.target === 'number';
}
