import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { recipeNames } from '@showrunner/client';
import { describe, expect, test } from 'vitest';
import { describeError } from '../describe-error.ts';
import { answerOptions } from '../options.ts';
import { readRequest, recipeCommand } from './recipe-command.ts';
import { recipeInputs } from './recipe-inputs.ts';

function parse(recipe: string, ...words: string[]): Record<string, unknown> {
  const inputs = recipeInputs().find(({ name }) => name === recipe);
  if (!inputs) throw new Error(`no recipe ${recipe}`);
  const command = answerOptions(recipeCommand(inputs))
    .exitOverride()
    .configureOutput({ writeErr: () => {} });
  command.parse(words, { from: 'user' });
  return readRequest(command, inputs);
}

describe('a recipe command', () => {
  test('exists for every recipe of the contract', () => {
    expect(recipeInputs().map(({ name }) => name)).toEqual([...recipeNames]);
  });

  test('takes the subject as free words and members as options, numbers as numbers', () => {
    expect(parse('script', 'How', 'espresso', 'works', '--duration', '45', '--hook-style', 'a question')).toEqual({
      prompt: 'How espresso works',
      duration: 45,
      hook_style: 'a question',
    });
  });

  test('leaves what only the API can read to the API', () => {
    expect(parse('script', 'x', '--duration', '1:30')).toMatchObject({ duration: '1:30' });
  });

  test('asks for nothing that was not given', () => {
    expect(parse('metadata', '--script-id', 'scr_1')).toEqual({ script_id: 'scr_1' });
    expect(parse('script', 'x', '--no-cache')).toEqual({ prompt: 'x', cache: false });
  });

  test('takes several items for a list', () => {
    expect(parse('script', 'x', '--must-include', 'nine bars', 'crema')).toEqual({
      prompt: 'x',
      must_include: ['nine bars', 'crema'],
    });
  });

  test('refuses a value that is none of the choices, and names them', () => {
    expect(() => parse('script', 'x', '--platform', 'youtub')).toThrow(/Allowed choices are youtube, shorts/);
  });

  test('reads a text or a JSON value from a file', () => {
    const folder = mkdtempSync(join(tmpdir(), 'recipe-'));
    writeFileSync(join(folder, 'article.md'), 'An article');
    writeFileSync(join(folder, 'voice.json'), '{"name":"Dry"}');
    const request = parse('script', `@${folder}/article.md`, '--brand-voice', `@${folder}/voice.json`);
    rmSync(folder, { recursive: true });
    expect(request).toEqual({ prompt: 'An article', brand_voice: { name: 'Dry' } });
  });

  test('reads a whole request from a file, in which options and words win', () => {
    const folder = mkdtempSync(join(tmpdir(), 'recipe-'));
    const file = join(folder, 'request.json');
    writeFileSync(file, '{"prompt":"tea","duration":30,"language":"ja"}');
    const request = parse('script', 'coffee', '--input', file, '--duration', '45');
    writeFileSync(file, '[1]');
    expect(() => parse('script', '--input', file)).toThrow('--input holds no JSON object');
    rmSync(folder, { recursive: true });
    expect(request).toEqual({ prompt: 'coffee', duration: 45, language: 'ja' });
  });

  test('says what is wrong with a JSON value and with a file that is not there', () => {
    expect(() => parse('script', 'x', '--brand-voice', '{name}')).toThrow('--brand-voice is not JSON');
    expect(() => parse('script', '@nowhere.md')).toThrow('There is no readable file nowhere.md');
    expect(fixOf(() => parse('script', '@nowhere.md'))).toContain('begins with @');
    expect(fixOf(() => parse('script', '--input', 'nowhere.json'))).toContain('--input takes the path of a file');
  });
});

function fixOf(read: () => unknown): string | undefined {
  try {
    read();
  } catch (error) {
    return describeError(error).fix;
  }
  return undefined;
}
