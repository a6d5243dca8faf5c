/** `path` below a root that may end with it, or with the version that it begins with: `/v1` and `/v1/rerank` lead to the same. */
export function below(apiBase: string, path: string): string {
  if (apiBase.endsWith(path)) return apiBase;
  const [, version] = path.split('/');
  return version !== undefined && apiBase.endsWith(`/${version}`)
    ? apiBase + path.slice(version.length + 1)
    : apiBase + path;
}
