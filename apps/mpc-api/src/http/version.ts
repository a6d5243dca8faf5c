import packageJson from '../../package.json' with { type: 'json' };

/** The version of this server, for `/health` and the API reference. */
export const { version } = packageJson;
