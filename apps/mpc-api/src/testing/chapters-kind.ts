import { all, done, now, oneOf, run, type Kind, type Operation } from '@showrunner/recipes';
import { z } from 'zod';

const chaptersInput = z.object({ topics: z.array(z.string()) });
const chaptersOutput = z.object({
  tone: z.string(),
  made: z.string(),
  chapters: z.array(z.object({ id: z.string(), lines: z.array(z.string()).readonly() })),
});

type Chapters = z.output<typeof chaptersOutput>;

/** A list for each topic, all at once, made by an operation of another kind that it reaches by name alone. */
const chaptersOperation: Operation<z.output<typeof chaptersInput>, Chapters, Chapters, never> = {
  name: 'chapters',
  title: 'Chapters',
  description: 'Three lines on each topic.',
  version: '1',
  promptVersion: '1',
  input: chaptersInput,
  example: { topics: ['coffee', 'tea'] },
  output: chaptersOutput,
  references: [],
  *write({ topics }) {
    const tone = yield* oneOf(['calm', 'bright', 'dry', 'warm']);
    const made = (yield* now()).toISOString();
    return { tone, made, chapters: yield* all(topics.map((topic) => run('list', { topic }))) };
  },
  check: () => [],
  repair: (draft) => done(draft),
  deliver: (draft) => done(draft),
};

export const chaptersKind: Kind = {
  name: 'chapters',
  title: 'Chapters',
  operations: [chaptersOperation],
  checks: [],
  guarantees: [],
};
