import { describe, expect, test } from 'vitest';
import type { EncodedRequest } from '../../spec/call.ts';
import type { HttpProviderAdapter } from '../../spec/adapter.ts';
import { operationOf } from '../../spec/operation-of.ts';
import type { ContentsRequest } from '../../spec/operations/contents.ts';
import { distinctVendors } from '../distinct-vendors.ts';
import { testSettings } from '../send-request.ts';

const vendors = distinctVendors
  .filter((adapter) => adapter.transport === 'http')
  .filter(({ contents }) => contents !== undefined);

/** What only Gemini has; none of it is OpenAI's. */
const request: ContentsRequest = {
  model: 'shown',
  contents: [
    { role: 'user', parts: [{ text: 'Grüße' }, { inlineData: { mimeType: 'image/png', data: 'AA==' } }] },
    { role: 'model', parts: [{ functionCall: { name: 'read', args: { path: 'a' } }, thoughtSignature: 'c2lnbmVk' }] },
    { role: 'user', parts: [{ functionResponse: { name: 'read', response: { output: 'x' } } }] },
  ],
  systemInstruction: { parts: [{ text: 'Be short' }] },
  tools: [{ googleSearch: {} }, { codeExecution: {} }],
  safetySettings: [{ category: 'HARM_CATEGORY_HARASSMENT', threshold: 'BLOCK_NONE' }],
  generationConfig: { thinkingConfig: { thinkingBudget: 0 } },
};

function call(members: object) {
  const settings = testSettings('http://127.0.0.1:9');
  return { request: { ...request, ...members }, model: 'gemini-conformance', settings, dropUnsupported: false };
}

describe.each(vendors)('$title as a vendor of contents', (adapter: HttpProviderAdapter) => {
  const contents = operationOf(adapter, 'contents');
  const encode = (members: object = {}): EncodedRequest => contents.encode(call(members));

  test('is sent what the caller sent, to its model’s own address', () => {
    const { model: _model, ...rest } = request;
    const { url, body } = encode();
    expect(JSON.parse(body)).toEqual(rest);
    expect(url).toMatch(/\/models\/gemini-conformance:generateContent$/);
  });

  test('is asked for a stream by its address', () => {
    const { url, body } = encode({ stream: true });
    expect(url).toMatch(/:streamGenerateContent\?alt=sse$/);
    expect(JSON.parse(body)).not.toHaveProperty('stream');
  });

  test('is not sent what means "not set", nor what the gateway alone goes by', () => {
    const body: unknown = JSON.parse(encode({ cachedContent: null, metadata: { tags: ['a'] } }).body);
    expect(body).not.toHaveProperty('cachedContent');
    expect(body).not.toHaveProperty('metadata');
  });

  test('counts the tokens of the whole question', () => {
    const counting = contents.counting;
    const sent = counting?.encode(call({}));
    expect(sent?.url).toMatch(/:countTokens$/);
    expect(sent?.body).toContain(JSON.stringify(request.systemInstruction));
    expect(sent?.body).toContain(JSON.stringify(request.contents));
    expect(counting?.decode(Buffer.from('{"totalTokens":31}'))).toBe(31);
  });
});
