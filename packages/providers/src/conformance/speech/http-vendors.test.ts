import { describePassed } from '../describe-passed.ts';

describePassed({
  kind: 'speech',
  path: '/audio/speech',
  request: { model: 'shown', input: 'Grüß Gott', voice: 'alloy' },
  operationOf: ({ speech }) => speech,
});
