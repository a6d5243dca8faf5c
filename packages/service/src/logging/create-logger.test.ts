import { describe, expect, it } from 'vitest';
import { Secret } from '../secret.ts';
import { createLogger } from './create-logger.ts';
import { requestId } from './request-id.ts';

function logTo(lines: string[], secrets: readonly Secret[] = []) {
  return createLogger({ service: 'test', level: 'info', secrets, sink: { write: (line) => lines.push(line) } });
}

describe('a log line', () => {
  it('is JSON with level, time, service and message', () => {
    const lines: string[] = [];
    logTo(lines).info({ url: 'http://127.0.0.1:1' }, 'listening');
    expect(JSON.parse(lines.join(''))).toEqual({
      level: 'info',
      time: expect.stringMatching(/^\d{4}-.*Z$/) as unknown,
      service: 'test',
      url: 'http://127.0.0.1:1',
      msg: 'listening',
    });
  });

  it('shows no secret, however deep it stands and whoever wrote it', () => {
    const lines: string[] = [];
    const key = new Secret('kn"own\\secret');
    const log = logTo(lines, [key]);
    log.info({
      key,
      deep: { list: [{ headers: { Authorization: 'Basic aGVsbG8=', 'set-cookie': ['a=hidden1', 'b=hidden2'] } }] },
    });
    log.error(new Error('401 from upstream: Incorrect API key provided: sk-proj-hidden3. Header was "Bearer hidden4"'));
    log.child({ openai_api_key: 'hidden5' }).warn(`connect redis://user:hidden6@127.0.0.1:6379 with ${key.reveal()}`);
    const all = lines.join('');
    expect(lines).toHaveLength(3);
    expect(all).not.toMatch(/hidden|aGVsbG8|own\\+secret/);
    for (const line of lines) expect(() => JSON.parse(line) as unknown).not.toThrow();
  });

  it('keeps figures and words that only resemble secrets', () => {
    const lines: string[] = [];
    logTo(lines).info(
      { tokens: { input: 12 }, max_tokens: 5, key_name: 'studio', path: '/generate/script' },
      'risk-free ask',
    );
    expect(JSON.parse(lines.join(''))).toMatchObject({
      tokens: { input: 12 },
      max_tokens: 5,
      key_name: 'studio',
      msg: 'risk-free ask',
    });
  });
});

describe('a request id', () => {
  it('is the caller’s when it is sane', () => {
    for (const id of ['req-1', '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01', 'a'.repeat(128)]) {
      expect(requestId(id)).toBe(id);
    }
  });

  it('is a new one when the caller’s is missing, empty, long or strange', () => {
    for (const id of [undefined, '', 'a'.repeat(129), 'a b', 'a\nb', '<script>', 'ü', ['a', 'b']]) {
      expect(requestId(id)).toMatch(/^req_[0-9a-f]{32}$/);
    }
  });
});
