import { Webhook } from 'standardwebhooks';
import { describe, expect, it } from 'vitest';
import { verifyWebhook, WebhookVerificationError } from './index.ts';

const SECRET = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const OTHER = `whsec_${Buffer.alloc(24, 8).toString('base64')}`;
const BODY = '{"type":"job.succeeded","timestamp":"2026-11-29T08:00:00.000Z","sequence":3,"data":{"job_id":"job_é🎬"}}';

/** As a stock library signs it. */
function signed(body = BODY, secret = SECRET, at = new Date()): Record<string, string> {
  const timestamp = Math.floor(at.getTime() / 1_000);
  return {
    'webhook-id': 'msg_1',
    'webhook-timestamp': String(timestamp),
    'webhook-signature': new Webhook(secret).sign('msg_1', at, body),
  };
}

describe('a webhook that was signed with the secret', () => {
  it.each([
    ['as text', BODY],
    ['as bytes', new TextEncoder().encode(BODY)],
    ['as a buffer', Buffer.from(BODY)],
  ])('is given as what it tells, %s', (_, body) => {
    expect(verifyWebhook(body, signed(), SECRET)).toEqual(JSON.parse(BODY));
  });

  it('is known by the headers of every server', () => {
    const headers = signed();
    const upper = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toUpperCase(), value]));
    for (const form of [
      headers,
      new Headers(headers),
      upper,
      { ...headers, 'x-more': ['a', 'b'], 'x-none': undefined },
    ])
      expect(verifyWebhook(BODY, form, SECRET)).toMatchObject({ sequence: 3 });
  });

  it('is known by each of several signatures, whatever others stand there', () => {
    const [own, other] = [signed()['webhook-signature'], signed(BODY, OTHER)['webhook-signature']];
    const headers = { ...signed(), 'webhook-signature': `v1a,AAAA ${other} v2,${own?.slice(3)} ${own}` };
    expect(verifyWebhook(BODY, headers, SECRET)).toMatchObject({ sequence: 3 });
    expect(verifyWebhook(BODY, headers, OTHER)).toMatchObject({ sequence: 3 });
    expect(verifyWebhook(BODY, signed(), `${SECRET}\n`)).toMatchObject({ sequence: 3 });
  });
});

describe('what was not is refused', () => {
  const minutes = (count: number) => new Date(Date.now() + count * 60_000);

  it.each([
    ['another body', () => verifyWebhook(`${BODY} `, signed(), SECRET), /another secret/],
    ['another secret', () => verifyWebhook(BODY, signed(BODY, OTHER), SECRET), /another secret/],
    ['another id', () => verifyWebhook(BODY, { ...signed(), 'webhook-id': 'msg_2' }, SECRET), /another secret/],
    ['no signature', () => verifyWebhook(BODY, { ...signed(), 'webhook-signature': '' }, SECRET), /webhook-signature/],
    ['no headers', () => verifyWebhook(BODY, {}, SECRET), /webhook-id/],
    ['an old time', () => verifyWebhook(BODY, signed(BODY, SECRET, minutes(-6)), SECRET), /five minutes/],
    ['a time to come', () => verifyWebhook(BODY, signed(BODY, SECRET, minutes(6)), SECRET), /five minutes/],
    ['no time', () => verifyWebhook(BODY, { ...signed(), 'webhook-timestamp': 'now' }, SECRET), /five minutes/],
    ['no secret', () => verifyWebhook(BODY, signed(), ''), /secret is none/],
    ['no JSON', () => verifyWebhook('hello', signed('hello'), SECRET), /no JSON object/],
  ])('with %s', (_, verify, reason) => {
    expect(verify).toThrow(WebhookVerificationError);
    expect(verify).toThrow(reason);
  });
});
