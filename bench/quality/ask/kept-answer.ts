import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What became of one brief: the texts as a person reads them, and what making them took. */
export interface KeptAnswer {
  /** The brief's id. */
  readonly brief: string;
  readonly status: 'answered' | 'failed';
  readonly error?: { readonly code: string; readonly message: string };
  readonly package?: KeptPackage;
  /** The model that wrote it, by the id of its provider. */
  readonly model?: string;
  readonly cost: KeptCost;
  /** The failed checks that the answer tells of itself. */
  readonly findings: readonly KeptFinding[];
  /** Instant at which it was asked, and the machine's load (one minute) then: figures of a busy machine are not those of a quiet one. */
  readonly at: string;
  readonly load: number;
}

export interface KeptPackage {
  readonly title: string;
  readonly cta: string;
  readonly scenes: readonly KeptScene[];
  readonly estimatedSeconds: number;
  readonly claims: readonly { readonly text: string; readonly source_id: string | null }[];
  /** The words on each thumbnail, and what it shows; empty where the part is missing. */
  readonly headlines: readonly string[];
  readonly thumbnails: readonly string[];
  readonly titles: readonly string[];
  /** Those of the first platform; reports before they were kept have none. */
  readonly hashtags?: readonly string[];
  readonly description: string;
  readonly missing: readonly string[];
}

export interface KeptScene {
  readonly id: string;
  readonly role: string;
  readonly narration: string;
  readonly on_screen_text: string;
  readonly visual: string;
  readonly searchWords: readonly string[];
}

export interface KeptCost {
  /** Until the first scene was told that is in the result as it was told. */
  readonly firstSceneMs?: number;
  /** Until the script, and all of it, was there. */
  readonly totalMs: number;
  readonly partMs: Readonly<Record<string, number>>;
  readonly attempts?: number;
  readonly repairs?: number;
  readonly tokens?: { readonly input: number; readonly output: number; readonly total: number };
}

export interface KeptFinding {
  readonly name: string;
  readonly message: string;
  readonly scene_id?: string;
  readonly path?: string;
}

const FILE = 'answers.jsonl';

/** The answers of a run so far, one a brief, the newest where one was asked again. */
export async function readAnswers(folder: string): Promise<readonly KeptAnswer[]> {
  const text = await readFile(join(folder, FILE), 'utf8').catch(() => '');
  const answers = text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as KeptAnswer);
  return [...new Map(answers.map((answer) => [answer.brief, answer])).values()];
}

/** One line for each answer as it comes, so that a run that is stopped goes on where it was. */
export async function keepAnswer(folder: string, answer: KeptAnswer): Promise<void> {
  await mkdir(folder, { recursive: true });
  await appendFile(join(folder, FILE), `${JSON.stringify(answer)}\n`);
}
