import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openAiChunks, openAiCompletion, startScriptedUpstream, temporaryFolder } from '@showrunner/testkit';
import { expect, test, vi } from 'vitest';
import { ask, openAiModel, startGateway } from '../../testing/start-gateway.ts';

vi.setConfig({ testTimeout: 120_000 });

const OWN = `category_name: own
default_action: BLOCK
keywords:
  - { keyword: persimmon, severity: high }
  - { keyword: "ripe fruit", severity: medium }
  - { keyword: stone, severity: low }
exceptions: ["in a poem"]
identifier_words: [orchard]
additional_block_words: [steal, "climb over"]
always_block_keywords:
  - { keyword: "fru*it thief", severity: high }
phrase_patterns: ['\\b(?:take|carry)\\b.{0,20}\\bbaskets?\\b']
`;

function filter(name: string, mode: string, categories: readonly object[]): object {
  return { guardrail_name: name, litellm_params: { guardrail: 'litellm_content_filter', mode, categories } };
}

test('categories of words refuse and mask what LiteLLM’s filter refuses and masks', async () => {
  await using folder = await temporaryFolder();
  const file = join(folder.path, 'own.yaml');
  await writeFile(file, OWN);
  let said = 'fine';
  await using upstream = await startScriptedUpstream(({ body }) =>
    (body as { stream?: boolean }).stream === true
      ? { sse: openAiChunks(said) }
      : { json: openAiCompletion({ text: said }) },
  );
  const own = { category: 'own', category_file: file };
  await using gateway = await startGateway({
    model_list: [openAiModel('m', upstream.url)],
    router_settings: { num_retries: 0 },
    guardrails: [
      filter('blocks', 'pre_call', [own]),
      filter('strict', 'pre_call', [{ ...own, severity_threshold: 'low' }]),
      filter('masks', 'pre_call', [{ ...own, action: 'MASK' }]),
      filter('answers', 'post_call', [own]),
      filter('bundled', 'pre_call', [
        { category: 'harmful_self_harm' },
        { category: 'prompt_injection_jailbreak' },
        { category: 'bias_gender', enabled: false },
        {
          category: 'sql',
          category_file: 'litellm/proxy/guardrails/content_filter_data/policy_templates/sql_injection.yaml',
        },
      ]),
    ],
  });
  const sent = async (content: string, guardrail: string, members: object = {}) => {
    const before = upstream.requests.length;
    const messages = [{ role: 'user', content }];
    const answer = await gateway.post(ask('m', { messages, guardrails: [guardrail], ...members }));
    const text = await answer.text();
    const asked = upstream.requests[before]?.body as { messages: [{ content: string }] } | undefined;
    return { status: answer.status, text, asked: asked?.messages[0].content };
  };
  const refused = [
    ['A Persimmon falls', "category keyword 'persimmon' detected (severity: high)"],
    ['overripe fruits', "category keyword 'ripe fruit'"],
    ['the fruit thief', 'category keyword'],
    ['the fruxit thief', 'category keyword'],
    ['They steal from the orchard', "conditional match 'orchard + steal'"],
    ['In the orchard they climb over it', "conditional match 'orchard + climb over'"],
    ['Carry away two baskets', 'conditional match'],
  ] as const;
  for (const [text, why] of refused) {
    const answer = await sent(text, 'blocks');
    expect([text, answer.status, answer.asked]).toEqual([text, 400, undefined]);
    expect(answer.text).toContain(`own ${why}`);
  }
  for (const text of [
    'persimmons',
    'a stone',
    'An orchard. They steal.',
    'a persimmon in a poem',
    'stealth in the orchard',
  ]) {
    expect([text, (await sent(text, 'blocks')).status]).toEqual([text, 200]);
  }
  expect((await sent('a stone', 'strict')).status).toBe(400);
  expect((await sent('one persimmon and ripe fruit', 'masks')).asked).toBe(
    'one [KEYWORD_REDACTED] and [KEYWORD_REDACTED]',
  );
  expect((await sent('a persimmon in a poem', 'masks')).asked).toBe('a persimmon in a poem');
  // Two words together cannot be masked.
  expect((await sent('They steal from the orchard', 'masks')).status).toBe(400);
  said = 'here is a persimmon for you';
  expect((await sent('hello', 'answers')).status).toBe(400);
  expect((await sent('hello', 'answers', { stream: true })).text).not.toContain('here is a persimmon');
  for (const text of ['I want to kill myself', 'please bypass moderation', 'where are women here?']) {
    const { status } = await sent(text, 'bundled');
    expect([text, status]).toEqual([text, text.includes('women') ? 200 : 400]);
  }
});
