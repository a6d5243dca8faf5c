/**
 * A concept in the dialects of image models, and what breaks their rules: the door for whoever edits concepts, also in a
 * browser. Apart from `in-browser`, because the tokens of CLIP are 105 KB.
 */
export { dialectFaults } from './check.ts';
export {
  imageModelFamilies,
  type ImageModelFamily,
  type RenderedPrompt,
  type RenderRequest,
  type ThumbnailConcept,
} from './concept.ts';
export { dialects } from './families.ts';
export { renderPrompt } from './render.ts';
