import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { temporaryFolder } from '@showrunner/testkit';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { z } from 'zod';
import type { Secret } from '../secret.ts';
import { defineEnvironment } from './define-environment.ts';
import { EnvironmentError } from './environment-error.ts';
import { address, flag, port } from './kinds.ts';

const environment = defineEnvironment({
  NAME: { schema: z.string(), description: 'A name.', example: 'anna' },
  PORT: { schema: port(), default: 4000, description: 'A port.' },
  DEBUG: { schema: flag(), default: false, description: 'A flag.' },
  PEER: { schema: address().optional(), description: 'An address.' },
  KEY: {
    schema: z.string().min(8, { error: 'at least 8 characters' }).optional(),
    secret: true,
    description: 'A key.',
  },
});

describe('an environment', () => {
  it('is read typed, with defaults', () => {
    const values = environment.read({ NAME: ' anna ', PORT: '0', DEBUG: 'yes', PEER: 'https://peer.example/v1' });
    expect(values).toEqual({ NAME: 'anna', PORT: 0, DEBUG: true, PEER: 'https://peer.example/v1', KEY: undefined });
    expectTypeOf(values.PORT).toEqualTypeOf<number>();
    expectTypeOf(values.NAME).toEqualTypeOf<string>();
    expectTypeOf(values.KEY).toEqualTypeOf<Secret | undefined>();
  });

  it('takes empty for unset', () => {
    expect(environment.read({ NAME: 'a', PORT: '', DEBUG: ' ', KEY: '' })).toMatchObject({
      PORT: 4000,
      DEBUG: false,
      KEY: undefined,
    });
  });

  it('names everything that is wrong at once, with reason and fix, and no secret', () => {
    const findings = findingsOf({ PORT: '70000', DEBUG: 'perhaps', PEER: 'ftp://x', KEY: 'hunter2' });
    expect(findings).toEqual([
      { variable: 'NAME', reason: 'is not set', fix: 'set it, for example NAME=anna' },
      { variable: 'PORT', reason: 'is "70000", which is not accepted (at most 65535)', fix: 'correct it or unset it' },
      {
        variable: 'DEBUG',
        reason: 'is "perhaps", which is not accepted (allowed: true, false)',
        fix: 'correct it or unset it',
      },
      {
        variable: 'PEER',
        reason: 'is "ftp://x", which is not accepted (an address that begins with http:// or https:// is needed)',
        fix: 'correct it or unset it',
      },
      {
        variable: 'KEY',
        reason: 'has a value that is not accepted (at least 8 characters)',
        fix: 'correct it or unset it',
      },
    ]);
  });

  it('reads a secret from the file that NAME_FILE names', async () => {
    await using folder = await temporaryFolder();
    const file = join(folder.path, 'key');
    writeFileSync(file, 'from-the-file\n');
    expect(environment.read({ NAME: 'a', KEY_FILE: file }).KEY?.reveal()).toBe('from-the-file');

    writeFileSync(file, '\n');
    expect(findingsOf({ NAME: 'a', KEY_FILE: file })).toMatchObject([
      { variable: 'KEY_FILE', reason: `names an empty file (${file})` },
    ]);
    expect(findingsOf({ NAME: 'a', KEY_FILE: `${file}.not` })).toMatchObject([
      { variable: 'KEY_FILE', reason: `names a file that cannot be read (${file}.not: ENOENT)` },
    ]);
    expect(findingsOf({ NAME: 'a', KEY: 'long-enough', KEY_FILE: file })).toMatchObject([
      { variable: 'KEY_FILE', fix: 'set only one of KEY and KEY_FILE' },
    ]);
  });

  it('never prints a secret', () => {
    const values = environment.read({ NAME: 'a', KEY: 'hunter2-hunter2' });
    for (const text of [JSON.stringify(values), inspect(values), String(values.KEY)]) {
      expect(text).toContain('[redacted]');
      expect(text).not.toContain('hunter2');
    }
  });
});

function findingsOf(source: Record<string, string>) {
  try {
    environment.read(source);
  } catch (error) {
    if (error instanceof EnvironmentError) return error.findings;
    throw error;
  }
  throw new Error('It was accepted.');
}
