import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { vendor } from '../groq/vendor.ts';
import { providers } from '../registry.generated.ts';
import { operationOf } from '../spec/operation-of.ts';
import { operationKinds } from '../spec/operations.generated.ts';

describe.each(operationKinds)('the kind of call "%s"', (kind) => {
  test('has a suite of its own, which its vendors pass', () => {
    const suite = readdirSync(new URL(kind, import.meta.url));
    expect(suite.filter((file) => file.endsWith('.test.ts'))).not.toEqual([]);
  });

  test('is had by a vendor', () => {
    expect(providers.filter((adapter) => adapter[kind] !== undefined)).not.toEqual([]);
  });

  test('is refused with its name and the vendor’s where the vendor does not have it', () => {
    expect(() => operationOf({ ...vendor }, kind)).toThrow(
      expect.objectContaining({
        kind: 'unsupported_operation',
        status: 400,
        isRetryable: false,
        provider: 'groq',
        message: expect.stringMatching(new RegExp(`Groq.*"${kind}"`)) as string,
      }),
    );
  });
});
