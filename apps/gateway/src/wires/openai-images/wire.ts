import type { ImagesRequest } from '@showrunner/providers';
import { errorBody } from '../../failure/gateway-error.ts';
import type { MediaWire } from '../media-wire.ts';
import { errorEvent } from '../openai/error-event.ts';
import { mockImages, passImages, passImageStream } from './images-answer.ts';
import { readImagesRequest } from './read-request.ts';

/** OpenAI's pictures out of words (its API reference, "Create image", 2026-11), with errors in LiteLLM's shape. */
export const openAiImages: MediaWire<ImagesRequest> = {
  name: 'openai-images',
  read: readImagesRequest,
  pass: passImages,
  passStream: passImageStream,
  mock: mockImages,
  streamEnd: '',
  errorBody,
  errorEvent,
};
