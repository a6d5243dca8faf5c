import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { requireTool } from '@showrunner/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { followDocument, isFollowed, treatmentOf, type Follower } from './follow-document.ts';
import { readSnippets, type Snippet } from './read-snippets.ts';
import { openStage, type Stage } from './stage.ts';
import { typeCheck } from './type-check.ts';

const root = resolve(import.meta.dirname, '../..');
const FOLLOWED = /^(README\.md|CONTRIBUTING\.md|(docs|ai-infra|apps|packages|bench|examples)\/)/;
const SHELLS = new Set(['bash', 'sh']);
const NEED_TERMINAL = new Set([...SHELLS, 'console', 'python', 'yaml']);
/** A command may start the stack, on a machine that runs other tests beside it. */
const SNIPPET_TIMEOUT_MS = 120_000;

const snippets = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '*.md'], { cwd: root, encoding: 'utf8' })
  .split('\n')
  .filter((path) => FOLLOWED.test(path) && existsSync(join(root, path)))
  .flatMap((path) => readSnippets(path, readFileSync(join(root, path), 'utf8')));
const documents = Map.groupBy(snippets, ({ document }) => document);

describe('the snippets of the documents', requireTool('curl'), () => {
  let stage: Stage;
  let typeFaults: ReadonlyMap<Snippet, string[]>;

  beforeAll(async () => {
    stage = await openStage(root);
    const typed = snippets.filter(({ language, notRun }) => language === 'ts' && notRun === undefined);
    typeFaults = await typeCheck(stage.folder, typed);
    return () => stage.close();
  }, SNIPPET_TIMEOUT_MS);

  afterAll(() => {
    const counts = Map.groupBy(snippets, treatmentOf);
    const told = [...counts].map(([treatment, { length }]) => `${length} ${treatment}`);
    console.log(`${snippets.length} snippets in ${documents.size} documents: ${told.join(', ')}`);
  });

  describe.each([...documents])('%s', (_document, own) => {
    let follower: Follower;

    beforeAll(async () => {
      const needsTerminal = own.some(({ language, notRun }) => notRun === undefined && NEED_TERMINAL.has(language));
      const terminal = needsTerminal ? await stage.begin(AbortSignal.timeout(SNIPPET_TIMEOUT_MS)) : undefined;
      follower = followDocument(stage, terminal);
      return () => terminal?.close();
    }, SNIPPET_TIMEOUT_MS);

    it('says for each snippet that is neither run nor checked why, on a line above: <!-- not run: REASON -->', () => {
      const unexplained = own.filter((snippet) => treatmentOf(snippet) === 'unexplained');
      expect(unexplained.map(({ line, language }) => `line ${line}: ${language || 'no language'}`)).toEqual([]);
    });

    it('shows no shell that cannot be read, not even where it is not run', () => {
      for (const { language, text, line } of own) {
        const { stderr } = spawnSync('bash', ['-n'], { input: SHELLS.has(language) ? text : '', encoding: 'utf8' });
        expect(stderr, `line ${line}`).toBe('');
      }
    });

    for (const snippet of own.filter(({ language, notRun }) => notRun === undefined && isFollowed(language))) {
      const tools = snippet.language === 'python' ? requireTool('python-sdks') : {};
      it(`line ${snippet.line}: ${snippet.language}`, { timeout: SNIPPET_TIMEOUT_MS, ...tools }, async ({ signal }) => {
        expect(typeFaults.get(snippet) ?? []).toEqual([]);
        await follower.follow(snippet, signal);
      });
    }
  });
});
