import { dialectDifferences } from '../../environment/env-dialects.ts';
import { envLines } from '../../environment/env-lines.ts';
import { skipped, warning, type Check } from '../check.ts';

export const envDialects: Check = {
  id: 'env.dialects',
  title: '.env means the same to Node, to Docker Compose and to a shell',
  run({ envFile, envPath }) {
    if (envFile.status !== 'read') return skipped('there is no .env');
    return envLines(envFile.text).assignments.flatMap((assignment) =>
      dialectDifferences(assignment).map((difference) =>
        warning(
          `${assignment.name} ${difference}`,
          `put the value into single quotation marks, without spaces beside the =: ${assignment.name}='…'`,
          `${envPath}:${assignment.line}`,
        ),
      ),
    );
  },
};
