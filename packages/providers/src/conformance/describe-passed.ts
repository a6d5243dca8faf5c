import { describe, expect, test } from 'vitest';
import type { HttpProviderAdapter } from '../spec/adapter.ts';
import type { ProviderCall } from '../spec/call.ts';
import type { PassedOperation, UploadOperation } from '../spec/upload.ts';
import { distinctVendors } from './distinct-vendors.ts';
import { testSettings } from './send-request.ts';

type Members = Readonly<Record<string, unknown>>;

/** A kind of call whose answers pass on as they come: only what goes out is the vendor's to say. */
export interface PassedKind<Operation> {
  readonly kind: string;
  /** What its address ends with, before a query. */
  readonly path: string;
  readonly request: Members & { readonly model: string };
  readonly operationOf: (adapter: HttpProviderAdapter) => Operation | undefined;
}

/** What is true of each vendor of such a kind whose request is JSON. */
export function describePassed({
  kind,
  path,
  request,
  operationOf,
}: PassedKind<PassedOperation<ProviderCall<never>>>): void {
  describe.each(vendorsOf(operationOf))(`$adapter.title as a vendor of ${kind}`, ({ operation }) => {
    const encode = (members: Members = {}) =>
      operation.encode(callOf({ ...request, ...members }) as ProviderCall<never>);

    test('is asked for its own model at its own address, with its key', () => {
      const { url, headers, body } = encode();
      expect(new URL(url).pathname).toMatch(new RegExp(`${path}$`));
      expect(JSON.stringify(headers)).toContain('sk-conformance');
      expect(JSON.parse(body)).toEqual({ ...request, model: 'conformance' });
    });

    test('gets what it alone knows, and neither nulls nor what is the gateway’s', () => {
      const { body } = encode({ some_own_member: 1, user: null, metadata: { tags: ['a'] } });
      expect(JSON.parse(body)).toEqual({ ...request, model: 'conformance', some_own_member: 1 });
    });
  });
}

/** What is true of each vendor of such a kind whose request is a form. */
export function describeUpload({
  kind,
  path,
  request,
  operationOf,
}: PassedKind<UploadOperation<ProviderCall<never>>>): void {
  describe.each(vendorsOf(operationOf))(`$adapter.title as a vendor of ${kind}`, ({ operation }) => {
    const encode = () => operation.encode(callOf(request) as ProviderCall<never>);

    test('is asked for its own model at its own address, with its key, whatever the form’s boundary', () => {
      const { url, headers, fields } = encode();
      expect(new URL(url).pathname).toMatch(new RegExp(`${path}$`));
      expect(JSON.stringify(headers)).toContain('sk-conformance');
      expect(headers).not.toHaveProperty('content-type');
      expect(fields).toEqual([['model', 'conformance']]);
    });

    test('gets the caller’s fields but for the caller’s name of the model', () => {
      const { onward } = encode();
      expect(onward(['model', 'shown'])).toBeUndefined();
      expect(onward(['some_own_member', '日本'])).toEqual(['some_own_member', '日本']);
    });
  });
}

function vendorsOf<Operation>(operationOf: (adapter: HttpProviderAdapter) => Operation | undefined) {
  return distinctVendors
    .filter((adapter) => adapter.transport === 'http')
    .flatMap((adapter) => {
      const operation = operationOf(adapter);
      return operation ? [{ adapter, operation }] : [];
    });
}

function callOf(request: Members): ProviderCall<Members> {
  return { request, model: 'conformance', settings: testSettings('http://127.0.0.1:9/v1'), dropUnsupported: false };
}
