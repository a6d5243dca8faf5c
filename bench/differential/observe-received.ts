import type { RecordedRequest } from '@showrunner/testkit';
import type { Observation, Received } from './observation.ts';
import { plainText, plainValues, type Places } from './plain-values.ts';

/** The upstream's side of a case: what came to each of its deployments. */
export function observeReceived(requests: readonly RecordedRequest[], places: Places): Observation['upstream'] {
  const byDeployment: Record<string, Received[]> = {};
  for (const request of requests) {
    const { deployment, path } = splitPath(request.path);
    const list = (byDeployment[deployment] ??= []);
    const received = {
      method: request.method,
      path: plainText(path, places),
      headers: pickHeaders(request, places),
      body: readBody(request, places),
    };
    const last = list.at(-1);
    if (last && JSON.stringify({ ...last, times: 1 }) === JSON.stringify({ times: 1, ...received })) {
      list[list.length - 1] = { ...last, times: last.times + 1 };
    } else list.push({ times: 1, ...received });
  }
  return byDeployment;
}

/** `/c007-second/v1/chat/completions`: the case, its deployment, and the vendor's own path. */
export function splitPath(path: string): { caseId: string; deployment: string; path: string } {
  const [, caseId = '', deployment = 'only', rest = ''] = /^\/(c\d{3})(?:-(\w+))?(\/.*)?$/.exec(path) ?? [];
  return { caseId, deployment, path: rest };
}

/** What clients and HTTP libraries add by themselves, and says nothing about the gateway. */
const OF_THE_LIBRARY =
  /^(host|connection|content-length|accept|accept-encoding|accept-language|sec-fetch-mode|user-agent|transfer-encoding|x-stainless-.*|traceparent|keep-alive|expect)$/;

function pickHeaders({ headers }: RecordedRequest, places: Places): Record<string, string> {
  const picked = Object.entries(headers).filter(([name, value]) => value !== undefined && !OF_THE_LIBRARY.test(name));
  return Object.fromEntries(
    picked
      .map(([name, value]) => [name, plainText(plainHeader(name, String(value)), places)] as const)
      .toSorted(([one], [other]) => (one < other ? -1 : 1)),
  );
}

function plainHeader(name: string, value: string): string {
  return name === 'content-type' ? (value.split(';')[0] ?? '') : value;
}

function readBody(request: RecordedRequest, places: Places): unknown {
  const type = String(request.headers['content-type'] ?? '');
  if (type.startsWith('multipart/form-data')) return { form: formMembers(request.bytes.toString('latin1')) };
  return request.body === undefined ? null : plainValues(request.body, places);
}

/** The parts of a form by name, each with its content, or the name of its file. */
function formMembers(text: string): Record<string, string> {
  const parts = [...text.matchAll(/name="([^"]+)"(?:; filename="([^"]+)")?[^]*?\r\n\r\n([^]*?)\r\n--/g)];
  return Object.fromEntries(
    parts
      .map(
        ([, name = '', file, content = '']) =>
          [name, file === undefined ? content : `file ${file}: ${content}`] as const,
      )
      .toSorted(([one], [other]) => (one < other ? -1 : 1)),
  );
}
