import { openAiCompletion, waitUntil } from '@showrunner/testkit';
import { expect, it } from 'vitest';
import { espressoAnswer } from '../../testing/espresso.ts';
import { startApi, type Envelope } from '../../testing/start-api.ts';

it('a check says what code did to make right what the model wrote', async () => {
  const [first, ...others] = espressoAnswer.scenes;
  const written = {
    ...espressoAnswer,
    scenes: [{ ...first, narration: `**Hook:** ${first?.narration}` }, ...others],
    claims: [{ text: 'Espresso is pressed with nine bars.', source_id: 'made-up' }],
  };
  await using api = await startApi([{ json: openAiCompletion({ text: JSON.stringify(written) }) }]);
  const response = await api.post('/generate/script', { prompt: 'How espresso works', duration: 60 });
  const { meta } = (await response.json()) as Envelope;
  expect(meta).toMatchObject({ attempts: 1, repairs: 0 });
  const outcomes = (meta.checks as { name: string; ok: boolean; outcome?: string }[]).filter(({ outcome }) => outcome);
  expect(outcomes.map(({ name, ok, outcome }) => [name, ok, outcome])).toEqual([
    ['narration_speakable', true, 'fixed'],
    ['sources', true, 'replaced'],
  ]);
});

it('what fails behind an open stream stands in the log, as every failure does', async () => {
  await using api = await startApi([{ json: openAiCompletion({ text: 'no JSON at all' }) }]);
  const response = await api.post('/generate/script', { prompt: 'How espresso works', stream: true });
  const requestId = response.headers.get('x-request-id') ?? '';
  expect(await response.text()).toContain('event: failed');
  const isTold = (line: string): boolean => line.includes('"level":"error"') && line.includes(requestId);
  await waitUntil(() => api.server.logs.some(isTold), { what: 'the failure in the log' });
});
