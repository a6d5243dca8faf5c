import type { GeneratedFile } from './generated-file.ts';
import { printDefault, settingsBySection, type Setting } from './settings.ts';

const heading = `# Made by "npm run generate" from the environment schemas of the apps; do not edit.
# Copy it to .env, or let "showrunner init" write one with fresh keys. Empty means unset. Every secret can also be given
# as NAME_FILE, the path of a file that holds it. docs/reference/configuration.md says more.
`;

const OTHERS = '# These are some of them; docs/reference/configuration.md has all.\n';

/** What an operator copies and fills in: no value that works as a secret. */
export const environmentExample: GeneratedFile = {
  path: '.env.example',
  generator: 'scripts/generate/environment-example.ts',
  content: () => {
    const sections = [...settingsBySection()].flatMap(([section, settings]) => {
      const meant = settings.filter(({ variable }) => variable.inEnvFile !== false);
      const shown = meant.filter(({ variable }) => variable.inExample !== false);
      const others = shown.length < meant.length ? [OTHERS] : [];
      return shown.length === 0 ? [] : [`# ---- ${section} ----\n\n${[...others, ...shown.map(entry)].join('\n')}`];
    });
    return `${heading}\n${sections.join('\n')}`;
  },
};

function entry({ name, variable }: Setting): string {
  const comment = wrap(`${variable.description}${exampleOf(variable.example)}`).map((line) => `# ${line}\n`);
  return `${comment.join('')}${assignment(name, variable.default)}\n`;
}

function exampleOf(example: string | undefined): string {
  return example === undefined ? '' : ` Example: ${example}`;
}

/** A default stands there as a comment: it holds anyway, and a later version may change it. */
function assignment(name: string, value: unknown): string {
  return value === undefined ? `${name}=` : `# ${name}=${printDefault(value)}`;
}

/** Lines of at most 118 characters. */
function wrap(text: string): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + word.length >= 118) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
