import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse as parseYaml } from 'yaml';
import { shapeDifferences } from './json-shape.ts';
import type { Snippet } from './read-snippets.ts';
import type { ShellResult, ShellSession } from './shell-session.ts';
import type { Stage } from './stage.ts';
import { missingLines, readTranscript } from './transcript.ts';

/** What the runner does with a snippet; `unexplained` is one that it can do nothing with and that says no reason. */
export type Treatment = 'run' | 'checked' | 'shown' | 'not run' | 'unexplained';

const TREATMENTS: Readonly<Record<string, Treatment>> = {
  bash: 'run',
  sh: 'run',
  console: 'run',
  python: 'run',
  json: 'checked',
  ts: 'checked',
  yaml: 'checked',
  // Drawings, folder trees, prompts.
  text: 'shown',
  mermaid: 'shown',
};

export function isFollowed(language: string): boolean {
  return TREATMENTS[language] === 'run' || TREATMENTS[language] === 'checked';
}

export function treatmentOf({ language, notRun }: Snippet): Treatment {
  if (notRun !== undefined) return 'not run';
  return (Object.hasOwn(TREATMENTS, language) ? TREATMENTS[language] : undefined) ?? 'unexplained';
}

/** Follows a document: what its snippets share is the terminal and the last answer. */
export interface Follower {
  /** Throws what a reader would stumble over. */
  follow(snippet: Snippet, signal: AbortSignal): Promise<void>;
}

export function followDocument(
  stage: Pick<Stage, 'folder' | 'localized'>,
  terminal: ShellSession | undefined,
): Follower {
  let lastAnswer = '';

  async function inTerminal(program: string, { fails }: Snippet, signal: AbortSignal): Promise<ShellResult> {
    if (!terminal) throw new Error('This document has no terminal.');
    const result = await terminal.run(stage.localized(program), signal);
    const succeeded = result.status === 0;
    if (succeeded !== (fails === undefined)) {
      const outcome = succeeded ? 'succeeds, and should not' : `ends with ${result.status}`;
      throw new Error(`It ${outcome}.\n${result.stdout.slice(-2000)}\n${result.stderr.slice(-2000)}`);
    }
    return result;
  }

  const follow: Readonly<Record<string, (snippet: Snippet, signal: AbortSignal) => Promise<void> | void>> = {
    async bash(snippet, signal) {
      lastAnswer = (await inTerminal(snippet.text, snippet, signal)).stdout;
    },
    async console(snippet, signal) {
      for (const { command, output } of readTranscript(snippet.text)) {
        const { stdout, stderr } = await inTerminal(command, snippet, signal);
        const missing = missingLines(output.map(stage.localized), stdout + stderr);
        if (missing.length > 0) throw new Error(`Not printed:\n${missing.join('\n')}\n\nPrinted:\n${stdout}${stderr}`);
      }
    },
    async python(snippet, signal) {
      const file = join(stage.folder, 'snippet.py');
      await writeFile(file, stage.localized(snippet.text));
      await inTerminal(`"$SHOWRUNNER_TEST_PYTHON" '${file}'`, snippet, signal);
    },
    json(snippet) {
      const shown: unknown = JSON.parse(snippet.text);
      if (!snippet.isAnswer) return;
      const differences = shapeDifferences(shown, JSON.parse(lastAnswer));
      if (differences.length > 0) throw new Error(`${differences.join('\n')}\n\nAnswered:\n${lastAnswer}`);
    },
    async yaml(snippet, signal) {
      const configuration = configurationIn(parseYaml(snippet.text));
      if (configuration === undefined) return;
      const file = join(stage.folder, 'snippet.yaml');
      // JSON is YAML.
      await writeFile(file, JSON.stringify(configuration));
      await inTerminal(`./showrunner config check '${file}'`, snippet, signal);
    },
  };

  return {
    async follow(snippet, signal) {
      await follow[snippet.language === 'sh' ? 'bash' : snippet.language]?.(snippet, signal);
    },
  };
}

/** A configuration of the gateway, or one made of the models that a snippet shows; nothing for other YAML. */
function configurationIn(content: unknown): object | undefined {
  if (Array.isArray(content)) return content.every(isModel) ? { model_list: content } : undefined;
  return typeof content === 'object' && content !== null && 'model_list' in content ? content : undefined;
}

function isModel(entry: unknown): boolean {
  return typeof entry === 'object' && entry !== null && 'model_name' in entry;
}
