import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { errorEnvelope, problemDetails } from '@showrunner/contract';
import { ErrorTypes, errorCodes } from '@showrunner/errors';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');

describe('the eleven error codes', () => {
  it('have a factory each', () => {
    expect(Object.keys(ErrorTypes)).toEqual([...errorCodes]);
  });

  it('are those of the wire schema', () => {
    expect(errorEnvelope.shape.error.shape.code.options).toEqual([...errorCodes]);
    expect(problemDetails.shape.code.options).toEqual([...errorCodes]);
  });

  it('are those of both tables of the reference page', () => {
    const [catalogue = '', explained = ''] = read('docs/reference/errors.md').split(/^## .*$/m);
    expect(codesInFirstColumn(catalogue)).toEqual([...errorCodes]);
    expect(codesInFirstColumn(explained)).toEqual([...errorCodes]);
  });

  it('are those of the package’s README', () => {
    const named = read('packages/errors/README.md').matchAll(/`([A-Z_]+)` \d{3}[,.]/g);
    expect([...named].map(([, code]) => code)).toEqual([...errorCodes]);
  });
});

function read(path: string): string {
  return readFileSync(resolve(root, path), 'utf8');
}

function codesInFirstColumn(text: string): readonly string[] {
  return [...text.matchAll(/^\| *`([A-Z_]+)`/gm)].map(([, code]) => String(code));
}
