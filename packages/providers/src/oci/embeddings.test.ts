import { createHash, generateKeyPairSync, verify } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startScriptedUpstream, type Behaviour } from '@showrunner/testkit';
import { expect, test } from 'vitest';
import { sendRequest } from '../conformance/send-request.ts';
import { findProvider } from '../index.ts';
import type { EmbeddingsCall, EmbeddingsRequest } from '../spec/operations/embeddings.ts';
import type { ProviderSettings } from '../spec/call.ts';
import { embeddings } from './embeddings.ts';
import { vendor } from './vendor.ts';

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const pem = privateKey.export({ type: 'pkcs8', format: 'pem' });
const own = {
  oci_user: 'ocid1.user.oc1..u',
  oci_fingerprint: 'aa:bb',
  oci_tenancy: 'ocid1.tenancy.oc1..t',
  oci_compartment_id: 'ocid1.compartment.oc1..c',
};
const answer = { id: 'x', modelId: 'cohere.embed-v4.0', embeddings: [[0.5, 1]], inputTextTokenCounts: [2, 3] };

function callOf(
  members: Partial<EmbeddingsRequest> = {},
  { apiBase, ...options }: { apiBase?: string } & Record<string, unknown> = {},
): EmbeddingsCall {
  const settings: ProviderSettings = {
    options: { ...own, oci_key: pem, ...options },
    ...(apiBase !== undefined && { apiBase }),
  };
  return {
    request: { model: 'm', input: 'Grüße', ...members },
    model: 'cohere.embed-v4.0',
    settings,
    dropUnsupported: false,
  };
}

async function embed(behaviour: Behaviour, options: Record<string, unknown> = {}) {
  await using upstream = await startScriptedUpstream([behaviour]);
  const call = callOf({}, { ...options, apiBase: upstream.url });
  const encoded = embeddings.encode(call);
  const { headers } = await vendor.authorise(encoded, call);
  const response = await sendRequest(vendor, { ...encoded, headers }, AbortSignal.timeout(30_000));
  const list = embeddings.decode(await response.bytes(), call);
  const [request] = upstream.requests;
  if (!request) throw new Error('nothing was sent');
  return { list, request };
}

const bodyOf = (call: EmbeddingsCall): unknown => JSON.parse(embeddings.encode(call).body);

test('a request carries a signature that the key’s other half verifies, over what was sent', async () => {
  const { list, request } = await embed({ json: answer });
  expect(list).toEqual({
    object: 'list',
    model: 'cohere.embed-v4.0',
    data: [{ object: 'embedding', index: 0, embedding: [0.5, 1] }],
    usage: { prompt_tokens: 5, total_tokens: 5 },
  });
  const { headers, path } = request;
  expect(path).toBe('/20231130/actions/embedText');
  const [, keyId, names = '', signature = ''] =
    /^Signature version="1",keyId="(.+?)",algorithm="rsa-sha256",headers="(.+?)",signature="(.+?)"$/.exec(
      String(headers.authorization),
    ) ?? [];
  expect(keyId).toBe('ocid1.tenancy.oc1..t/ocid1.user.oc1..u/aa:bb');
  const values: Record<string, unknown> = { ...headers, '(request-target)': `post ${path}` };
  const text = names
    .split(' ')
    .map((name) => `${name}: ${String(values[name])}`)
    .join('\n');
  expect(verify('RSA-SHA256', Buffer.from(text), publicKey, Buffer.from(signature, 'base64'))).toBe(true);
  const sent = JSON.stringify(request.body);
  expect(headers['x-content-sha256']).toBe(createHash('sha256').update(sent).digest('base64'));
  expect(Math.abs(Date.parse(String(headers.date)) - Date.now())).toBeLessThan(300_000);
});

test('the key may lie in a file, or in a variable with its line breaks written out', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'showrunner-oci-'));
  const file = join(folder, 'key.pem');
  await writeFile(file, pem);
  for (const options of [{ oci_key: undefined, oci_key_file: file }, { oci_key: pem.replaceAll('\n', '\\n') }]) {
    const { request } = await embed({ json: answer }, options);
    expect(request.headers.authorization).toContain('signature="');
  }
  await rm(folder, { recursive: true });
});

test.each<[string, Record<string, unknown>, string]>([
  ['no user', { oci_user: undefined }, 'oci_user'],
  ['no key', { oci_key: undefined }, 'oci_key_file'],
  ['a key that is none', { oci_key: 'SECRET' }, 'oci_key holds no private key'],
  ['a file that is not there', { oci_key: undefined, oci_key_file: '/nowhere/key.pem' }, 'oci_key_file'],
])('%s is a 401 that says so, and tells no key', async (_, options, message) => {
  const failure = embed({ json: answer }, options);
  await expect(failure).rejects.toMatchObject({ status: 401, kind: 'authentication' });
  await expect(failure).rejects.toThrow(message);
  await expect(failure).rejects.not.toThrow('SECRET');
});

test('what texts are for, how they are cut and how long vectors are has Oracle’s names', () => {
  expect(bodyOf(callOf())).toEqual({
    compartmentId: 'ocid1.compartment.oc1..c',
    servingMode: { servingType: 'ON_DEMAND', modelId: 'cohere.embed-v4.0' },
    inputs: ['Grüße'],
    truncate: 'END',
  });
  const asked = callOf(
    { input: ['a', 'b'], input_type: 'search_query', truncate: 'none', dimensions: 256 },
    { oci_serving_mode: 'dedicated', oci_endpoint_id: 'ocid1.generativeaiendpoint.oc1..e' },
  );
  expect(bodyOf(asked)).toMatchObject({
    servingMode: { servingType: 'DEDICATED', endpointId: 'ocid1.generativeaiendpoint.oc1..e' },
    inputs: ['a', 'b'],
    inputType: 'SEARCH_QUERY',
    truncate: 'NONE',
    outputDimensions: 256,
  });
});

test.each([
  [{}, 'https://inference.generativeai.us-ashburn-1.oci.oraclecloud.com'],
  [{ oci_region: 'eu-frankfurt-1' }, 'https://inference.generativeai.eu-frankfurt-1.oci.oraclecloud.com'],
  [
    { oci_compartment_id: 'ocid1.compartment.oc2..c', oci_region: 'us-langley-1' },
    'https://inference.generativeai.us-langley-1.oci.oraclegovcloud.com',
  ],
  [
    { oci_compartment_id: 'ocid1.tenancy.oc20..c', oci_region: 'me-x-1' },
    'https://inference.generativeai.me-x-1.oci.oraclecloud20.com',
  ],
  [{ apiBase: 'https://proxy.test/oci/20231130/actions/embedText' }, 'https://proxy.test/oci'],
])('%j is asked at %s', (options, root) => {
  expect(embeddings.encode(callOf({}, options)).url).toBe(`${root}/20231130/actions/embedText`);
});

test.each<[object, Record<string, unknown>, string]>([
  [{ input: [1, 2] }, {}, 'input'],
  [{}, { oci_compartment_id: '' }, 'oci_compartment_id'],
  [{}, { oci_region: 'evil.test/' }, 'oci_region'],
  [{}, { oci_serving_mode: 'SOMETIMES' }, 'oci_serving_mode'],
])('what cannot be asked is a 400 that names it: %j %j', (members, options, param) => {
  expect(() => bodyOf(callOf(members, options))).toThrow(expect.objectContaining({ status: 400, vendorParam: param }));
});

test('an error is read by its words, and what is no vector is not believed', async () => {
  const refused = { code: 'NotAuthorizedOrNotFound', message: 'Authorization failed or requested resource not found.' };
  await expect(embed({ status: 404, json: refused })).rejects.toMatchObject({ status: 404, vendorCode: refused.code });
  await expect(embed({ json: { embeddings: [['a']] } })).rejects.toMatchObject({ kind: 'malformed_answer' });
});

test('models that do not embed are told so', () => {
  expect(findProvider('oci')?.refuses?.('meta.llama-3.3-70b-instruct')).toContain('embed');
  expect(vendor.refuses('cohere.embed-english-light-v3.0')).toBeUndefined();
});
