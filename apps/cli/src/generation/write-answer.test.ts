import { tmpdir } from 'node:os';
import type { Command } from 'commander';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fixtureCheckout, type FixtureCheckout } from '../__fixtures__/checkout.ts';
import type { CommandContext } from '../command-context.ts';
import { up } from '../commands/up/up.handler.ts';
import { describeError } from '../describe-error.ts';
import { writeAnswer } from './write-answer.ts';

let checkout: FixtureCheckout;
beforeEach(async () => {
  checkout = await fixtureCheckout();
  await checkout.run(up);
});
afterEach(() => checkout.dispose());

const writePackage = (context: CommandContext, command: Command) =>
  writeAnswer(context, command, 'package', { prompt: 'How espresso works' });

const out = '/nowhere/at all/script.md';
test.each([
  ['a format that there is not', { as: 'srtt' }, 'There is no format "srtt"; did you mean srt?'],
  ['a file in a folder that is not there', { out }, 'The result cannot be written to a file: its folder is not there'],
  ['a folder for a file', { out: tmpdir() }, 'a folder has that name'],
])('%s is refused before anything is asked', async (_name, options, message) => {
  // Nothing answers at this port: whoever asks first says so.
  const environment = { MPC_API_PORT: '9' };
  await expect(checkout.run(writePackage, { options, environment })).rejects.toThrow(message);
});

test('--estimate says what it would ask, cost and take, and has nothing written', async () => {
  const { stdout } = await checkout.run(writePackage, { options: { estimate: true } });
  expect(stdout).toBe('3 questions to default, about 3100 tokens read and 1800 written, $0.0067, 42 s\n');
  const asJson = await checkout.run(writePackage, { options: { estimate: true }, json: true });
  expect(JSON.parse(asJson.stdout)).toMatchObject({ data: { asks: 3, seconds: 42 }, meta: { recipe: 'package' } });
});

test('--as gives a file of another kind in place of the answer', async () => {
  const writeScript = (context: CommandContext, command: Command) =>
    writeAnswer(context, command, 'script', { prompt: 'How espresso works' });
  const { stdout } = await checkout.run(writeScript, { options: { as: 'csv' } });
  expect(stdout).toBe('scene\r\n/export/job_1/csv\r\n');
});

test('where nothing answers the fix is told, and nothing else', async () => {
  const environment = { MPC_API_PORT: '9' };
  const error: unknown = await checkout.run(writePackage, { environment }).catch((thrown: unknown) => thrown);
  expect(describeError(error)).toEqual({
    what: expect.stringContaining('Nothing answers at http://127.0.0.1:9') as unknown,
    fix: expect.stringContaining('showrunner up') as unknown,
  });
});
