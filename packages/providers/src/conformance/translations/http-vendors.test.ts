import { describeUpload } from '../describe-passed.ts';

describeUpload({
  kind: 'translations',
  path: '/audio/translations',
  request: { model: 'shown', prompt: 'Namen' },
  operationOf: ({ translations }) => translations,
});
