import { expect, test } from 'vitest';
import { readBuildStep, readPullStep } from './build-steps.ts';

test.each([
  ['#9 [gateway dependencies 3/3] RUN npm ci', 'gateway dependencies 3/3: RUN npm ci'],
  ['#9 0.5 added 80 packages', undefined],
  ['#9 DONE 2s', undefined],
])('of a build, "%s" tells %j', (line, step) => {
  expect(readBuildStep(line)).toBe(step);
});

test.each([
  [' redis Pulling ', 'pulling redis'],
  [' Image redis:8.10.2-trixie Pulling ', 'pulling redis:8.10.2-trixie'],
  [' 5a3c7a0d6f3e Downloading [===>      ]  1.2MB/30.1MB', 'downloading 5a3c7a0d6f3e 1.2MB/30.1MB'],
  [' redis Pulled ', 'pulled redis'],
  [' Container showrunner-redis-1 Starting ', undefined],
  ['dependency failed to start: container gateway is unhealthy', undefined],
])('of a start, "%s" tells %j', (line, step) => {
  expect(readPullStep(line)).toBe(step);
});
