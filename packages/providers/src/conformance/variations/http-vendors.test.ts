import { describeUpload } from '../describe-passed.ts';

describeUpload({
  kind: 'variations',
  path: '/images/variations',
  request: { model: 'shown', n: '2' },
  operationOf: ({ variations }) => variations,
});
