import {
  all,
  ask,
  event,
  beginRepair,
  guaranteeOf,
  newId,
  progress,
  type Check,
  type Circumstances,
  type Event,
  type Finding,
  type Kind,
  type Operation,
  type Work,
} from '@showrunner/recipes';
import { z } from 'zod';

declare module '@showrunner/recipes' {
  interface OperationTypes {
    readonly list: { readonly input: z.input<typeof listInput>; readonly output: ListOutput };
    readonly 'list.revise': { readonly input: z.input<typeof revisionInput>; readonly output: ListOutput };
  }
}

const listInput = z.object({ topic: z.string(), words: z.number().default(3) });
const listDraft = z.object({ lines: z.array(z.string()).length(3) });
const listOutput = z.object({ id: z.string(), lines: z.array(z.string()).readonly() });
const revisionInput = z.object({ list: listDraft, instruction: z.string(), words: z.number().default(3) });

type ListInput = z.output<typeof listInput>;
type RevisionInput = z.output<typeof revisionInput>;
type ListDraft = Readonly<z.output<typeof listDraft>>;
type ListOutput = z.output<typeof listOutput>;
type LineEvent = Event<'line', string>;

type Wanted = Pick<ListInput, 'words'>;

/** Each line is a statement of few words. */
const linesCheck: Check<ListDraft, Wanted, 'speakable' | 'statement' | 'length'> = {
  names: ['speakable', 'statement', 'length'],
  measure: ({ lines }, { words }) =>
    lines.map((line, index) => {
      const count = line.split(' ').length;
      const figures = { value: count, limit: words, unit: 'words', path: String(index) };
      const message = `${count} words, at most ${words}`;
      if (line.startsWith('#')) return { ...figures, name: 'speakable', severity: 'must', ok: false, message };
      if (line.endsWith('?')) return { ...figures, name: 'statement', severity: 'report', ok: false, message };
      return { ...figures, name: 'length', severity: 'target', ok: count <= words, message };
    }),
};

/** A line that failed is asked for again. */
const linesGuarantee = guaranteeOf<ListDraft, Wanted, number>()(linesCheck, {
  parts: (failed) => failed.map((found) => ({ part: Number(found.path), finding: found })),
});

/** What both operations of the kind promise, and how they give it. */
const common = {
  version: '1',
  promptVersion: '1',
  output: listOutput,
  check: (draft: ListDraft, input: Wanted, circumstances: Circumstances) =>
    linesCheck.measure(draft, input, circumstances),
  repair: repairLines,
  deliver,
};

/** Three short lines on a topic: the smallest operation that can be asked, checked, repaired and delivered. */
export const listOperation: Operation<ListInput, ListDraft, ListOutput, LineEvent> = {
  ...common,
  name: 'list',
  title: 'List',
  description: 'Three short lines on a topic.',
  input: listInput,
  example: { topic: 'coffee' },
  references: [],
  write: (input, { strategy }: Circumstances) => (strategy === 'staged' ? writeLines(input) : writeAtOnce(input)),
};

/** The lines of a list that is there, each written again as the caller wants it, all at once. */
const reviseListOperation: Operation<RevisionInput, ListDraft, ListOutput, LineEvent> = {
  ...common,
  name: 'list.revise',
  title: 'Revised list',
  description: 'A list, changed as the instruction says.',
  input: revisionInput,
  example: { list: { lines: ['a', 'b', 'c'] }, instruction: 'Shorter.' },
  references: [{ member: 'list_id', kind: 'list', placedAt: 'list' }],
  *write({ list, instruction }) {
    return { lines: yield* all(list.lines.map((line) => askForLine(`${instruction} ${line}`))) };
  },
};

export const listKind: Kind = {
  name: 'list',
  title: 'List',
  operations: [listOperation, reviseListOperation],
  checks: [linesCheck],
  guarantees: [linesGuarantee],
};

function* writeAtOnce({ topic }: ListInput): Work<ListDraft, LineEvent> {
  let told = 0;
  return yield* ask<ListDraft, LineEvent>({
    part: 'lines',
    label: 'Writing the list',
    system: 'You write lists.',
    prompt: `Topic: ${topic}`,
    reply: { form: 'json', name: 'list', schema: listDraft },
    maxTokens: 100,
    temperature: 0.7,
    observe(partial) {
      const fresh = ((partial as Partial<ListDraft>).lines ?? []).slice(told);
      told += fresh.length;
      return fresh.map((line) => event('line', line));
    },
  });
}

function* writeLines({ topic }: ListInput): Work<ListDraft> {
  const lines: string[] = [];
  for (let line = 0; line < 3; line += 1) {
    yield progress(line, 3, `Line ${line + 1}`);
    lines.push(yield* askForLine(`Line ${line + 1} about ${topic}`));
  }
  return { lines };
}

function* repairLines(
  draft: ListDraft,
  failed: readonly Finding[],
  input: Wanted,
  circumstances: Circumstances,
): Work<ListDraft> {
  const lines = [...draft.lines];
  const { open } = yield* beginRepair([linesGuarantee], { draft, failed, input, circumstances });
  for (const { part, finding: found } of open) lines[part] = yield* askForLine(`Fix line ${part}: ${found.message}`);
  return { lines };
}

function* deliver({ lines }: ListDraft): Work<ListOutput> {
  return { id: yield* newId('lst'), lines };
}

function askForLine(prompt: string) {
  return ask<string>({
    part: 'line',
    label: 'Writing a line',
    system: 'You write lists.',
    prompt,
    reply: { form: 'text' },
    maxTokens: 20,
    temperature: 0.7,
  });
}
