import { ask } from '@showrunner/recipes';
import type { Finding, Recipe } from '@showrunner/recipes';
import { z } from 'zod';

/** Three short lines on a topic: the smallest recipe that can be asked, checked, repaired and delivered. */
export const listRecipe: Recipe<ListInput, ListDraft, ListOutput> = {
  name: 'list',
  title: 'List',
  description: 'Three short lines on a topic.',
  version: '1',
  promptVersion: '1',
  input: z.object({ topic: z.string(), words: z.number().default(3) }),
  output: z.object({ id: z.string(), lines: z.array(z.string()).readonly() }),
  example: { topic: 'coffee' },
  references: [],
  write: {
    *single({ topic }) {
      let told = 0;
      return yield* ask<ListDraft>({
        part: 'lines',
        label: 'Writing the list',
        system: 'You write lists.',
        prompt: `Topic: ${topic}`,
        answer: { form: 'json', name: 'list', schema: draftSchema },
        maxTokens: 100,
        temperature: 0.7,
        observe(partial) {
          const lines = (partial as Partial<ListDraft>).lines ?? [];
          return lines.slice(told).map((scene) => {
            told += 1;
            return { kind: 'scene', scene };
          });
        },
      });
    },
    *staged({ topic }) {
      const lines: string[] = [];
      for (let line = 0; line < 3; line += 1) {
        yield { kind: 'progress', done: line, total: 3, label: `Line ${line + 1}` };
        lines.push(yield* askForLine(`Line ${line + 1} about ${topic}`));
      }
      return { lines };
    },
  },
  check: (draft, { words }) =>
    draft.lines.map((line, index) => {
      const count = line.split(' ').length;
      if (line.startsWith('#')) return finding('speakable', 'must', false, count, words, index);
      if (line.endsWith('?')) return finding('statement', 'report', false, count, words, index);
      return finding('length', 'target', count <= words, count, words, index);
    }),
  *repair(draft, failed) {
    const lines = [...draft.lines];
    for (const { path, message } of failed) lines[Number(path)] = yield* askForLine(`Mend line ${path}: ${message}`);
    return { lines };
  },
  deliver: ({ lines }, _input, { newId }) => ({ id: newId('lst'), lines }),
};

interface ListInput {
  readonly topic: string;
  readonly words: number;
}

interface ListDraft {
  readonly lines: readonly string[];
}

interface ListOutput {
  readonly id: string;
  readonly lines: readonly string[];
}

const draftSchema = z.object({ lines: z.array(z.string()).length(3) });

function askForLine(prompt: string) {
  return ask<string>({
    part: 'line',
    label: 'Writing a line',
    system: 'You write lists.',
    prompt,
    answer: { form: 'text' },
    maxTokens: 20,
    temperature: 0.7,
  });
}

function finding(
  name: string,
  severity: Finding['severity'],
  ok: boolean,
  value: number,
  limit: number,
  index: number,
): Finding {
  return {
    name,
    severity,
    ok,
    value,
    limit,
    unit: 'words',
    path: String(index),
    message: `${value} words, at most ${limit}`,
  };
}
