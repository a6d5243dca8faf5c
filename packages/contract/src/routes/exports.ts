import { exportFormats, exportFormatIds } from '@showrunner/exports';
import type { RouteTable } from '@showrunner/routes';
import { exportedFile, exportInput, exportMeta, exportQuery, jobExportQuery } from '../export.ts';

const file = {
  kind: 'file',
  name: 'ExportedFile',
  data: exportedFile,
  meta: exportMeta,
  mediaTypes: [...new Set(exportFormats.map(({ mediaType }) => mediaType))],
} as const;

const common = {
  tag: 'Exports',
  scope: 'export',
  choices: { format: exportFormatIds },
  answer: file,
  errors: ['NOT_FOUND', 'VALIDATION_ERROR'],
} as const;

const FINDINGS =
  'What is to be known of the file stands in the header Export-Checks, and with `Accept: application/json`, which gives it in the envelope, in `meta.checks`.';

/** A script as a file: subtitles, shot list, screenplay, speech markup, requests of video makers. */
export const exportRoutes = {
  exportJob: {
    ...common,
    method: 'get',
    path: '/export/{job}/{format}',
    summary: 'Download a stored script as a file',
    description: `Makes a file of a stored script, by the id of its job or its own. ${FINDINGS}`,
    query: jobExportQuery,
    errors: [...common.errors, 'conflict'],
    sdk: 'exports.job',
  },
  exportScript: {
    ...common,
    method: 'post',
    path: '/export/{format}',
    summary: 'Make a file of a script given as data',
    description: `Makes a file of a script that is given as data, with its metadata where there is any. ${FINDINGS}`,
    query: exportQuery,
    body: {
      name: 'ExportInput',
      schemas: [exportInput],
      example: {
        script: {
          title: 'Why coffee works',
          language: 'en',
          scenes: [{ narration: 'It hides how tired you are.', start_seconds: 0, end_seconds: 3 }],
        },
      },
    },
    sdk: 'exports.script',
  },
} as const satisfies RouteTable;
