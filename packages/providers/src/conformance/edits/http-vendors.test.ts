import { describeUpload } from '../describe-passed.ts';

describeUpload({
  kind: 'edits',
  path: '/images/edits',
  request: { model: 'shown', prompt: 'ein Fuchs' },
  operationOf: ({ edits }) => edits,
});
