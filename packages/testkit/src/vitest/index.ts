export { closingLinesReporter } from './closing-lines-reporter.ts';
export { toolTags } from './tool-tags.ts';
