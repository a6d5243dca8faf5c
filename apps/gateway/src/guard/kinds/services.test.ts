import {
  openAiChunks,
  openAiCompletion,
  startScriptedUpstream,
  type Behaviour,
  type RecordedRequest,
  type ScriptedUpstream,
} from '@showrunner/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask, openAiModel, startGateway, type StartedGateway } from '../../testing/start-gateway.ts';

/** The model says what it was asked, so that both ways can be seen. */
let model: ScriptedUpstream;
/** Speaks the protocol of each service, at a path of its own. */
let service: ScriptedUpstream;
let gateway: StartedGateway;

const BAD = 'schlecht';
const MAIL = 'ann@example.com';
const MASKED = '<E-MAIL>';

const masked = (text: string): string => text.replaceAll(MAIL, MASKED);

interface Body {
  readonly text: string;
  readonly texts: string[];
  readonly input: string[];
  readonly input_type: string;
  readonly contents: string[];
  readonly content: { text: { text: string } }[];
  readonly messages: { role: string; content: string }[];
  readonly response?: string;
  readonly llmOutput: string;
  readonly userPrompt: string;
  readonly source: string;
  readonly analyzer_results: { start: number; end: number }[];
}

/** Each as its documentation has it (2026-10). */
const protocols: Record<string, (body: Body) => object> = {
  '/generic/beta/litellm_basic_guardrail_api': ({ texts }) => {
    if (texts.some((text) => text.includes(BAD))) return { action: 'BLOCKED', blocked_reason: 'not this' };
    return texts.some((text) => text.includes(MAIL))
      ? { action: 'GUARDRAIL_INTERVENED', texts: texts.map(masked) }
      : { action: 'NONE' };
  },
  '/presidio/analyze': ({ text }) => {
    const at = text.indexOf(MAIL);
    const start = Array.from(text.slice(0, Math.max(0, at))).length;
    const mail = at === -1 ? [] : [{ entity_type: 'EMAIL_ADDRESS', start, end: start + MAIL.length, score: 1 }];
    const low = text.includes('Paris')
      ? [{ entity_type: 'LOCATION', start: text.indexOf('Paris'), end: text.indexOf('Paris') + 5, score: 0.3 }]
      : [];
    const bad = text.includes(BAD) ? [{ entity_type: 'CREDIT_CARD', start: 0, end: 1, score: 1 }] : [];
    return [...mail, ...bad, ...low];
  },
  '/presidio/anonymize': ({ text }) => ({ text: masked(text), items: [] }),
  '/lakera/v2/guard': ({ messages }) => {
    const bad = messages.some(({ content }) => content.includes(BAD));
    const places = messages.flatMap(({ content }, index) => {
      const start = Array.from(content.slice(0, Math.max(0, content.indexOf(MAIL)))).length;
      return content.includes(MAIL)
        ? [{ message_id: index, start, end: start + MAIL.length, detector_type: 'pii/email', text: MAIL }]
        : [];
    });
    const breakdown = [
      { detector_type: 'prompt_attack', detected: bad },
      { detector_type: 'pii/email', detected: places.length > 0 },
    ];
    return { flagged: bad || places.length > 0, payload: places, breakdown };
  },
  '/aporia/validate': ({ messages, response }) => ({
    action: JSON.stringify([messages, response]).includes(BAD) ? 'block' : 'passthrough',
    revised_response: null,
  }),
  '/openai/moderations': ({ input }) => ({
    results: input.map((text) => ({
      flagged: text.includes(BAD),
      categories: { violence: text.includes(BAD), hate: false },
      category_scores: { violence: 0.9, hate: 0 },
    })),
  }),
  '/azure/contentsafety/text:shieldPrompt?api-version=2024-09-01': ({ userPrompt }) => ({
    userPromptAnalysis: { attackDetected: userPrompt.includes(BAD) },
    documentsAnalysis: [],
  }),
  '/azure/contentsafety/text:analyze?api-version=2024-09-01': ({ text }) => ({
    blocklistsMatch: [],
    categoriesAnalysis: [
      { category: 'Hate', severity: 0 },
      { category: 'Violence', severity: text.includes(BAD) ? 4 : 0 },
    ],
  }),
  '/aws/guardrail/gr%2F1/version/DRAFT/apply': ({ content }) => {
    const texts = content.map(({ text }) => text.text);
    if (texts.some((text) => text.includes(BAD))) {
      const assessments = [{ wordPolicy: { customWords: [{ match: BAD, action: 'BLOCKED' }] } }];
      return { action: 'GUARDRAIL_INTERVENED', outputs: [{ text: 'Das sage ich nicht.' }], assessments };
    }
    if (!texts.some((text) => text.includes(MAIL))) return { action: 'NONE', outputs: [], assessments: [] };
    const assessments = [
      { sensitiveInformationPolicy: { piiEntities: [{ type: 'EMAIL', match: MAIL, action: 'ANONYMIZED' }] } },
    ];
    return { action: 'GUARDRAIL_INTERVENED', outputs: texts.map((text) => ({ text: masked(text) })), assessments };
  },
  '/gai/guards/pii/validate': ({ llmOutput }) => ({
    validationPassed: !llmOutput.includes(BAD),
    validatedOutput: masked(llmOutput),
    rawLlmOutput: llmOutput,
  }),
  '/ibm/api/v1/text/contents': ({ contents }) =>
    contents.map((text) => [
      ...(text.includes(BAD) ? [{ detection_type: 'jailbreak', score: 0.95, text }] : []),
      { detection_type: 'nothing', score: 0.1, text },
    ]),
  '/aim/fw/v1/analyze': ({ messages }) => {
    const text = JSON.stringify(messages);
    if (text.includes(BAD))
      return {
        required_action: { action_type: 'block_action', detection_message: 'not this' },
        analysis_result: { policy_drill_down: {} },
      };
    if (!text.includes(MAIL)) return { required_action: null, analysis_result: {} };
    const all = messages.map(({ role, content }) => ({ role, content: masked(content) }));
    return { required_action: { action_type: 'anonymize_action' }, redacted_chat: { all_redacted_messages: all } };
  },
};

function answerOf({ path, body }: RecordedRequest): Behaviour {
  const speak = protocols[path];
  return speak ? { json: speak(body as Body) } : { status: 404, json: { path } };
}

/** Name, settings, whether it masks, what proves who asks. */
const kinds = (url: string): [string, object, 'masks' | 'refuses alone', [string, string | RegExp] | undefined][] => [
  ['generic_guardrail_api', { api_base: `${url}/generic`, api_key: 'k' }, 'masks', ['x-api-key', 'k']],
  [
    'presidio',
    {
      presidio_analyzer_api_base: `${url}/presidio`,
      presidio_anonymizer_api_base: `${url}/presidio/`,
      pii_entities_config: { EMAIL_ADDRESS: 'MASK', CREDIT_CARD: 'BLOCK', LOCATION: 'MASK' },
      presidio_score_thresholds: { LOCATION: 0.5 },
      apply_to_output: true,
    },
    'masks',
    undefined,
  ],
  ['lakera_v2', { api_base: `${url}/lakera`, api_key: 'k' }, 'masks', ['authorization', 'Bearer k']],
  ['aporia', { api_base: `${url}/aporia`, api_key: 'k' }, 'refuses alone', ['x-aporia-api-key', 'k']],
  ['openai_moderation', { api_base: `${url}/openai`, api_key: 'k' }, 'refuses alone', ['authorization', 'Bearer k']],
  [
    'azure/prompt_shield',
    { api_base: `${url}/azure/`, api_key: 'k' },
    'refuses alone',
    ['ocp-apim-subscription-key', 'k'],
  ],
  [
    'azure/text_moderations',
    { api_base: `${url}/azure`, api_key: 'k' },
    'refuses alone',
    ['ocp-apim-subscription-key', 'k'],
  ],
  [
    'bedrock',
    {
      aws_bedrock_runtime_endpoint: `${url}/aws`,
      guardrailIdentifier: 'gr/1',
      guardrailVersion: 'DRAFT',
      aws_region_name: 'eu-central-1',
      aws_access_key_id: 'AKIAEXAMPLE',
      aws_secret_access_key: 's',
    },
    'masks',
    ['authorization', /^AWS4-HMAC-SHA256 Credential=AKIAEXAMPLE\/\d{8}\/eu-central-1\/bedrock\/aws4_request/],
  ],
  ['guardrails_ai', { api_base: `${url}/gai`, guard_name: 'pii' }, 'masks', undefined],
  [
    'ibm_guardrails',
    {
      base_url: `${url}/ibm`,
      auth_token: 'k',
      detector_id: 'd',
      is_detector_server: true,
      optional_params: { score_threshold: 0.8 },
    },
    'refuses alone',
    ['authorization', 'Bearer k'],
  ],
  ['aim', { api_base: `${url}/aim`, api_key: 'k' }, 'masks', ['authorization', 'Bearer k']],
];
const names = kinds('').map(([name]) => name);

beforeAll(async () => {
  model = await startScriptedUpstream(({ body }) => {
    const { messages, stream } = body as { messages: { content: string }[]; stream?: boolean };
    const text = messages.at(-1)?.content ?? '';
    return stream === true ? { sse: openAiChunks(text) } : { json: openAiCompletion({ text }) };
  });
  service = await startScriptedUpstream(answerOf);
  const guardrails = kinds(service.url).flatMap(([guardrail, params]) =>
    ['pre_call', 'post_call'].map((mode) => ({
      guardrail_name: `${guardrail} ${mode}`,
      litellm_params: { guardrail, mode, ...params },
    })),
  );
  const restoring = {
    guardrail: 'presidio',
    mode: 'pre_call',
    output_parse_pii: true,
    presidio_analyzer_api_base: `${service.url}/presidio`,
    presidio_anonymizer_api_base: `${service.url}/presidio`,
  };
  const speaking = {
    ...kinds(service.url).find(([name]) => name === 'bedrock')?.[1],
    guardrail: 'bedrock',
    mode: 'pre_call',
    disable_exception_on_block: true,
  };
  gateway = await startGateway({
    model_list: [openAiModel('m', model.url)],
    guardrails: [
      ...guardrails,
      { guardrail_name: 'restores', litellm_params: restoring },
      { guardrail_name: 'speaks', litellm_params: speaking },
    ],
    litellm_settings: { cache: true, cache_params: { type: 'local' } },
  });
});
afterAll(async () => {
  await gateway?.stop();
  await Promise.all([model?.close(), service?.close()]);
});

async function say(
  content: string,
  guardrails: readonly string[],
  members: object = {},
): Promise<{ status: number; text: string; heard: string | undefined; calls: number }> {
  const before = model.requests.length;
  const response = await gateway.post(ask('m', { messages: [{ role: 'user', content }], guardrails, ...members }));
  const text = await response.text();
  const heard = (model.requests[before]?.body as Body | undefined)?.messages.at(-1)?.content;
  return { status: response.status, text, heard, calls: model.requests.length - before };
}

describe.each(names)('%s', (name) => {
  const [, , does, proof] = kinds('').find(([one]) => one === name) ?? [];

  test('lets through what it has nothing against, as it stands', async () => {
    const content = `Guten Tag 🐎 aus Paris, ${name}`;
    expect(await say(content, [`${name} pre_call`, `${name} post_call`])).toMatchObject({
      status: 200,
      heard: content,
      calls: 1,
    });
  });

  test('refuses a request before a model is asked, and proves who asks', async () => {
    const { status, text, calls } = await say(`Das ist ${BAD}, ${name}`, [`${name} pre_call`]);
    expect([status, calls]).toEqual([400, 0]);
    expect(JSON.parse(text)).toMatchObject({ error: { code: '400', type: 'invalid_request_error' } });
    const [header, value] = proof ?? ['content-type', 'application/json'];
    expect(service.requests.at(-1)?.headers[header]).toMatch(value);
  });

  test('refuses an answer', async () => {
    expect(await say(`Das ist auch ${BAD}, ${name}`, [`${name} post_call`])).toMatchObject({ status: 400, calls: 1 });
  });

  test.runIf(does === 'masks')('masks both ways', async () => {
    const content = `🐎 Schreib an ${MAIL}, ${name}`;
    const before = await say(content, [`${name} pre_call`]);
    expect(before.status).toBe(200);
    expect(before.heard).toMatch(/^🐎 Schreib an (<E-MAIL>|\[MASKED EMAIL\]), /);
    const after = await say(`${content}!`, [`${name} post_call`]);
    expect(after.heard).toContain(MAIL);
    expect(after.text).not.toContain(MAIL);
  });
});

test('what Presidio masks of a request comes back to its caller, and to nobody else', async () => {
  for (const stream of [false, true]) {
    const { status, text, heard } = await say(`🐎 An ${MAIL} und nochmals: ${MAIL}`, ['restores'], {
      stream,
      cache: { 'no-cache': false },
    });
    expect(status).toBe(200);
    expect(heard).toMatch(/^🐎 An <EMAIL_ADDRESS_1>/);
    const said = stream ? text.replaceAll(/.*?"content":"([^"]*)".*?\n\n|data: .*\n\n/g, '$1') : text;
    expect(said).toContain(MAIL);
    expect(said).not.toContain('EMAIL_ADDRESS_1');
  }
});

test('a guardrail that speaks in place of a model costs nothing, and nobody is asked', async () => {
  const { status, text, calls } = await say(`Das ist ${BAD}`, ['speaks']);
  expect([status, calls]).toEqual([200, 0]);
  expect(JSON.parse(text)).toMatchObject({ choices: [{ message: { content: 'Das sage ich nicht.' } }] });
});

describe('a service that is down', () => {
  const faults: [string, Behaviour, boolean][] = [
    ['says 503', { status: 503, json: {} }, true],
    ['closes the connection', { reset: true }, true],
    ['is silent', { hang: true }, true],
    ['says 500', { status: 500, json: {} }, false],
    ['says 401', { status: 401, json: {} }, false],
    ['gives no verdict', { json: {} }, false],
    ['gives other texts', { json: { action: 'GUARDRAIL_INTERVENED', texts: ['a', 'b', 'c'] } }, false],
  ];
  test.each(faults)(
    'and %s is refused in its time; opened where its setting says so and nobody was there',
    async (_, behaviour, isUnreachable) => {
      await using down = await startScriptedUpstream([behaviour]);
      const params = {
        guardrail: 'generic_guardrail_api',
        mode: 'pre_call',
        api_base: down.url,
        timeout: 0.5,
        default_on: true,
      };
      for (const unreachable_fallback of ['fail_closed', 'fail_open']) {
        const own = await startGateway({
          model_list: [openAiModel('m', model.url)],
          guardrails: [{ guardrail_name: 'Wächter', litellm_params: { ...params, unreachable_fallback } }],
        });
        const response = await own.post(ask('m'));
        const isOpened = unreachable_fallback === 'fail_open' && isUnreachable;
        expect(response.status).toBe(isOpened ? 200 : 500);
        expect((await response.text()).includes('Wächter')).toBe(!isOpened);
        const metrics = await (await own.get('/metrics')).text();
        expect(
          /showrunner_guardrail_openings_total\{guardrail_name="Wächter",hook_type="pre_call"\} 1/.test(metrics),
        ).toBe(isOpened);
        await expect.poll(() => own.logs.join('\n'), { timeout: 10_000 }).toContain('Wächter');
        await own.stop();
      }
    },
  );
});
