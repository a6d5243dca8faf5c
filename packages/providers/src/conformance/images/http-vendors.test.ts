import { describePassed } from '../describe-passed.ts';

describePassed({
  kind: 'images',
  path: '/images/generations',
  request: { model: 'shown', prompt: 'ein Fuchs' },
  operationOf: ({ images }) => (images?.inOpenAiForm ? undefined : images),
});
