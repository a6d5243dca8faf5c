import { describeUpload } from '../describe-passed.ts';

describeUpload({
  kind: 'transcriptions',
  path: '/audio/transcriptions',
  request: { model: 'shown', language: 'ja' },
  operationOf: ({ transcriptions }) => transcriptions,
});
