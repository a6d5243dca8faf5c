/** `#12 [gateway dependencies 3/3] RUN npm ci …`, as BuildKit prints it when a step begins. */
const BUILD_STEP = /^#\d+ \[([^\]]+)\] (.+)/;
/** `Image redis:8 Pulling` and ` 5a3c7a0d6f3e Downloading [==>  ] 1.2MB/30MB`, as Compose prints them; the bar is left out. */
const PULL_STEP = /^\s*(?:Image )?(\S+) (Pulling|Downloading|Extracting|Pulled)\b(?: \[.*\])?\s*(.*)/;

const STEP_LENGTH = 60;

/** What a line of a build says about how far it is, in a few words; undefined where it says nothing of it. */
export function readBuildStep(line: string): string | undefined {
  const [, stage, instruction = ''] = BUILD_STEP.exec(line) ?? [];
  return stage === undefined ? undefined : `${stage}: ${instruction.slice(0, STEP_LENGTH)}`;
}

/** The same of an image that is fetched while containers are made. */
export function readPullStep(line: string): string | undefined {
  const [, what, doing, howFar = ''] = PULL_STEP.exec(line) ?? [];
  if (what === undefined || doing === undefined) return undefined;
  return `${doing.toLowerCase()} ${what} ${howFar.slice(0, STEP_LENGTH)}`.trim();
}
