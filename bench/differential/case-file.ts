import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { areas, type Area } from './areas.ts';

/** One HTTP request to the gateway under test. `body` is laid over the file's own; `without` takes members out of it. */
const request = z.strictObject({
  method: z.enum(['GET', 'POST', 'DELETE', 'OPTIONS', 'PUT', 'PATCH']).optional(),
  path: z.string().optional(),
  /** `null` takes a header out, `authorization` for example, which each request has. */
  headers: z.record(z.string(), z.string().nullable()).optional(),
  body: z.record(z.string(), z.unknown()).optional(),
  without: z.array(z.string()).optional(),
  /** The whole body, instead of one that is laid over the file's. */
  json: z.unknown().optional(),
  /** Presented in the place of the master key. */
  key: z.string().optional(),
  /** Sent as it stands, instead of JSON. */
  raw: z.string().optional(),
  /** Sent as `multipart/form-data`; `{ file, content }` is a file. */
  form: z
    .record(z.string(), z.union([z.string(), z.strictObject({ file: z.string(), content: z.string() })]))
    .optional(),
  /** Waited before it is sent, in milliseconds. */
  afterMs: z.number().optional(),
  /** Asked again until the answer has this, a regular expression, or its time is over: what is written behind calls. */
  until: z.string().optional(),
  /** Of an answer for Prometheus, the families with these names alone, and of them what tells of the case. */
  metrics: z.array(z.string()).optional(),
  /** Of an answer with many members, those at these paths alone: `info.spend`, `data.0.model_name`. */
  members: z.array(z.string()).optional(),
});

/** What the upstream does with one request: a word of `replies.ts`, or a behaviour of the testkit. */
const reply = z.union([z.string(), z.record(z.string(), z.unknown())]);

/** Played in order, the last again and again; by deployment where a case has several (`UPSTREAM/CASE-name`). */
const script = z.union([z.array(reply), z.record(z.string(), z.array(reply))]);

const mapping = z.record(z.string(), z.unknown());

/** Paths with what is posted there. */
const posts = z.array(z.record(z.string(), z.unknown()));

const oneCase = request.extend({
  /** What is so, as a sentence. */
  title: z.string(),
  /** The page of LiteLLM's documentation, the route or the test of it that says so. */
  source: z.string(),
  /** Instead of the file's. */
  models: z.array(mapping).optional(),
  /** Merged into the file's: mappings by member, lists one behind the other. */
  settings: mapping.optional(),
  /** Posted with the master key before anything is compared; an answer is compared where it is an error. */
  before: posts.optional(),
  requests: z.array(request).optional(),
  upstream: script.optional(),
});

const caseFile = z.strictObject({
  /** What the cases are about, as a heading. */
  feature: z.string(),
  settings: mapping.default({}),
  environment: z.record(z.string(), z.string()).default({}),
  /** LiteLLM gets a database, and the stand-in for its client (`litellm-database`); ours has one anyway. */
  database: z.boolean().default(false),
  /** The vendor's ids differ from case to case, because LiteLLM names its spend rows after them. */
  ownIds: z.boolean().default(false),
  /** The cases are played one after another, because they see what those before them made. */
  inTurn: z.boolean().default(false),
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
