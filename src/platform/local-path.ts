/**
 * A path of this site, as given by whoever made the link, or undefined. Anything that a browser could read as another
 * site (`//host`, `/\host`, a scheme) is refused, so that signing in never leads elsewhere.
 */
export function localPath(given: unknown): string | undefined {
  if (typeof given !== 'string' || given.length > 2_000 || !/^\/(?![/\\])[\x21-\x7e]*$/.test(given)) return undefined
  const url = URL.parse(given, 'http://local')
  // Dots are taken out by now, and may have left two slashes at the beginning.
  return url?.origin === 'http://local' && !url.pathname.startsWith('//') ? `${url.pathname}${url.search}` : undefined
}
