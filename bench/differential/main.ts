// Our gateway beside the real LiteLLM proxy. What to run and how to read it: README.md in this folder.
import { areas } from './areas.ts';
import { readCaseFiles, type CaseFile } from './case-file.ts';
import { compare } from './compare.ts';
import { startLiteLlm } from './litellm-proxy.ts';
import { startOurs } from './our-gateway.ts';
import { playFile } from './play.ts';
import { readRecording, writeRecording } from './recordings.ts';
import { judge, scoreTable, type Verdict } from './score.ts';
import { writeStanding } from './standing.ts';

const [command = 'compare', ...wanted] = process.argv.slice(2);

function chosenFiles(): CaseFile[] {
  const files = readCaseFiles(
    wanted.length === 0 ? areas : areas.filter((area) => wanted.some((name) => name.split('/')[0] === area)),
  );
  return files.filter(
    ({ area, name }) => wanted.length === 0 || wanted.includes(area) || wanted.includes(`${area}/${name}`),
  );
}

const MOST_SHOWN = 160;

/** Asks LiteLLM, and keeps what it did. */
async function record(files: readonly CaseFile[]): Promise<void> {
  for (const file of files) {
    const startedAt = Date.now();
    await writeRecording(file, await playFile(file, startLiteLlm));
    console.log(
      `${file.area}/${file.name}: ${file.cases.length} cases, ${Math.round((Date.now() - startedAt) / 1000)} s`,
    );
  }
}

/** Asks ours, and prints what differs from what was kept. */
async function compareOurs(files: readonly CaseFile[]): Promise<void> {
  const verdicts = await judgeAll(files);
  for (const { area, file, title, unlisted } of verdicts) {
    if (unlisted.length > 0) console.log(`\n${area}/${file}: ${title}`);
    for (const { path, litellm, ours } of unlisted) console.log(`  ${path}: ${show(litellm)} | ours ${show(ours)}`);
  }
  console.log(`\n${commonest(verdicts)}\n\n${scoreTable(verdicts)}`);
}

/** Asks ours, and puts down how each case stands. */
async function stand(files: readonly CaseFile[]): Promise<void> {
  const verdicts = await judgeAll(files);
  writeStanding(verdicts);
  console.log(scoreTable(verdicts));
}

async function judgeAll(files: readonly CaseFile[]): Promise<Verdict[]> {
  const verdicts: Verdict[] = [];
  for (const file of files) verdicts.push(...judge(file, await readRecording(file), await playFile(file, startOurs)));
  return verdicts;
}

/** Asks LiteLLM again, and fails where it does something else than what was kept. */
async function again(files: readonly CaseFile[]): Promise<void> {
  for (const file of files) {
    const { cases } = await readRecording(file);
    for (const [title, now] of Object.entries(await playFile(file, startLiteLlm))) {
      const before = cases[title];
      for (const { path, litellm, ours } of before ? compare(before, now) : []) {
        process.exitCode = 1;
        console.log(`${file.area}/${file.name}: ${title}: ${path} was ${show(litellm)}, is ${show(ours)}`);
      }
    }
  }
}

function show(value: unknown): string {
  return value === undefined ? '–' : JSON.stringify(value).slice(0, MOST_SHOWN);
}

/** The places that differ in most cases, which are what to put right first. */
function commonest(verdicts: readonly Verdict[]): string {
  const paths = verdicts.flatMap(({ unlisted }) => [
    ...new Set(unlisted.map(({ path }) => path.replaceAll(/\b\d+\b/g, 'n'))),
  ]);
  const counts = [...Map.groupBy(paths, (path) => path)].map(([path, list]) => ({ path, count: list.length }));
  const MOST_PATHS = 25;
  return counts
    .toSorted((one, other) => other.count - one.count)
    .slice(0, MOST_PATHS)
    .map(({ path, count }) => `${count}\t${path}`)
    .join('\n');
}

const commands: Readonly<Record<string, (files: readonly CaseFile[]) => Promise<void>>> = {
  record,
  compare: compareOurs,
  stand,
  again,
};
const run = commands[command];
if (!run) {
  process.stderr.write(`usage: main.ts ${Object.keys(commands).join('|')} [AREA | AREA/FILE]…\n`);
  process.exit(2);
}
await run(chosenFiles());
