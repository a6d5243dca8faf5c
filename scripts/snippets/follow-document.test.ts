import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { requireTool, temporaryFolder, type TemporaryFolder } from '@showrunner/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyCheckout } from './checkout-copy.ts';
import { followDocument, treatmentOf, type Follower } from './follow-document.ts';
import { readSnippets, type Snippet } from './read-snippets.ts';
import { startShellSession } from './shell-session.ts';
import { typeCheck } from './type-check.ts';

const fixture = join(import.meta.dirname, '__fixtures__/broken.md');
const snippets = readSnippets('broken.md', readFileSync(fixture, 'utf8'));

function snippetAt(line: number): Snippet {
  const found = snippets.find((snippet) => snippet.line === line);
  if (!found) throw new Error(`no snippet at line ${line}`);
  return found;
}

describe('a broken document', requireTool('curl'), () => {
  let folder: TemporaryFolder;
  let follower: Follower;
  const follow = (line: number) => follower.follow(snippetAt(line), AbortSignal.timeout(10_000));

  beforeAll(async () => {
    folder = await temporaryFolder();
    const terminal = await startShellSession(folder.path, folder.path, { PATH: process.env.PATH ?? '' });
    follower = followDocument({ folder: folder.path, localized: (text) => text }, terminal);
  });
  afterAll(() => folder.remove());

  it('fails where the answer lacks what the document shows', async () => {
    await follow(2);
    await expect(follow(8)).rejects.toThrow('$.name is missing');
  });

  it('fails where a command does', async () => {
    await expect(follow(12)).rejects.toThrow('ends with 1');
  });

  it('fails where a command succeeds that should not', async () => {
    await expect(follow(17)).rejects.toThrow('succeeds, and should not');
  });

  it('fails where a line of the transcript is not printed, whatever the figures', async () => {
    await expect(follow(21)).rejects.toThrow(/^Not printed:\nall healthy\n/);
  });

  it('fails where JSON cannot be read', async () => {
    await expect(follow(27)).rejects.toThrow(SyntaxError);
  });

  it('fails where nothing can be done with a snippet and no reason is given', () => {
    expect(treatmentOf(snippetAt(35))).toBe('unexplained');
    expect(treatmentOf(snippetAt(40))).toBe('not run');
  });

  it('hands variables on to the next snippet', async () => {
    await follow(2);
    const next = { ...snippetAt(12), text: 'test "$ANSWER" = \'{"count": 1}\'' };
    await expect(follower.follow(next, AbortSignal.timeout(10_000))).resolves.toBeUndefined();
  });

  it('ends what a snippet has started when its time is over', async () => {
    const slow = { ...snippetAt(12), text: 'sleep 60' };
    await expect(follower.follow(slow, AbortSignal.timeout(200))).rejects.toThrow('ends with null');
  });
});

it('fails where TypeScript does not type-check, at the line of the document', async () => {
  await using copy = await copyCheckout(resolve(import.meta.dirname, '../..'));
  const typed = snippetAt(31);
  const faults = await typeCheck(copy.path, [typed]);
  expect(faults.get(typed)).toEqual([expect.stringMatching(/^line 32: error TS2322/)]);
});
