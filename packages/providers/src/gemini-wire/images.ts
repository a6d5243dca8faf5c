import { asObjects, asString } from '../kit/json.ts';
import { MemberReview } from '../kit/request/member-review.ts';
import { readJsonAnswer } from '../kit/read-json-answer.ts';
import type { ImagesCall } from '../spec/operations/images.ts';
import type { PassedOperation } from '../spec/upload.ts';
import type { GeminiPlace } from './contents.ts';
import { predictRequest } from './predict.ts';

/** OpenAI's sizes as shapes; LiteLLM has the same five (`vertex_imagen_transformation.py`, 1.108.7). */
const SHAPES: ReadonlyMap<unknown, string> = new Map([
  ['1024x1024', '1:1'],
  ['1792x1024', '16:9'],
  ['1024x1792', '9:16'],
  ['1280x896', '4:3'],
  ['896x1280', '3:4'],
]);

/** What asks for what Imagen does anyhow. */
const HARMLESS: ReadonlyMap<string, unknown> = new Map([
  ['response_format', 'b64_json'],
  ['size', 'auto'],
]);

/** Of OpenAI's members those that Imagen has no word for. */
const LACKING = ['quality', 'style', 'background', 'response_format', 'moderation', 'output_compression'];

/** What is no parameter of Imagen's. */
const NOT_SENT = new Set(['model', 'prompt', 'n', 'size', 'user', 'metadata', 'stream', 'output_format', ...LACKING]);

/** Imagen's pictures (Google, "Generate images with Imagen", 2026-11), which come as data. */
export function imagenImages(place: GeminiPlace): PassedOperation<ImagesCall> {
  return {
    encode(call) {
      const { request } = call;
      const review = new MemberReview(place.vendor, call);
      if (request.stream === true) review.leaveOut('stream', 'its pictures come whole');
      for (const member of LACKING) {
        const value = request[member] ?? undefined;
        if (value !== undefined && value !== HARMLESS.get(member)) review.leaveOut(member, 'it is not supported');
      }
      const parameters = { sampleCount: request.n ?? 1, ...shapeOf(call, review), ...ownParameters(request) };
      return predictRequest(place, call, { instances: [{ prompt: request.prompt }], parameters }, review.conclude());
    },
    inOpenAiForm(body) {
      const { predictions } = readJsonAnswer(place.vendor, body, ({ predictions: list }) => Array.isArray(list));
      const data = asObjects(predictions).flatMap(({ bytesBase64Encoded: bytes, prompt }) =>
        typeof bytes === 'string'
          ? [{ b64_json: bytes, ...(typeof prompt === 'string' && { revised_prompt: prompt }) }]
          : [],
      );
      return { created: Math.floor(Date.now() / 1000), data };
    },
  };
}

function shapeOf({ request: { size } }: ImagesCall, review: MemberReview): { aspectRatio?: string } {
  if (size === undefined || size === null || size === HARMLESS.get('size')) return {};
  const aspectRatio = SHAPES.get(size);
  if (aspectRatio !== undefined) return { aspectRatio };
  review.leaveOut('size', `it is one of ${[...SHAPES.keys()].join(', ')}`);
  return {};
}

/** The kind of the files, and what only Imagen has (`aspectRatio`, `personGeneration`, `negativePrompt`, …). */
function ownParameters(request: ImagesCall['request']): Record<string, unknown> {
  const own = Object.fromEntries(
    Object.entries(request).filter(([name, value]) => value !== null && !NOT_SENT.has(name)),
  );
  const format = asString(request.output_format);
  return format === undefined ? own : { outputOptions: { mimeType: `image/${format}` }, ...own };
}
