import { spawnSync } from 'node:child_process';
import { findPostgresPrograms, findProgram } from './find-program.ts';

export type ToolName =
  | 'redis'
  | 'postgres'
  | 'pgbouncer'
  | 'prometheus'
  | 'python-sdks'
  | 'curl'
  | 'openssl'
  | 'prlimit'
  | 'tmpfs'
  | 'powershell'
  | 'chromium'
  | 'local-model';

/** Something of the machine that some tests need and that a newcomer's machine may lack. */
export interface Tool {
  readonly name: ToolName;
  /** What is not there when it is missing, and how to get it. */
  readonly missing: string;
  readonly fix: string;
  /** No package registry has it: where everything is required, it is named and not required. */
  readonly isOptional?: true;
  /** Asked before a run; where it says no, tests with this tag are skipped. */
  isPresent(): boolean;
}

export const tools: readonly Tool[] = [
  {
    name: 'redis',
    missing: 'no redis-server on the PATH',
    fix: 'apt-get install redis-server',
    isPresent: () => findProgram('redis-server') !== undefined,
  },
  {
    name: 'postgres',
    missing: 'no initdb and postgres, neither on the PATH nor under /usr/lib/postgresql',
    fix: 'apt-get install postgresql',
    isPresent: () => findPostgresPrograms() !== undefined,
  },
  {
    name: 'pgbouncer',
    missing: 'no pgbouncer on the PATH or in /usr/sbin',
    fix: 'apt-get install pgbouncer',
    isPresent: () => (findProgram('pgbouncer') ?? findProgram('/usr/sbin/pgbouncer')) !== undefined,
  },
  {
    name: 'prometheus',
    missing: 'no prometheus on the PATH',
    fix: 'apt-get install prometheus',
    isPresent: () => findProgram('prometheus') !== undefined,
  },
  {
    name: 'python-sdks',
    missing: 'no Python with the openai and anthropic packages',
    fix: 'install both in a virtual environment and name its python in SHOWRUNNER_TEST_PYTHON',
    isPresent: () => hasModules(testPython(), ['openai', 'anthropic']),
  },
  {
    name: 'curl',
    missing: 'no bash, or no curl that knows --fail-with-body (7.76)',
    fix: 'apt-get install bash curl',
    isPresent: () => findProgram('bash') !== undefined && knowsFailWithBody(),
  },
  {
    name: 'openssl',
    missing: 'no openssl on the PATH',
    fix: 'apt-get install openssl',
    isPresent: () => findProgram('openssl') !== undefined,
  },
  {
    name: 'prlimit',
    missing: 'no prlimit on the PATH',
    fix: 'apt-get install util-linux (Linux alone has it)',
    isPresent: () => findProgram('prlimit') !== undefined,
  },
  {
    name: 'tmpfs',
    missing: 'no right to mount a file system in memory',
    fix: 'run as root, in a container with CAP_SYS_ADMIN',
    isOptional: true,
    isPresent: () => mayMount(),
  },
  {
    name: 'powershell',
    missing: 'no pwsh on the PATH',
    fix: 'install PowerShell 7, or name its program in SHOWRUNNER_TEST_POWERSHELL',
    isOptional: true,
    isPresent: () => findProgram(testPowerShell()) !== undefined,
  },
  {
    name: 'chromium',
    missing: 'no chromium on the PATH',
    fix: 'apt-get install chromium, or name its program in SHOWRUNNER_TEST_CHROMIUM',
    isPresent: () => testChromium() !== undefined,
  },
  {
    name: 'local-model',
    missing: 'the 98 MB test model or what runs it is not in the cache, and no source could be reached',
    fix: 'showrunner models pull smollm2-135m-instruct',
    // The tests that need it fetch it themselves, and skip themselves where they cannot.
    isPresent: () => true,
  },
];

/** The Python interpreter that tests run the official SDKs with. */
export function testPython(): string {
  return process.env.SHOWRUNNER_TEST_PYTHON ?? 'python3';
}

/** The PowerShell that runs the scripts which are written for it. */
export function testPowerShell(): string {
  return process.env.SHOWRUNNER_TEST_POWERSHELL ?? 'pwsh';
}

/** The path of the browser that reads and shows what browsers shall read and show; undefined where there is none. */
export function testChromium(): string | undefined {
  return findProgram(process.env.SHOWRUNNER_TEST_CHROMIUM ?? 'chromium');
}

/** In a name space of its own, which ends with the try. */
function mayMount(): boolean {
  const mounting = ['--mount', 'mount', '-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', '/mnt'];
  return process.getuid?.() === 0 && spawnSync('unshare', mounting).status === 0;
}

function knowsFailWithBody(): boolean {
  return spawnSync('curl', ['--fail-with-body', '--version']).status === 0;
}

/** Looks the modules up without importing them, which would take a second. */
function hasModules(python: string, modules: readonly string[]): boolean {
  const lookUp = 'import importlib.util, sys; sys.exit(any(importlib.util.find_spec(m) is None for m in sys.argv[1:]))';
  return spawnSync(python, ['-c', lookUp, ...modules]).status === 0;
}
