import {
  openAiChunks,
  openAiCompletion,
  startScriptedUpstream,
  type Behaviour,
  type RecordedRequest,
  type ScriptedUpstream,
} from '@showrunner/testkit';
import { wellBehaved } from '../../apps/mpc-api/src/testing/start-api.ts';

/** A vendor that writes about espresso whatever it is asked, in the shape and, of two, the language it is asked for. */
export function startScriptedVendor(): Promise<ScriptedUpstream> {
  return startScriptedUpstream(answer);
}

function answer(request: RecordedRequest): Behaviour {
  const { stream, response_format: format } = request.body as { stream?: boolean; response_format?: unknown };
  const isGerman = request.bytes.includes('Wie Espresso funktioniert');
  if (format !== undefined && isGerman) return { json: openAiCompletion({ text: JSON.stringify(germanScript) }) };
  if (format !== undefined) return wellBehaved(request);
  const text = 'A pump presses hot water through ground coffee with nine bars.';
  if (request.path === '/v1/responses') return { json: response(text) };
  return stream === true ? { sse: openAiChunks(text) } : { json: openAiCompletion({ text }) };
}

/** As OpenAI answers its Responses (API reference, "The response object", read 2026-11), whole. */
function response(text: string): object {
  return {
    id: 'resp_test',
    object: 'response',
    created_at: 1_763_856_000,
    status: 'completed',
    model: 'gpt-test',
    output: [
      {
        id: 'msg_test',
        type: 'message',
        status: 'completed',
        role: 'assistant',
        content: [{ type: 'output_text', text, annotations: [] }],
      },
    ],
    usage: { input_tokens: 12, output_tokens: 14, total_tokens: 26 },
  };
}

/** Forty-five seconds in five scenes. */
const germanScript = {
  title: 'Wie Espresso funktioniert',
  logline: 'Was neun Bar Druck in einer halben Minute mit einem Löffel Kaffee machen.',
  cta: 'Abonnieren',
  scenes: [
    'Ein Espresso läuft etwa siebenundzwanzig Sekunden, und sein Geschmack entscheidet sich in den ersten acht.',
    'Am Anfang steht die Mühle. Sie schneidet die Bohnen so fein, dass Wasser nicht einfach hindurchfällt.',
    'Dann presst eine Pumpe heißes Wasser mit neun Bar durch den Kaffee. Der Druck treibt Öle und winzige Gasblasen in die Tasse.',
    'Diese Blasen sind die Crema, der goldene Schaum. Frische Bohnen haben davon mehr als alte.',
    'Schmeckt er sauer, lief das Wasser zu schnell. Schmeckt er bitter, blieb es zu lange. Ändere nur den Mahlgrad.',
    'Willst du mehr davon? Dann jetzt abonnieren.',
  ].map((narration, index) => ({
    narration,
    on_screen_text: '',
    visual: `${['espresso running', 'grinder', 'pump', 'golden crema', 'sour face', 'waving hand'][index]}, close view`,
    broll: [{ query_en: 'espresso machine', description: 'Espressomaschine', image_prompt: 'An espresso machine.' }],
    pace: 'normal',
    emphasis: [],
  })),
  claims: [],
};
