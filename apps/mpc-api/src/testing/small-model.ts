import { openAiChunks, openAiCompletion, type Behaviour, type RecordedRequest } from '@showrunner/testkit';
import { espressoAnswer } from './espresso.ts';

/** How the gateway has it: as a small model, which is asked one question after the other. */
export const smallModelInfo = '{ input_cost_per_token: 0.000001, output_cost_per_token: 0.000002, strategy: staged }';

/** Four minutes of speech: some fourteen questions in a row. */
export const longScript = { duration: 240, language: 'en', cache: false, async: true } as const;

const narration = espressoAnswer.scenes.map((scene) => scene.narration).join(' ');

/** A small model that always says the same, each time after a while. */
export function smallModel({ body }: RecordedRequest, delayMs: number): Behaviour {
  const { stream, response_format } = body as { stream?: boolean; response_format?: unknown };
  const text = response_format === undefined ? narration : JSON.stringify(espressoAnswer);
  return stream ? { sse: openAiChunks(text), delayMs } : { json: openAiCompletion({ text }), delayMs };
}
