import { z } from 'zod';
import { ask, type Work } from '../port/effects.ts';
import type { Finding } from '../port/finding.ts';
import type { Circumstances } from '../port/operation.ts';
import type { EditableText, RevisionWords } from './revisable.ts';
import { labelledLines, task } from '../prompts/labelled-lines.ts';
import { material } from '../prompts/material.ts';
import { touchedParts, touchedPartsOf, wrongNow } from './prompts/changes.ts';
import { askText } from '../prompts/prompt.ts';
import { faultsText } from '../prompts/faults.ts';

/** What a model is asked to change, and what it knows of it. */
export interface ChangeRequest<Input, Document> {
  readonly document: Document;
  /** What it was before any change. */
  readonly before: Document;
  readonly input: Input;
  readonly instruction: string;
  /** The pointers that may change. */
  readonly within: readonly string[];
  /** What was wrong with the changes that the document has in it already. */
  readonly faults: readonly Finding[];
}

const PROMPT_TEXTS_CHARACTERS = 60_000;

/** One question; the model gives the changed parts alone, and code puts them in their places. */
export function* askChanges<Input, Document>(
  request: ChangeRequest<Input, Document>,
  words: RevisionWords<Input, Document>,
  circumstances: Circumstances,
): Work<Document> {
  const { document, input, within, faults } = request;
  const texts = words.texts(document);
  const changeable = texts.filter(({ pointer }) => within.includes(pointer));
  const isBegun = document !== request.before;
  const structure = !isBegun && within.length === texts.length ? words.structure : undefined;
  const written = yield* ask<ChangeReply>({
    part: 'changes',
    label: 'Changing what the instruction touches',
    system: words.system(input, circumstances),
    prompt: [
      words.brief(input, circumstances),
      labelledLines([
        ['What stands now, part by part', material(listed(texts), PROMPT_TEXTS_CHARACTERS)],
        ['Instruction', task(request.instruction)],
      ]),
      ...faults.map((fault) => askText(wrongNow, { fault: faultsText([fault]) })),
      changeable.length === texts.length
        ? askText(touchedParts, undefined)
        : askText(touchedPartsOf, { parts: changeable.map(({ pointer }) => pointer).join(', ') }),
      ...(structure?.instructions ?? []),
    ].join('\n'),
    reply: { form: 'json', name: 'changes', schema: replySchema(changeable, structure?.members(document) ?? {}) },
    maxTokens: 500 + Math.ceil(changeable.reduce((sum, { text }) => sum + text.length, 0) / 2),
    temperature: 0.5,
    expected: () => ({ changes: expectedChanges(changeable), ...structure?.unchanged }),
  });
  const changed = written.changes.reduce(
    (before, { part, text }) => words.withText(before, part, text, input),
    document,
  );
  return structure?.apply(changed, written) ?? changed;
}

/** An instruction may touch one part or all of them; a third is a guess between. */
const TOUCHED_SHARE = 1 / 3;

function expectedChanges(changeable: readonly EditableText[]): ChangeReply['changes'] {
  return changeable
    .slice(0, Math.ceil(changeable.length * TOUCHED_SHARE))
    .map(({ pointer, text }) => ({ part: pointer, text }));
}

interface ChangeReply extends Readonly<Record<string, unknown>> {
  readonly changes: readonly { readonly part: string; readonly text: string }[];
}

function replySchema(changeable: readonly EditableText[], more: Readonly<Record<string, z.ZodType>>) {
  const part = z.enum(changeable.map(({ pointer }) => pointer) as [string, ...string[]]);
  return z.object({ changes: z.array(z.object({ part, text: z.string() })), ...more }) as z.ZodType<ChangeReply>;
}

function listed(texts: readonly EditableText[]): string {
  return texts
    .map(({ pointer, about, text }) => `${pointer}${about === undefined ? '' : ` (${about})`}: ${text}`)
    .join('\n');
}
