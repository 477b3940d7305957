/**
 * Where somebody wanted to go before signing in, if that is a place of ours; else home. Two slashes, or a backslash, would
 * lead a browser to another host.
 */
export const safeReturnPath = (wanted: string | undefined): string =>
  wanted !== undefined && /^\/(?!\/)[^\\\s\p{Cc}]{0,1000}$/u.test(wanted) ? wanted : '/';
