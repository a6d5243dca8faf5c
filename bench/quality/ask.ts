// Puts briefs to a model through the running product and keeps what it wrote. How to read it: README.md in this folder.
//   npm run bench:quality -- FOLDER [core | all | LANGUAGE | ID …]
import { askBriefs } from './ask/ask-briefs.ts';
import type { Api } from './ask/ask-brief.ts';
import { startServers } from './ask/start-servers.ts';
import { chosenBriefs } from './briefs/briefs.ts';

const [folder, ...names] = process.argv.slice(2);
if (folder === undefined) throw new Error('usage: npm run bench:quality -- FOLDER [core | all | LANGUAGE | ID …]');
const briefs = chosenBriefs(names.length === 0 ? ['core'] : names);

const { BENCH_URL: url, BENCH_KEY: key = '', BENCH_MODEL: model } = process.env;
if (url === undefined) {
  await using servers = await startServers(model ?? 'auto');
  await askBriefs(briefs, folder, servers);
} else {
  const api: Api = { url, key, ...(model === undefined ? {} : { model }) };
  await askBriefs(briefs, folder, api);
}
