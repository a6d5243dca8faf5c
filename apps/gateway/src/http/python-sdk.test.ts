import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import {
  openAiChunks,
  openAiCompletion,
  openAiError,
  requireTool,
  startScriptedUpstream,
  testPython,
} from '@showrunner/testkit';
import { describe, expect, test } from 'vitest';
import { MASTER_KEY, openAiModel, startGateway } from '../testing/start-gateway.ts';

const program = `
import sys
from openai import OpenAI, RateLimitError
client = OpenAI(base_url=sys.argv[1], api_key=sys.argv[2], max_retries=0)
ask = dict(messages=[{"role": "user", "content": "hi"}])
print(client.chat.completions.create(model="m", **ask).choices[0].message.content)
print("".join(c.choices[0].delta.content or "" for c in client.chat.completions.create(model="m", stream=True, **ask)))
try:
    client.chat.completions.create(model="limited", **ask)
except RateLimitError as error:
    print(error.code, error.response.headers["retry-after"])
`;

describe('the Python SDK', requireTool('python-sdks'), () => {
  test('chats, streams and maps errors', async () => {
    await using upstream = await startScriptedUpstream(({ body }) =>
      (body as { stream?: boolean }).stream
        ? { sse: openAiChunks('ströme') }
        : { json: openAiCompletion({ text: 'wörter' }) },
    );
    await using limited = await startScriptedUpstream([
      { status: 429, headers: { 'retry-after': '9' }, json: openAiError('slow down') },
    ]);
    await using gateway = await startGateway({
      model_list: [openAiModel('m', upstream.url), openAiModel('limited', limited.url, { num_retries: 0 })],
    });
    const { stdout } = await promisify(execFile)(testPython(), ['-c', program, `${gateway.url}/v1`, MASTER_KEY], {
      env: { ...process.env, PYTHONIOENCODING: 'utf-8' },
    });
    expect(stdout.trim().split('\n')).toEqual(['wörter', 'ströme', '429 9']);
  });
});
