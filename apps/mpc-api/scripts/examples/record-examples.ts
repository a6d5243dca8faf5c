import { routes } from '@showrunner/contract';
import { openShownServers, SHOWN_KEY } from './open-shown-servers.ts';
import { Recorder } from './recorder.ts';
import { settled } from './settled.ts';
import { tourErrors, tourOperations, tourWebhooks } from './tour.ts';

/** Where the source below lies, from the checkout's root. */
export const examplesFile = 'packages/contract/src/examples/recorded.generated.json';

/** What the API answers today to a request for each of its operations, and each of its errors. */
export async function examplesSource(): Promise<string> {
  const recorder = new Recorder(SHOWN_KEY);
  await using servers = await openShownServers();
  await tourOperations(servers, recorder);
  await tourWebhooks(servers, recorder);
  await tourErrors(servers, recorder);
  servers.stop();
  await recorder.visit(servers.api, 'getEvents');
  const examples = recorder.examples();
  const unseen = Object.keys(routes).filter((operationId) => !(operationId in examples.operations));
  if (unseen.length > 0) throw new Error(`The tour of the API leaves out ${unseen.join(', ')}.`);
  const { operations, errors } = settled(examples);
  return [
    '{',
    '"generator": "apps/mpc-api/scripts/examples/record-examples.ts",',
    `"operations": ${oneALine(operations)},`,
    `"errors": ${oneALine(errors)}`,
    '}',
    '',
  ].join('\n');
}

/** So that a change is seen by what it changes. */
function oneALine(members: object): string {
  const lines = Object.entries(members).map(([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`);
  return `{\n${lines.join(',\n')}\n}`;
}
