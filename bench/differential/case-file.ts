import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { areas, type Area } from './areas.ts';

/** One HTTP request to the gateway under test. `body` is laid over the file's own; `without` takes members out of it. */
const request = z.strictObject({
  method: z.enum(['GET', 'POST', 'DELETE', 'OPTIONS', 'PUT']).optional(),
  path: z.string().optional(),
  /** `null` takes a header out, `authorization` for example, which each request has. */
  headers: z.record(z.string(), z.string().nullable()).optional(),
  body: z.record(z.string(), z.unknown()).optional(),
  without: z.array(z.string()).optional(),
  /** Sent as it stands, instead of JSON. */
  raw: z.string().optional(),
  /** Sent as `multipart/form-data`; `{ file, content }` is a file. */
  form: z
    .record(z.string(), z.union([z.string(), z.strictObject({ file: z.string(), content: z.string() })]))
    .optional(),
  /** Waited before it is sent, in milliseconds. */
  afterMs: z.number().optional(),
});

/** What the upstream does with one request: a word of `replies.ts`, or a behaviour of the testkit. */
const reply = z.union([z.string(), z.record(z.string(), z.unknown())]);

/** Played in order, the last again and again; by deployment where a case has several (`UPSTREAM/CASE-name`). */
const script = z.union([z.array(reply), z.record(z.string(), z.array(reply))]);

const mapping = z.record(z.string(), z.unknown());

const oneCase = request.extend({
  /** What is so, as a sentence. */
  title: z.string(),
  /** The page of LiteLLM's documentation, the route or the test of it that says so. */
  source: z.string(),
  /** Instead of the file's. */
  models: z.array(mapping).optional(),
  /** Merged into the file's: mappings by member, lists one behind the other. */
  settings: mapping.optional(),
  requests: z.array(request).optional(),
  upstream: script.optional(),
});

const caseFile = z.strictObject({
  /** What the cases are about, as a heading. */
  feature: z.string(),
  settings: mapping.default({}),
  environment: z.record(z.string(), z.string()).default({}),
  models: z.array(mapping).optional(),
  request: request.optional(),
  cases: z.array(oneCase),
});

export type CaseRequest = z.infer<typeof request>;
export type WrittenCase = z.infer<typeof oneCase>;
export type Reply = z.infer<typeof reply>;
export type Script = z.infer<typeof script>;

/** Cases that share a configuration, so that each gateway is started once for them. */
export interface CaseFile extends z.infer<typeof caseFile> {
  readonly area: Area;
  /** The file's name without its ending. */
  readonly name: string;
}

const folder = join(import.meta.dirname, 'cases');

/** Every file of some areas. Throws where one is not in the form above, or two of its cases have one title. */
export function readCaseFiles(wanted: readonly Area[] = areas): CaseFile[] {
  return wanted.flatMap((area) =>
    readdirSync(join(folder, area))
      .toSorted()
      .map((file) => readCaseFile(area, file.replace(/\.yaml$/, ''))),
  );
}

function readCaseFile(area: Area, name: string): CaseFile {
  const file = `${area}/${name}.yaml`;
  const { success, data, error } = caseFile.safeParse(parse(readFileSync(join(folder, file), 'utf8'), { merge: true }));
  if (!success) throw new Error(`${file}: ${z.prettifyError(error)}`);
  const titles = data.cases.map(({ title }) => title);
  const twice = titles.find((title, index) => titles.indexOf(title) !== index);
  if (twice !== undefined) throw new Error(`${file}: two cases are called "${twice}"`);
  return { ...data, area, name };
}
