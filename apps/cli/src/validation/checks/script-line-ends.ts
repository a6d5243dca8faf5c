import { readIn } from '../installation.ts';
import { error, type Check } from '../check.ts';

/** What a shell runs on Unix and inside containers. */
const SCRIPTS = ['showrunner', 'validate-infrastructure.sh', '.ci/run', 'runtime/bootstrap.mjs'];

export const scriptLineEnds: Check = {
  id: 'files.line-ends',
  title: 'scripts have the line ends that shells read',
  run: ({ root }) =>
    SCRIPTS.filter((path) => readIn(root, path)?.includes('\r\n')).map((path) =>
      error(
        `${path} has Windows line ends, and a shell cannot read it`,
        `git config core.autocrlf input, then: git rm --cached ${path} && git checkout -- ${path}`,
        path,
      ),
    ),
};
