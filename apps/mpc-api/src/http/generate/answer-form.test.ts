import { describe, expect, it } from 'vitest';
import { answerFormOf } from './answer-form.ts';

describe('the form of an answer', () => {
  it.each([
    [{}, {}, { kind: 'plain' }],
    [{ stream: true }, { prefer: 'wait=5' }, { kind: 'events' }],
    [{}, { accept: 'text/event-stream' }, { kind: 'events' }],
    [{}, { accept: 'application/json, Text/Event-Stream' }, { kind: 'events' }],
    [{}, { accept: 'text/event-stream;q=0' }, { kind: 'plain' }],
    [{}, { accept: 'application/json, text/event-stream;q=0.1' }, { kind: 'plain' }],
    [{ stream: false }, { accept: 'text/event-stream' }, { kind: 'plain' }],
    [{ async: true }, {}, { kind: 'job', applied: undefined }],
    [{ async: true }, { accept: 'text/event-stream' }, { kind: 'job', applied: undefined }],
    [{ webhook_url: 'https://a.example/' }, { accept: 'text/event-stream' }, { kind: 'job', applied: undefined }],
    [{ webhook_url: 'https://a.example/' }, { prefer: 'wait=5' }, { kind: 'within', seconds: 5 }],
    [{}, { prefer: 'respond-async' }, { kind: 'job', applied: 'respond-async' }],
    [{}, { prefer: 'Respond-Async; foo=bar, handling=lenient' }, { kind: 'job', applied: 'respond-async' }],
    [{}, { prefer: 'respond-async, wait=10' }, { kind: 'within', seconds: 10 }],
    [{ async: true }, { prefer: 'wait = "7"' }, { kind: 'within', seconds: 7 }],
    [{}, { prefer: 'wait=100000' }, { kind: 'within', seconds: 300 }],
    [{}, { prefer: 'wait=0' }, { kind: 'plain' }],
    [{}, { prefer: 'wait=-1' }, { kind: 'plain' }],
    [{}, { prefer: 'wait=soon' }, { kind: 'plain' }],
    [{}, { prefer: 'wait=3, wait=9' }, { kind: 'within', seconds: 3 }],
  ])('%j with %j', (options, headers, form) => {
    expect(answerFormOf({ options }, headers)).toEqual(form);
  });

  it.each([
    [{ store: false, async: true }, 'store'],
    [{ store: false, webhook_url: 'https://a.example/' }, 'store'],
    [{ stream: true, webhook_url: 'https://a.example/' }, 'webhook_url'],
    [{ deadline_ms: 600_001 }, 'deadline_ms'],
  ])('%j contradicts itself', (options, path) => {
    expect(() => answerFormOf({ options }, {})).toThrow(
      expect.objectContaining({ details: { issues: [expect.objectContaining({ path })] } }),
    );
  });
});
