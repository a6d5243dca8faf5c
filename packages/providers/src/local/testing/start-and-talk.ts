// A parent for tests: it begins a long answer, prints the pid of the model's process and goes on reading.
import { localChat } from '../chat.ts';
import { LocalModels } from '../local-models.ts';
import { testModelId } from './test-model.ts';

const localModels = new LocalModels();
const answer = localChat(localModels).stream(
  {
    request: { model: testModelId, messages: [{ role: 'user', content: 'Tell a long story.' }], max_tokens: 2000 },
    model: testModelId,
    settings: {},
    dropUnsupported: false,
  },
  new AbortController().signal,
);
await answer.next();
process.stdout.write(`${localModels.pid}\n`);
for await (const chunk of answer) void chunk;
