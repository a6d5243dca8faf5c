/** The media type of a `content-type`, without its parameters; empty where there is none. */
export function mediaType(contentType: string | undefined): string {
  const [essence = ''] = (contentType ?? '').split(';', 1);
  return essence.trim().toLowerCase();
}
