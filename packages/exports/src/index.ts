export { exportScript, type ExportedFile } from './export-script.ts';
export { orientations, separators, type ExportFormat, type ExportOptions } from './format.ts';
export { exportFormatIds, exportFormats, type ExportFormatId } from './formats.ts';
export { prepareExport, type ExportMetadata, type ExportScene, type ExportScript } from './source.ts';
export { LEAST_SSML_BYTES, SSML_BYTES } from './ssml/ssml.ts';
